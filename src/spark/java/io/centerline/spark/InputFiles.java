package io.centerline.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * The files of a job: what its inputs name, each once and in the order of their paths. The place in that order is the number
 * of a file.
 *
 * @param uris where they are
 * @param parquet whether they are Parquet; else they hold separated values
 */
record InputFiles(List<String> uris, boolean parquet) {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    InputFiles {
        uris = List.copyOf(uris);
    }

    /**
     * Looks for them. Of a folder come all files below it but those whose names start with a dot or an underscore.
     *
     * @throws JobRefused when an input names no file, or not all files are of one kind
     * @throws IOException when a file system cannot be asked
     */
    static InputFiles find(List<String> inputs, Configuration hadoop) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        for (String input : inputs) {
            int before = found.size();
            Path path = new Path(input);
            FileSystem files = path.getFileSystem(hadoop);
            FileStatus[] named = files.globStatus(path);
            for (FileStatus each : named == null ? new FileStatus[0] : named) {
                addTo(found, each, files);
            }
            if (found.size() == before) {
                throw new JobRefused(
                        "`--input " + input + "` names no file that another input does not name",
                        "name a file, a folder with files, or a pattern such as `lines-*.parquet`");
            }
        }
        List<String> parquet = new ArrayList<>();
        for (String uri : found) {
            if (isParquet(new Path(uri), hadoop)) {
                parquet.add(uri);
            }
        }
        if (!parquet.isEmpty() && parquet.size() < found.size()) {
            String other = found.stream()
                    .filter(each -> !parquet.contains(each))
                    .findFirst()
                    .orElseThrow();
            throw new JobRefused(
                    "`" + parquet.get(0) + "` is Parquet and `" + other + "` is not",
                    "run one job for each kind of file");
        }
        return new InputFiles(List.copyOf(found), !parquet.isEmpty());
    }

    private static void addTo(SortedSet<String> found, FileStatus named, FileSystem files) throws IOException {
        if (named.isFile()) {
            found.add(named.getPath().toString());
            return;
        }
        RemoteIterator<LocatedFileStatus> below = files.listFiles(named.getPath(), true);
        while (below.hasNext()) {
            Path each = below.next().getPath();
            if (!isHidden(each, named.getPath())) {
                found.add(each.toString());
            }
        }
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
