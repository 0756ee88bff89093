package io.centerline.bench;

import io.centerline.decision.Contract;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.log.Disclosed;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What each part of answering a 100-line request costs; the journal's own parts stand beside it in its package. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PartsBenchmark {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-25T01:02:03.004Z");

    private JsonIntake intake;
    private Placement placement;
    private byte[] body;
    private Facts facts;
    private Decision full;
    private Decision summary;
    private Receipt receipt;

    @Setup
    public void setUp() {
        Logger.getLogger("").setLevel(Level.INFO);
        Schedule schedule = Schedule.load();
        Rulebook rulebook = Rulebook.read(Path.of("rules"));
        placement = new Placement(rulebook);
        intake = new JsonIntake(
                new HtsReader(schedule), schedule, rulebook.firstCoveredDay(), new IntakeLimits(16 << 20, 200_000));
        facts = facts();
        body = FactsJson.canonical(facts, Masking.NONE);
        full = placement.decide(facts, List.of(), Placement.Explain.FULL);
        summary = placement.decide(facts, List.of(), Placement.Explain.SUMMARY);
        receipt = receipt(full);
    }

    /** The case all parts are measured on. */
    public static Facts facts() {
        return Cases.importer(Schedule.load(), 100, 11);
    }

    /** A receipt as the service would write it. */
    public static Receipt receipt(Decision decision) {
        return new Receipt(
                new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L),
                decision.rulebook(),
                FactsJson.hash(decision.facts()),
                "hts-2026-rev4",
                "0.1.0",
                Contract.CURRENT,
                decision.facts().asOf(),
                NOW);
    }

    @Benchmark
    public Intake read() {
        return intake.read(body, Cases.AS_OF);
    }

    @Benchmark
    public Decision decideSummary() {
        return placement.decide(facts, List.of(), Placement.Explain.SUMMARY);
    }

    @Benchmark
    public Decision decideFull() {
        return placement.decide(facts, List.of(), Placement.Explain.FULL);
    }

    @Benchmark
    public byte[] writeSummary() {
        return DecisionJson.write(summary, receipt);
    }

    @Benchmark
    public byte[] writeFull() {
        return DecisionJson.write(full, receipt);
    }

    @Benchmark
    public String hashFacts() {
        return FactsJson.hash(facts);
    }

    @Benchmark
    public String keepFacts() {
        return Disclosed.salted(FactsJson.canonical(facts, Masking.NONE), RANDOM)
                .commitment();
    }
}
