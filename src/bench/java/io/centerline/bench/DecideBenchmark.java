package io.centerline.bench;

import io.centerline.facts.Facts;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
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

/** Deciding a whole case, beside a hand-written map-and-count. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBenchmark {
    @Param({"1", "100", "1000", "10000", "1000000"})
    public int lines = 1;

    private Placement placement;
    private Facts facts;
    private HandWritten handWritten;

    @Setup
    public void setUp() {
        Logger.getLogger("").setLevel(Level.INFO);
        Schedule schedule = Schedule.load();
        Rulebook rulebook = Rulebook.read(Path.of("rules"));
        placement = new Placement(rulebook);
        facts = Cases.importer(schedule, lines, 7);
        Map<HtsNumber, Center> centers = HandWritten.centers(rulebook, schedule);
        handWritten = new HandWritten(centers);
        check();
    }

    /** A peer that answers otherwise would measure something else. */
    private void check() {
        Map<Center, Long> ours =
                placement.decide(facts, List.of(), Placement.Explain.SUMMARY).explanation().tallies().stream()
                        .collect(Collectors.toMap(
                                tally -> tally.tally().center(),
                                tally -> tally.tally().count()));
        if (!ours.equals(handWritten.count(facts))) {
            throw new IllegalStateException("the peers disagree");
        }
    }

    @Benchmark
    public Decision summary() {
        return placement.decide(facts, List.of(), Placement.Explain.SUMMARY);
    }

    @Benchmark
    public Decision full() {
        return placement.decide(facts, List.of(), Placement.Explain.FULL);
    }

    @Benchmark
    public Map<Center, Long> handWritten() {
        return handWritten.count(facts);
    }
}
