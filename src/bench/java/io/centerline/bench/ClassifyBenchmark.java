package io.centerline.bench;

import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.LanguageLimits;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final int FILES = 2;

    /** As many membership rules as measured, with the rules of the other stages beside them. */
    private static final LanguageLimits ROOMY =
            new LanguageLimits(2 << 20, 1 << 20, 1_000, 200_000, 8, 6_000, 10, 12, 3, 500, 500);

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
        if (rules.equals("real")) {
            return Rulebook.of(files);
        }
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.keySet().removeIf(path -> path.startsWith("membership/"));
        int count = Integer.parseInt(rules);
        for (int file = 0; file < FILES; file++) {
            texts.put(
                    "membership/generated" + file + ".drl",
                    generated(count, file * count / FILES, (file + 1) * count / FILES));
        }
        return Rulebook.of(new RuleFiles(texts), ROOMY);
    }

    /** Headings 101 to 9700 cut into ranges by subheading, the Centers in turn; some of them. */
    private static String generated(int count, int from, int to) {
        String[] centers = {"MACHINERY", "ELECTRONICS", "AGRICULTURE", "BASE_METALS", "CONSUMER_PRODUCTS"};
        StringBuilder drl =
                new StringBuilder("package rules.membership;\nimport io.centerline.rulebook.vocabulary.*;\n");
        int first = 10_100;
        int step = (970_000 - first) / count;
        for (int i = from; i < to; i++) {
            int subheading = first + i * step;
            drl.append(String.format(
                    Locale.ROOT,
                    "rule \"MEM-%04d generated\" @id(\"MEM-%04d\") @citation(\"generated\") @standing(\"found\")"
                            + " @inForce(\"2013-04-04/..\")%nwhen $h : HtsNumber( subheading >= %d, subheading <= %d )"
                            + "%nthen insert(new Membership($h, Center.%s));%nend%n",
                    i,
                    i,
                    subheading,
                    subheading + step - 1,
                    centers[i % centers.length]));
        }
        return drl.toString();
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
