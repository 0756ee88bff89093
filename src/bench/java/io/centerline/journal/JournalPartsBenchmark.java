package io.centerline.journal;

import io.centerline.bench.PartsBenchmark;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
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

/** What hashing a decision on 100 lines and writing its row cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JournalPartsBenchmark {
    private byte[] summary = {};
    private byte[] full = {};
    private List<Recorded> rows = List.of();

    @Setup
    public void setUp() {
        Logger.getLogger("").setLevel(Level.INFO);
        Placement placement = new Placement(Rulebook.read(Path.of("rules")));
        Decision decision = placement.decide(PartsBenchmark.facts(), List.of(), Placement.Explain.FULL);
        Receipt receipt = PartsBenchmark.receipt(decision);
        full = DecisionJson.write(decision, receipt);
        summary = DecisionJson.write(placement.decide(decision.facts(), List.of(), Placement.Explain.SUMMARY), receipt);
        rows = List.of(new Recorded(41, LeafHash.of(full), JournalFill.draft(decision, receipt)));
    }

    @Benchmark
    public byte[] leafSummary() {
        return LeafHash.of(summary);
    }

    @Benchmark
    public byte[] leafFull() {
        return LeafHash.of(full);
    }

    @Benchmark
    public void row() throws IOException {
        BinaryRow.writeAll(OutputStream.nullOutputStream(), rows);
    }
}
