package io.centerline.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A reader's bash: it takes one block after the other, and variables and the folder last from block to block. */
final class Shell {

    /**
     * What a block printed.
     *
     * @param text on both outputs, as a terminal shows it
     * @param exitCode of its last command that failed, or 0
     */
    record Printed(String text, int exitCode) {}

    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder where the reader stands, with nothing in it that may not be changed */
    Shell(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Runs blocks of commands.
     *
     * @param notes an existing folder for what they print
     * @throws AssertionError when they do not come to an end in time
     */
    List<Printed> run(List<String> blocks, Path notes, Duration patience) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("trap 'failed=$?' ERR\n");
        for (int i = 0; i < blocks.size(); i++) {
            Path block = notes.resolve(i + ".sh");
            Files.writeString(block, blocks.get(i));
            script.append(
                    "failed=0; . '%1$s' > '%1$s.out' 2>&1 < /dev/null; echo $failed > '%1$s.code'\n".formatted(block));
        }
        Path all = Files.writeString(notes.resolve("all.sh"), script);
        ProcessBuilder bash = new ProcessBuilder("bash", "--norc", all.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(notes.resolve("all.out").toFile());
        // Whoever runs the tests may have set these; the JVM announces the last three on its standard error.
        bash.environment()
                .keySet()
                .removeAll(List.of(
                        "CENTERLINE_RULES_DIR", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        bash.environment().putAll(environment);
        Process reader = bash.start();
        if (!reader.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            // The shell first, or it would go on behind the command that is ended.
            List<ProcessHandle> started = reader.descendants().toList();
            reader.destroyForcibly().waitFor();
            started.forEach(ProcessHandle::destroyForcibly);
        }
        List<Printed> printed = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Path code = notes.resolve(i + ".sh.code");
            if (!Files.exists(code)) {
                throw new AssertionError(
                        "this block did not end:\n" + blocks.get(i) + Files.readString(notes.resolve("all.out")));
            }
            printed.add(new Printed(
                    Files.readString(notes.resolve(i + ".sh.out")),
                    Integer.parseInt(Files.readString(code).strip())));
        }
        return printed;
    }
}
