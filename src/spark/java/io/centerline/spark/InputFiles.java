package io.centerline.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of a job: what its inputs name, in their order, those of a folder or pattern by path. The place in that order is
 * the number of a file.
 *
 * @param uris where they are
 * @param names how messages name them
 * @param parquet whether they are Parquet; else they hold separated values
 */
record InputFiles(List<String> uris, List<String> names, boolean parquet) implements Serializable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    InputFiles {
        uris = List.copyOf(uris);
        names = List.copyOf(names);
    }

    /**
     * Looks for them. Of a folder come all files below it but those whose names start with a dot or an underscore.
     *
     * @throws JobRefused when an input names no file, a file is named twice, or not all files are of one kind
     * @throws IOException when a file system cannot be asked
     */
    static InputFiles find(List<String> inputs, Configuration hadoop) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        for (String input : inputs) {
            Path path = new Path(input);
            boolean whole = path.toUri().getScheme() != null;
            for (Path each : find(path, hadoop)) {
                String name = whole ? each.toString() : each.toUri().getPath();
                if (names.put(each.toString(), name) != null) {
                    throw new JobRefused("two inputs name the file `" + name + "`", "name each file once");
                }
            }
        }
        List<String> uris = List.copyOf(names.keySet());
        List<String> parquet = new ArrayList<>();
        for (String uri : uris) {
            if (isParquet(new Path(uri), hadoop)) {
                parquet.add(uri);
            }
        }
        if (!parquet.isEmpty() && parquet.size() < uris.size()) {
            String other = uris.stream()
                    .filter(each -> !parquet.contains(each))
                    .findFirst()
                    .orElseThrow();
            throw new JobRefused(
                    "`" + names.get(parquet.get(0)) + "` is Parquet and `" + names.get(other) + "` is not",
                    "run one job for each kind of file");
        }
        return new InputFiles(uris, List.copyOf(names.values()), !parquet.isEmpty());
    }

    private static SortedSet<Path> find(Path input, Configuration hadoop) throws IOException {
        FileSystem files = input.getFileSystem(hadoop);
        FileStatus[] named = files.globStatus(input);
        SortedSet<Path> found = new TreeSet<>();
        for (FileStatus each : named == null ? new FileStatus[0] : named) {
            if (each.isFile()) {
                found.add(each.getPath());
                continue;
            }
            RemoteIterator<LocatedFileStatus> below = files.listFiles(each.getPath(), true);
            while (below.hasNext()) {
                Path file = below.next().getPath();
                if (!isHidden(file, each.getPath())) {
                    found.add(file);
                }
            }
        }
        if (found.isEmpty()) {
            throw new JobRefused(
                    "`--input " + input + "` names no file",
                    "name a file, a folder with files, or a pattern such as `lines-*.parquet`");
        }
        return found;
    }

    /** Whether a file, or a folder between it and the input, is one that programs keep for themselves. */
    private static boolean isHidden(Path file, Path folder) {
        for (Path each = file; each != null && !each.equals(folder); each = each.getParent()) {
            if (each.getName().startsWith(".") || each.getName().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParquet(Path path, Configuration hadoop) throws IOException {
        try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }
}
