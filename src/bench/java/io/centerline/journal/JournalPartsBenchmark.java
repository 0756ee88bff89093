package io.centerline.journal;

import io.centerline.bench.PartsBenchmark;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.LeafHash;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.store.Packed;
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

/** What hashing and packing a decision on 100 lines and writing its row cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JournalPartsBenchmark {
    private byte[] summary = {};
    private byte[] full = {};
    private byte[] facts = {};
    private List<WriteResult.Durable> rows = List.of();

    @Setup
    public void setUp() {
        Logger.getLogger("").setLevel(Level.INFO);
        Placement placement = new Placement(Rulebook.read(Path.of("rules")));
        Decision decision = placement.decide(PartsBenchmark.facts(), List.of(), Placement.Explain.FULL);
        Receipt receipt = PartsBenchmark.receipt(decision);
        full = DecisionJson.write(decision, receipt);
        summary = DecisionJson.write(placement.decide(decision.facts(), List.of(), Placement.Explain.SUMMARY), receipt);
        facts = FactsJson.canonical(decision.facts(), Masking.NONE);
        rows = List.of(JournalFill.row(41, JournalFill.draft(decision, receipt)));
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
    public byte[] packSummary() {
        return Packed.pack(summary);
    }

    @Benchmark
    public byte[] packFull() {
        return Packed.pack(full);
    }

    @Benchmark
    public byte[] packFacts() {
        return Packed.pack(facts);
    }

    @Benchmark
    public void row() throws IOException {
        DecisionCopy.writeAll(OutputStream.nullOutputStream(), rows);
    }
}
