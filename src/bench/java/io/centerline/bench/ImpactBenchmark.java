package io.centerline.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.centerline.decision.Contract;
import io.centerline.decision.DecisionIds;
import io.centerline.decision.Draft;
import io.centerline.decision.Receipt;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.impact.runs.ImpactRuns;
import io.centerline.intake.StoredFacts;
import io.centerline.journal.JournalFill;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.store.embedded.EmbeddedStore;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;

/**
 * A candidate that moves rubber belts (4010) to Machinery against a journal of decisions on 20 to 180 lines, all of
 * which it looks at; one importer in two hundred imports mostly belts.
 */
final class ImpactBenchmark {
    private static final int PORTION = 500;
    private static final int BELT_IMPORTERS = 200;

    private final Schedule schedule = Schedule.load();
    private final List<HtsNumber> commodities = Cases.commodities(schedule);
    private final List<HtsNumber> belts =
            commodities.stream().filter(number -> number.heading() == 4010).toList();
    private final DecisionIds ids = new DecisionIds();
    private final EmbeddedStore store;
    private final Path data;

    private ImpactBenchmark(Path data, EmbeddedStore store) {
        this.data = data;
        this.store = store;
    }

    static void run(int decisions) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path data = Files.createTempDirectory("centerline-bench-impact");
        try (EmbeddedStore store = EmbeddedStore.start(data)) {
            Flyway.configure()
                    .dataSource(store.jdbcUrl(), store.user(), store.password())
                    .load()
                    .migrate();
            new ImpactBenchmark(data, store).measure(decisions);
        }
    }

    private void measure(int decisions) throws Exception {
        Rulebook present = Rulebook.read(Path.of("rules"));
        long begun = System.nanoTime();
        try (AgroalDataSource pool = pool()) {
            try (Connection connection = pool.getConnection()) {
                fill(connection, present, decisions);
                connection.createStatement().execute("vacuum analyze decision");
            }
            System.out.printf(Locale.ROOT, "%d decisions recorded in %.1f s%n", decisions, seconds(begun));
            try (ImpactRuns runs = new ImpactRuns(pool, pool, new StoredFacts(new HtsReader(schedule), schedule))) {
                watch(runs, present, candidate(present), decisions);
            }
        }
    }

    /** Connections are kept, as the service keeps them. */
    private AgroalDataSource pool() throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .connectionFactoryConfiguration(connections -> connections
                                .jdbcUrl(store.jdbcUrl())
                                .principal(new NamePrincipal(store.user()))
                                .credential(new SimplePassword(store.password())))));
    }

    private void fill(Connection connection, Rulebook present, int decisions) throws SQLException, IOException {
        Placement placement = new Placement(present);
        for (int from = 0; from < decisions; from += PORTION) {
            List<Draft> drafts = LongStream.range(from, Math.min(decisions, from + PORTION))
                    .parallel()
                    .mapToObj(seed -> draft(placement, facts(seed)))
                    .toList();
            JournalFill.append(connection, from, drafts);
        }
    }

    private Draft draft(Placement placement, Facts facts) {
        Instant now = Instant.parse("2026-11-25T01:02:03.004Z");
        Decision decision = placement.decide(facts, List.of(), Placement.Explain.SUMMARY);
        return JournalFill.draft(
                decision,
                new Receipt(
                        ids.next(now),
                        decision.rulebook(),
                        FactsJson.hash(facts),
                        schedule.edition(),
                        "0.1.0",
                        Contract.CURRENT,
                        facts.asOf(),
                        now));
    }

    private Facts facts(long seed) {
        Random random = new Random(seed);
        Facts facts = Cases.importer(schedule, commodities, 20 + random.nextInt(161), seed);
        List<EntryLine> lines = new ArrayList<>(facts.lines());
        if (seed % BELT_IMPORTERS == 0) {
            lines.replaceAll(line -> random.nextInt(10) < 6 ? belt(line, random) : line);
        }
        String number = String.format(Locale.ROOT, "%02d-%07d00", 10 + seed % 90, seed);
        Importer importer =
                new Importer(new ImporterNumber(number, ImporterNumber.Format.EIN), "", ImporterKind.IMPORTER);
        return new Facts(importer, facts.asOf(), lines, List.of(), null);
    }

    private EntryLine belt(EntryLine line, Random random) {
        return line.toBuilder()
                .numbers(List.of(belts.get(random.nextInt(belts.size()))))
                .build();
    }

    /** The change of the guide for analysts, but on every day since the rule for belts began. */
    private static Rulebook candidate(Rulebook present) {
        SortedMap<String, String> texts = new TreeMap<>(present.files().texts());
        texts.computeIfPresent(
                "membership/industrial-materials.drl",
                (path, text) -> text.replace("heading >= 4001, heading <= 4010", "heading >= 4001, heading <= 4009"));
        texts.computeIfPresent("membership/machinery.drl", (path, text) -> text + """

                rule "MEM-1033 Conveyor and transmission belts of rubber (4010) are Machinery"
                    @id("MEM-1033") @citation("example of a change, no source")
                    @standing("inferred:low") @inForce("2021-08-31/..")
                when
                    $hts : HtsNumber( heading == 4010 )
                then
                    insert(new Membership($hts, Center.MACHINERY));
                end
                """);
        return Rulebook.of(new RuleFiles(texts));
    }

    private void watch(ImpactRuns runs, Rulebook present, Rulebook candidate, int decisions) throws Exception {
        long program = programMicros();
        long database = databaseMicros();
        System.out.printf(Locale.ROOT, "heap before: %d MiB%n", heapMebibytes());
        long begun = System.nanoTime();
        UUID id = runs.start(present, candidate, CaseSelection.ALL).orElseThrow();
        int quarter = 1;
        ImpactRun run = runs.find(id).orElseThrow();
        while (run.finishedAt() == null) {
            Thread.sleep(100);
            run = runs.find(id).orElseThrow();
            if (quarter < 4 && run.done() >= quarter * (long) decisions / 4) {
                System.out.printf(Locale.ROOT, "heap after %d decisions: %d MiB%n", run.done(), heapMebibytes());
                quarter++;
            }
        }
        double seconds = seconds(begun);
        if (run.state() != ImpactRun.State.DONE) {
            throw new IllegalStateException("the run failed: " + run.failure());
        }
        System.out.printf(Locale.ROOT, "heap at the end: %d MiB%n", heapMebibytes());
        System.out.printf(
                Locale.ROOT,
                "impact over %d decisions: %.1f s, %.0f decisions a second, %d moved, processor time %.1f s program,"
                        + " %.1f s database%n",
                decisions,
                seconds,
                decisions / seconds,
                run.moved(),
                (programMicros() - program) / 1e6,
                (databaseMicros() - database) / 1e6);
    }

    private static long heapMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static long programMicros() throws IOException {
        return ProcessorTime.ofProcess(ProcessHandle.current().pid());
    }

    private long databaseMicros() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
        return ProcessorTime.ofFamily(Long.parseLong(lines.get(0)));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
