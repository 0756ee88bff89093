package io.centerline.journal;

import io.centerline.bench.Percentiles;
import io.centerline.decision.CanonicalReceipt;
import io.centerline.log.LogVerifier;
import io.centerline.log.Verdict;
import io.centerline.log.Verifiers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongFunction;
import javax.sql.DataSource;

/** Signing, proving from and verifying a journal of many decisions. */
public final class LogBenchmark {
    private static final int PROOFS = 2_000;
    private static final int VERIFIED = 1_000_000;
    private static final int VERIFICATIONS = 3;

    private final Random random = new Random(7);
    private final TransparencyLog log;
    private final DecisionTable table;
    private final Path folder;
    private final int decisions;

    private LogBenchmark(TransparencyLog log, DecisionTable table, Path folder, int decisions) {
        this.log = log;
        this.table = table;
        this.folder = folder;
        this.decisions = decisions;
    }

    /** Opens the log over what is recorded, which signs all of it, and prints how long that took. */
    public static LogBenchmark sign(DataSource pool, Path folder, int decisions) throws LogRefused {
        long begun = System.nanoTime();
        LogStore store = new LogStore(pool);
        TransparencyLog log = TransparencyLog.open(
                store,
                new LogRecords(store, List.of()),
                new LogKeys(null, folder.resolve("signing.key"), false),
                Clock.systemUTC());
        System.out.printf(
                Locale.ROOT,
                "tree over %d leaves built and signed in %.1f s%n",
                log.newest().size(),
                (System.nanoTime() - begun) / 1e9);
        return new LogBenchmark(log, new DecisionTable(pool, 3_000), folder, decisions);
    }

    /** Proofs of decisions somewhere in the log, of its growth, and an export verified. */
    public void measure(LongFunction<UUID> ids) throws IOException {
        Percentiles.measure("proof of a decision", PROOFS, i -> log.prove(find(ids.apply(random.nextInt(decisions)))));
        Percentiles.measure("proof of growth", PROOFS, i -> log.proveGrowth(1 + random.nextInt(decisions), decisions));
        verify();
    }

    private Recorded find(UUID id) {
        try {
            return table.find(id).orElseThrow();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void verify() throws IOException {
        int leaves = Math.min(decisions, VERIFIED);
        Path export = folder.resolve("export.ndjson");
        long begun = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(export), 1 << 16)) {
            log.export(log.newest(), 0, leaves, false).writeTo(out);
        }
        System.out.printf(
                Locale.ROOT,
                "%d leaves exported in %.1f s, %d bytes each%n",
                leaves,
                (System.nanoTime() - begun) / 1e9,
                Files.size(export) / leaves);
        for (int i = 0; i < VERIFICATIONS; i++) {
            begun = System.nanoTime();
            try (InputStream in = Files.newInputStream(export)) {
                Verdict verdict = new LogVerifier(new Verifiers(log.verifiers()), CanonicalReceipt::commits)
                        .verify(in, List.of(), (passed, bytes) -> {});
                if (!(verdict instanceof Verdict.Verified)) {
                    throw new IllegalStateException("not verified: " + verdict);
                }
            }
            System.out.printf(
                    Locale.ROOT, "verified at %.0f leaves a second%n", leaves / ((System.nanoTime() - begun) / 1e9));
        }
    }
}
