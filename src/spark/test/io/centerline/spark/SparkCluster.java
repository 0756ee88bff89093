package io.centerline.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone cluster on the loopback address: one master and two workers with one processor each, every one a process of
 * its own, from the jars that Maven has. Closing it ends its processes.
 */
final class SparkCluster implements AutoCloseable {
    /** Where the build puts the job, its libraries and Spark's jars. */
    static final Path BUILD = Path.of(System.getProperty("centerline.spark", "../../target/spark"));

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    private SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        try {
            Path log = folder.resolve("master.log");
            Process process = start(
                    log,
                    List.of("-Xmx256m"),
                    "org.apache.spark.deploy.master.Master",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    "0",
                    "--webui-port",
                    "0");
            processes.add(process);
            master = await(process, log, MASTER).group(1);
            for (int i = 1; i <= 2; i++) {
                startWorker(i);
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Starts one; its logs and work go to a folder. */
    static SparkCluster start(Path folder) throws IOException, InterruptedException {
        return new SparkCluster(folder);
    }

    private void startWorker(int number) throws IOException, InterruptedException {
        Path log = folder.resolve("worker-" + number + ".log");
        Process process = start(
                log,
                List.of("-Xmx256m"),
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--work-dir",
                folder.resolve("work-" + number).toString(),
                master);
        processes.add(process);
        await(process, log, REGISTERED);
    }

    /** Submits the job as a user does. Its output goes to a log. */
    Process submit(Path log, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--master",
                master,
                "--class",
                "io.centerline.spark.PlaceJob",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.sql.shuffle.partitions=8",
                "--conf",
                "spark.sql.adaptive.coalescePartitions.enabled=false",
                "--executor-memory",
                "1g",
                "--jars",
                libraries()));
        all.add(job().toString());
        all.addAll(arguments);
        Process process =
                start(log, List.of("-Xmx1g"), "org.apache.spark.deploy.SparkSubmit", all.toArray(String[]::new));
        processes.add(process);
        return process;
    }

    /** The processes in which the cluster runs tasks. */
    List<ProcessHandle> executors() {
        return processes.stream()
                .flatMap(Process::descendants)
                .filter(each -> each.info()
                        .commandLine()
                        .orElse("")
                        .contains("org.apache.spark.executor.CoarseGrainedExecutorBackend"))
                .toList();
    }

    /** Waits until a log of a process has a line; fails once the process ended without it. */
    static Matcher await(Process process, Path log, Pattern wanted) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            boolean ended = !process.isAlive();
            String text = Files.exists(log) ? Files.readString(log) : "";
            Matcher matcher = wanted.matcher(text);
            if (matcher.find()) {
                return matcher;
            }
            if (ended) {
                throw new IllegalStateException("ended without `" + wanted + "`:\n" + text);
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException(log + " had no `" + wanted + "` in " + PATIENCE);
    }

    private Process start(Path log, List<String> options, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(options);
        command.add("-Dspark.master.rest.enabled=false");
        command.add("-cp");
        command.add(BUILD.resolve("home/jars").toAbsolutePath() + "/*");
        command.add(main);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.directory(folder.toFile());
        builder.environment()
                .put("SPARK_HOME", BUILD.resolve("home").toAbsolutePath().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
        return builder.start();
    }

    private static Path job() throws IOException {
        try (var built = Files.list(BUILD)) {
            return built.filter(file -> file.getFileName().toString().matches("centerline-spark-.*\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static String libraries() throws IOException {
        try (var libraries = Files.list(BUILD.resolve("lib"))) {
            return String.join(
                    ",",
                    libraries
                            .map(library -> library.toAbsolutePath().toString())
                            .sorted()
                            .toList());
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>();
        for (Process process : processes) {
            process.descendants().forEach(all::add);
            all.add(process.toHandle());
        }
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }
}
