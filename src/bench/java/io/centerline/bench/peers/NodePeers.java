package io.centerline.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.tariff.Center;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The peers that come as packages of npm: they run in a process of Node, which checks and times them by its own clock. */
final class NodePeers {
    private static final List<String> NAMES = List.of("GoRules ZEN", "Cedar");
    private static final Path SOURCE = Path.of("src/bench/node");
    private static final Path FOLDER = Path.of("target/bench-node");

    private NodePeers() {}

    static void run(Tasks tasks, int millis, PeersTable table) throws IOException, InterruptedException {
        if (!isThere("node") || !isThere("npm")) {
            NAMES.forEach(name -> table.note(name, "not run: no Node"));
            return;
        }
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "peers.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (start("npm", "install", "--no-audit", "--no-fund", "--silent").waitFor() != 0) {
            NAMES.forEach(name -> table.note(name, "not run: npm could not install it"));
            return;
        }
        ObjectMapper json = new ObjectMapper();
        json.writeValue(FOLDER.resolve("tasks.json").toFile(), asked(tasks));
        Process node = start("node", "peers.mjs", "tasks.json", Integer.toString(millis));
        try (BufferedReader lines = node.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(json.readTree(line), table);
            }
        }
        if (node.waitFor() != 0) {
            throw new IOException("the peers in Node ended with exit code " + node.exitValue());
        }
    }

    private static void add(JsonNode answer, PeersTable table) {
        String peer = answer.get("peer").textValue();
        if (answer.has("note")) {
            table.note(peer, answer.get("note").textValue());
            return;
        }
        List<Double> nanos = new ArrayList<>();
        answer.get("nanos").forEach(round -> nanos.add(round.doubleValue()));
        table.add(
                peer,
                answer.get("task").textValue(),
                Figure.of(nanos.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static Map<String, Object> asked(Tasks tasks) {
        return Map.of(
                "centers",
                Stream.of(Center.values()).map(Center::name).toList(),
                "classifications",
                tasks.classifications().stream()
                        .map(task -> Map.of(
                                "name", task.name(),
                                "ranges", task.law().ranges(),
                                "numbers",
                                        task.goods().stream().map(Goods::number).toList(),
                                "expected", task.expected()))
                        .toList(),
                "ranges",
                tasks.law().ranges(),
                "placements",
                tasks.placements().stream()
                        .map(task -> Map.of(
                                "name", task.name(),
                                "lines",
                                        task.sample().lines().stream()
                                                .map(NodePeers::line)
                                                .toList(),
                                "from", day(task.sample().from()),
                                "to", day(task.sample().to()),
                                "expected", task.expected()))
                        .toList());
    }

    private static Map<String, Object> line(Sample.Line line) {
        return Map.of("number", line.goods().number(), "date", day(line.date()));
    }

    /** A day as a number that sorts as days do, such as 20261125: ZEN compares numbers. */
    private static int day(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
