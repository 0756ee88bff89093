package io.centerline.bench;

import io.centerline.facts.Facts;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same count by plain Drools with every line inserted, beside our decision. A million lines would take minutes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlainDroolsBenchmark {
    @Param({"1000", "10000"})
    public int lines = 1000;

    private Placement placement;
    private PlainDrools plainDrools;
    private Facts facts;

    @Setup
    public void setUp() {
        Logger.getLogger("").setLevel(Level.INFO);
        Rulebook rulebook = Rulebook.read(Path.of("rules"));
        placement = new Placement(rulebook);
        plainDrools = new PlainDrools(rulebook);
        facts = Cases.importer(Schedule.load(), lines, 7);
        Map<Center, Long> ours = ours().explanation().tallies().stream()
                .collect(Collectors.toMap(
                        tally -> tally.tally().center(), tally -> tally.tally().count()));
        if (!ours.equals(plainDrools.count(facts))) {
            throw new IllegalStateException("the peers disagree");
        }
    }

    @Benchmark
    public Decision ours() {
        return placement.decide(facts, List.of(), Placement.Explain.SUMMARY);
    }

    @Benchmark
    public Map<Center, Long> everyLineInserted() {
        return plainDrools.count(facts);
    }
}
