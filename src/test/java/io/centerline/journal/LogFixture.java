package io.centerline.journal;

import io.agroal.api.AgroalDataSource;
import io.centerline.decision.CanonicalReceipt;
import io.centerline.log.LogVerifier;
import io.centerline.log.Verdict;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import io.centerline.store.embedded.SharedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A journal and its log over an empty database of their own. */
public final class LogFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-25T01:02:03.004Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final AgroalDataSource pool;
    final LogStore store;
    final LogRecords records;
    final Journal journal;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Path keyFile = Folders.fresh("log").resolve("journal").resolve("signing.key");

    LogFixture(String name) throws SQLException {
        pool = Pools.to(SharedStore.migrated(name));
        store = new LogStore(pool);
        records = new LogRecords(store, List.of(Disclosures.source(), Retention.source()));
        journal = new Journal(pool, JournalSettings.DEFAULT, new DecisionsInProgress(), meters);
    }

    TransparencyLog open() throws LogRefused {
        return open(null, false);
    }

    TransparencyLog open(@Nullable String configured, boolean lost) throws LogRefused {
        return TransparencyLog.open(store, records, new LogKeys(configured, keyFile, lost), CLOCK);
    }

    static Verifiers verifiers(TransparencyLog log) {
        return new Verifiers(log.verifiers());
    }

    List<Recorded> record(int count) {
        return record(count, NOW);
    }

    List<Recorded> record(int count, Instant decidedAt) {
        List<CompletableFuture<Recorded>> answers = Stream.generate(() -> Drafts.committed(decidedAt))
                .limit(count)
                .map(draft -> journal.record(draft, null).toCompletableFuture())
                .toList();
        return new ArrayList<>(answers.stream().map(CompletableFuture::join).toList());
    }

    /** As somebody with the database's password would, behind the program's back. */
    void tamper(String... statements) throws SQLException {
        Tampering.run(pool, statements);
    }

    void rewrite(long index, String column, UnaryOperator<String> change) throws SQLException {
        Tampering.rewrite(pool, index, column, change);
    }

    void store(long index, String column, byte[] bytes) throws SQLException {
        Tampering.store(pool, index, column, bytes);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static byte[] bytes(LogExport export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            export.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static Verdict verify(byte[] export, List<VerifierKey> keys, SignedCheckpoint... earlier) {
        try {
            return new LogVerifier(new Verifiers(keys), CanonicalReceipt::commits)
                    .verify(
                            new ByteArrayInputStream(export),
                            Stream.of(earlier)
                                    .map(checkpoint -> checkpoint.note().getBytes(StandardCharsets.UTF_8))
                                    .toList(),
                            (leaves, bytes) -> {});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        journal.close();
        pool.close();
    }
}
