package io.centerline.lsp;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.SourceLimits;
import io.centerline.rulebook.language.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a rule folder; of one that cannot be taken as a whole, the files that can be read. */
final class DiskFiles {
    private static final int DEPTH = 3;

    private DiskFiles() {}

    /**
     * What lies in a folder.
     *
     * @param texts the texts by path
     * @param faults why the folder cannot serve as it lies there; empty when it can be read
     */
    record Read(SortedMap<String, String> texts, List<Finding> faults) {}

    static Read read(Path root) {
        try {
            return new Read(RuleFolder.read(root).files(), List.of());
        } catch (RulebookException unreadable) {
            return new Read(readable(root), unreadable.findings());
        }
    }

    /** The text of one file; empty when it is not there or is no text that a rulebook could hold. */
    static Optional<String> read(Path root, String path) {
        Path file = root.resolve(path);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > SourceLimits.DEFAULT.fileBytes()) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a rulebook knows a file of this path. */
    static boolean isOurs(String path) {
        boolean hidden = path.startsWith(".") || path.contains("/.");
        return !hidden
                && (path.endsWith(".drl")
                        || path.endsWith(".cases.yaml")
                        || path.equals("evidence.yaml")
                        || (path.startsWith("scenarios/") && path.endsWith(".yaml")));
    }

    private static SortedMap<String, String> readable(Path root) {
        SortedMap<String, String> texts = new TreeMap<>();
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root, DEPTH)) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(DiskFiles::isOurs)
                    .limit(SourceLimits.DEFAULT.files())
                    .forEach(paths::add);
        } catch (IOException | UncheckedIOException partly) {
            // What was found so far is shown; the faults of the folder say the rest.
        }
        paths.forEach(path -> read(root, path).ifPresent(text -> texts.put(path, text)));
        return texts;
    }
}
