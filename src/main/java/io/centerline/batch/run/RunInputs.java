package io.centerline.batch.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the files of a run: files, all files of folders, and globs such as {@code 2025/*.parquet}. Stateless. */
final class RunInputs {
    private static final String ENDINGS =
            "a run reads files that end with `.csv`, `.tsv`, `.txt`, `.parquet`, `.ndjson` or `.jsonl`, also with `.gz` or `.zst` behind";

    private RunInputs() {}

    /**
     * The files, those of a folder or a glob in the order of their paths.
     *
     * @throws RunRefused when there is nothing to read, or a file is named twice
     */
    static List<RunInput> find(List<String> names) {
        List<RunInput> inputs = new ArrayList<>();
        for (String name : names) {
            List<RunInput> found = find(name);
            if (found.isEmpty()) {
                throw RunRefused.input("`" + name + "` holds no file that a run can read", ENDINGS);
            }
            inputs.addAll(found);
        }
        if (inputs.isEmpty()) {
            throw new RunRefused(RunRefused.Cause.USAGE, "no file is named", ENDINGS);
        }
        Map<Path, String> seen = new HashMap<>();
        for (RunInput input : inputs) {
            String before = seen.put(real(input), input.name());
            if (before != null) {
                throw RunRefused.input(
                        "`" + input.name() + "` and `" + before + "` are the same file", "name each file once");
            }
        }
        return List.copyOf(inputs);
    }

    private static List<RunInput> find(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException invalid) {
            return glob(name);
        }
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    return readable(files);
                }
            }
            if (!Files.exists(path)) {
                if (name.matches(".*[*?\\[{].*")) {
                    return glob(name);
                }
                throw RunRefused.input("there is no file `" + name + "`", "look for a typing error");
            }
        } catch (AccessDeniedException denied) {
            throw RunRefused.input("`" + denied.getFile() + "` may not be read", "check its permissions");
        } catch (IOException failed) {
            throw RunRefused.input("`" + name + "` cannot be read: " + failed.getMessage(), "");
        }
        if (!Files.isReadable(path)) {
            throw RunRefused.input("the file `" + name + "` may not be read", "check its permissions");
        }
        RunInput input = RunInput.of(path, name);
        if (input == null) {
            throw RunRefused.input(
                    "the ending of `" + name + "` does not tell how the file is written",
                    name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                            ? "save the sheet as CSV UTF-8; `place` reads a workbook"
                            : ENDINGS);
        }
        return List.of(input);
    }

    private static List<RunInput> glob(String pattern) {
        int first = pattern.replaceFirst("[*?\\[{].*", "").lastIndexOf('/');
        Path root = Path.of(first < 0 ? "." : first == 0 ? "/" : pattern.substring(0, first));
        String whole = first < 0 ? "./" + pattern : pattern;
        if (!Files.isDirectory(root)) {
            throw RunRefused.input("there is no folder `" + root + "`", "look for a typing error");
        }
        try (Stream<Path> files = Files.walk(root)) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + whole);
            return readable(files.filter(matcher::matches));
        } catch (IOException | IllegalArgumentException failed) {
            throw RunRefused.input("`" + pattern + "` cannot be searched: " + failed.getMessage(), "");
        }
    }

    private static List<RunInput> readable(Stream<Path> files) {
        return files.filter(Files::isRegularFile)
                .sorted(Comparator.comparing(Path::toString))
                .map(file -> RunInput.of(file, file.toString().replaceFirst("^\\./", "")))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Path real(RunInput input) {
        try {
            return input.path().toRealPath();
        } catch (IOException failed) {
            throw RunRefused.input("`" + input.name() + "` cannot be read: " + failed.getMessage(), "");
        }
    }
}
