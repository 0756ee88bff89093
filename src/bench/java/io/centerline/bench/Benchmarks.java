package io.centerline.bench;

import io.centerline.bench.peers.PeersBenchmark;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks: {@code jmh [pattern]}, {@code http}, {@code durable}, {@code start}, {@code replicas}, {@code impact [decisions]},
 * {@code journal [decisions]}, {@code routing [entries]}, {@code batch [importers] [lines]}, {@code accounts [accounts]}, {@code rows [rows]}, {@code run [lines]}, {@code peers [milliseconds [engine]]}, or all of them without an argument.
 *
 * <p>{@code mvn -Pbench verify} runs all; {@code -Dbench.args="jmh Classify"} picks.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> wanted = args.length == 0
                ? List.of(
                        "jmh",
                        "http",
                        "durable",
                        "start",
                        "replicas",
                        "impact",
                        "journal",
                        "routing",
                        "batch",
                        "accounts",
                        "rows",
                        "run",
                        "peers")
                : List.of(args[0]);
        if (wanted.contains("jmh")) {
            jmh(args.length > 1 ? args[1] : "io.centerline");
        }
        if (wanted.contains("http")) {
            HttpBenchmark.run(Arrays.copyOfRange(args, Math.min(1, args.length), args.length));
        }
        if (wanted.contains("durable")) {
            DurableBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 10);
        }
        if (wanted.contains("start")) {
            StartBenchmark.run();
        }
        if (wanted.contains("replicas")) {
            ReplicasBenchmark.run();
        }
        if (wanted.contains("impact")) {
            ImpactBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 100_000);
        }
        if (wanted.contains("journal")) {
            JournalBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 10_000_000);
        }
        if (wanted.contains("routing")) {
            RoutingBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 100_000);
        }
        if (wanted.contains("batch")) {
            BatchBenchmark.run(
                    args.length > 1 ? Integer.parseInt(args[1]) : 10_000,
                    args.length > 2 ? Integer.parseInt(args[2]) : 100);
        }
        if (wanted.contains("accounts")) {
            AccountsBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000);
        }
        if (wanted.contains("rows")) {
            RowsBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000);
        }
        if (wanted.contains("run")) {
            RunBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 20_000_000);
        }
        if (wanted.contains("peers")) {
            PeersBenchmark.run(args.length > 1 ? Integer.parseInt(args[1]) : 60, args.length > 2 ? args[2] : "");
        }
    }

    private static void jmh(String pattern) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(new TimeValue(2, TimeUnit.SECONDS))
                .measurementIterations(5)
                .measurementTime(new TimeValue(2, TimeUnit.SECONDS))
                // A benchmark that cannot run is a failure, not a missing line.
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xmx4g");
        new Runner(options.build()).run();
    }
}
