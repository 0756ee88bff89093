package io.centerline.bench;

import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Classifying a number that was classified before, whatever the number of rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClassifyBenchmark {
    private static final int NUMBERS = 1000;

    /** {@code real} is the rulebook as shipped, {@code 5000} has five thousand generated membership rules. */
    @Param({"real", "5000"})
    public String rules = "real";

    private Edition edition;
    private HtsNumber[] numbers;

    @Setup
    public void setUp() {
        Logger.getLogger("").setLevel(Level.INFO);
        RuleFiles files = RuleFiles.read(Path.of("rules"));
        Rulebook rulebook = rulebook(files);
        edition = rulebook.edition(Cases.AS_OF);
        List<HtsNumber> all = Cases.commodities(Schedule.load());
        Random random = new Random(1);
        numbers = random.ints(NUMBERS, 0, all.size()).mapToObj(all::get).toArray(HtsNumber[]::new);
        for (HtsNumber number : numbers) {
            edition.classify(number);
        }
    }

    private Rulebook rulebook(RuleFiles files) {
        return rules.equals("real") ? Rulebook.of(files) : GeneratedRules.rulebook(files, Integer.parseInt(rules));
    }

    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void knownNumber(Blackhole sink) {
        for (HtsNumber number : numbers) {
            Classified classified = edition.classify(number);
            sink.consume(classified);
        }
    }
}
