package io.centerline.rulebook.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.centerline.rulebook.RuleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a rule folder that a change writes anew.
 *
 * @param before the text of each, as it was; empty for a new one
 * @param after the text of each, as it will be
 */
public record ChangedFiles(SortedMap<String, String> before, SortedMap<String, String> after) {
    private static final int CONTEXT = 3;

    /** What differs between a folder and its files after a change. */
    public static ChangedFiles between(RuleFolder folder, SortedMap<String, String> changed) {
        SortedMap<String, String> before = new TreeMap<>();
        SortedMap<String, String> after = new TreeMap<>();
        changed.forEach((path, text) -> {
            String was = folder.files().getOrDefault(path, "");
            if (!was.equals(text)) {
                before.put(path, was);
                after.put(path, text);
            }
        });
        return new ChangedFiles(before, after);
    }

    /** The folder with the change. */
    public RuleFolder applied(RuleFolder folder) {
        SortedMap<String, String> files = folder.files();
        files.putAll(after);
        return RuleFolder.of(files);
    }

    /** The change as a unified diff, in the order of the paths. */
    public String diff() {
        StringBuilder diff = new StringBuilder();
        after.forEach((path, text) -> {
            List<String> was = lines(before.getOrDefault(path, ""));
            UnifiedDiffUtils.generateUnifiedDiff(
                            "a/" + path, "b/" + path, was, DiffUtils.diff(was, lines(text)), CONTEXT)
                    .forEach(line -> diff.append(line).append('\n'));
        });
        return diff.toString();
    }

    /** The first line of a file that differs, as it will be; 1 when none does. */
    public int firstLine(String path) {
        List<String> now = lines(after.getOrDefault(path, ""));
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(lines(before.getOrDefault(path, "")), now).getDeltas();
        return deltas.isEmpty()
                ? 1
                : Math.max(1, Math.min(now.size(), deltas.get(0).getTarget().getPosition() + 1));
    }

    /**
     * Writes the files, each whole or not at all. Lines that stay keep their bytes; new lines end as the file's other lines do.
     *
     * @throws IOException when a file cannot be written; files before it, in the order of the paths, are then written
     */
    public void write(Path folder) throws IOException {
        Map<Path, Path> ready = new TreeMap<>();
        try {
            for (Map.Entry<String, String> file : after.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Path unfinished = path.resolveSibling("." + path.getFileName() + ".unfinished");
                ready.put(path, unfinished);
                Files.write(unfinished, bytes(path, file.getValue()));
            }
            for (Map.Entry<Path, Path> file : ready.entrySet()) {
                Files.move(
                        file.getValue(),
                        file.getKey(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path unfinished : ready.values()) {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    private static byte[] bytes(Path path, String text) throws IOException {
        if (!Files.exists(path)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        List<String> raw = ended(Files.readString(path));
        List<String> was = raw.stream().map(ChangedFiles::plain).toList();
        String end = raw.get(0).endsWith("\r\n") ? "\r\n" : "\n";
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(was, ended(text)).getDeltas()) {
            raw.subList(at, delta.getSource().getPosition()).forEach(out::append);
            delta.getTarget().getLines().forEach(line -> out.append(line.replace("\n", end)));
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        raw.subList(at, raw.size()).forEach(out::append);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line as rule files are read: without a byte order mark, ended by a line feed. */
    private static String plain(String line) {
        return (line.startsWith("\uFEFF") ? line.substring(1) : line).replace("\r\n", "\n");
    }

    /** The lines of a text, each with its end. */
    private static List<String> ended(String text) {
        return Arrays.asList(text.split("(?<=\n)", -1));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.stripTrailing().split("\n", -1));
    }
}
