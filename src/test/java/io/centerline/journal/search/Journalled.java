package io.centerline.journal.search;

import io.agroal.api.AgroalDataSource;
import io.centerline.decision.DecisionIds;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.journal.DecisionsInProgress;
import io.centerline.journal.Journal;
import io.centerline.journal.JournalSettings;
import io.centerline.journal.Pools;
import io.centerline.journal.Recorded;
import io.centerline.store.embedded.SharedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** A journal of random decisions, and what is in it. */
final class Journalled implements AutoCloseable {
    static final int CHUNK = 64;
    static final List<String> IMPORTERS = List.of("12-345678900", "12-345678901", "***-**-6789", "200101-00001");
    static final List<String> CENTERS = List.of("CEE003", "CEE007", "PNDING", "NOTELG");
    static final List<String> STATUSES = List.of("PLACED", "PENDING", "NOT_ELIGIBLE");
    static final List<String> REVIEWS = List.of("TIE", "THIN_EVIDENCE", "CONFLICT");
    static final List<String> RULES = List.of("CNT-001", "PRE-001", "MEM-0712", "MEM-0904");
    static final List<String> RULEBOOKS = List.of("sha256:" + "a".repeat(64), "sha256:" + "b".repeat(64));
    static final Instant FIRST = Instant.parse("2026-01-30T00:00:00Z");

    final AgroalDataSource pool;
    final Search search;
    final List<Recorded> recorded = new CopyOnWriteArrayList<>();
    private final Journal journal;
    private final DecisionIds ids = new DecisionIds();
    private final Random random = new Random(42);

    private final Function<Random, Duration> clockError;

    Journalled(String database) throws SQLException {
        this(database, random -> Duration.ZERO);
    }

    /** Of machines whose clocks are wrong. */
    Journalled(String database, Function<Random, Duration> clockError) throws SQLException {
        this.clockError = clockError;
        this.pool = Pools.to(SharedStore.migrated(database));
        this.journal = new Journal(pool, JournalSettings.DEFAULT, new DecisionsInProgress(), new SimpleMeterRegistry());
        this.search = new Search(pool, CHUNK);
    }

    /** Records random decisions, a minute or so apart and not quite in the order of their times. */
    void record(int decisions) {
        List<CompletionStage<Recorded>> waiting = new ArrayList<>();
        for (int i = 0; i < decisions; i++) {
            waiting.add(journal.record(draft(recorded.size() + i), null));
        }
        waiting.forEach(stage -> recorded.add(stage.toCompletableFuture().join()));
    }

    private Draft draft(int number) {
        Instant decidedAt =
                FIRST.plusSeconds(600L * number + random.nextInt(900)).plus(clockError.apply(random));
        String center = one(CENTERS);
        return new Draft(
                ids.next(decidedAt),
                random.nextInt(4) == 0 ? DecisionKind.ROUTING : DecisionKind.PLACEMENT,
                one(IMPORTERS),
                center.equals("PNDING") ? "PENDING" : center.equals("NOTELG") ? "NOT_ELIGIBLE" : "PLACED",
                center,
                random.nextInt(4) == 0 ? null : random.nextBoolean() ? "PREDOMINANCE" : "ACCOUNT",
                some(REVIEWS),
                some(RULES),
                LocalDate.of(2026, 1, 1),
                decidedAt,
                RULEBOOKS.get(number < 300 ? 0 : 1),
                "hts-2026-rev4",
                "0.1.0",
                "{}".getBytes(StandardCharsets.UTF_8),
                null,
                ("{\"number\":" + number + ",\"receipt\":{\"asOf\":\"2026-01-01\"}}").getBytes(StandardCharsets.UTF_8));
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private List<String> some(List<String> words) {
        return words.stream().filter(word -> random.nextInt(3) == 0).toList();
    }

    /** What a filter lets pass of the first so many decisions, by a plain reading of it; the newest first. */
    List<Recorded> plainly(Filter filter, int known) {
        List<Recorded> found = new ArrayList<>();
        for (Recorded one : recorded.subList(0, known)) {
            if (passes(filter, one.draft())) {
                found.add(0, one);
            }
        }
        return found;
    }

    private static boolean passes(Filter filter, Draft draft) {
        LocalDate day = LocalDate.ofInstant(draft.decidedAt(), ZoneOffset.UTC);
        return Stream.of(
                        filter.kind() == null || filter.kind() == draft.kind(),
                        filter.importer() == null || filter.importer().equals(draft.importer()),
                        filter.center() == null || filter.center().equals(draft.center()),
                        filter.status() == null || filter.status().equals(draft.status()),
                        filter.basis() == null || filter.basis().name().equals(draft.basis()),
                        filter.review() == null
                                || draft.reviews().contains(filter.review().name()),
                        filter.rule() == null
                                || draft.rules().contains(filter.rule().text()),
                        filter.rulebook() == null || filter.rulebook().equals(draft.rulebook()),
                        filter.from() == null || !day.isBefore(filter.from()),
                        filter.to() == null || !day.isAfter(filter.to()))
                .allMatch(holds -> holds);
    }

    @Override
    public void close() {
        journal.close();
        pool.close();
    }
}
