package io.centerline.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Reads a folder of the file system. Follows links inside the folder, never one that leaves it. */
final class FolderReader {
    /** Entries of any kind looked at for each file allowed: far more than a rule folder has beside its rules. */
    private static final int ENTRIES_PER_FILE = 20;

    private final Path root;
    private final Predicate<SourceName.Kind> wanted;
    private final SourceCollector collector;
    private long entries;

    private FolderReader(Path root, Predicate<SourceName.Kind> wanted, SourceCollector collector) {
        this.root = root;
        this.wanted = wanted;
        this.collector = collector;
    }

    /**
     * Reads the wanted kinds of files.
     *
     * @throws RulebookException with every finding
     */
    static RuleFolder read(Path folder, SourceLimits limits, Predicate<SourceName.Kind> wanted) {
        SourceCollector collector = new SourceCollector(limits);
        String help =
                "name the folder of the rules: a command takes it as its argument, the service from centerline.rules.dir";
        String name = "the folder `" + folder + "`";
        if (!Files.isDirectory(folder)) {
            throw collector.stop(
                    Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                            ? "`" + folder + "` is not a folder"
                            : name + " does not exist",
                    help);
        }
        try {
            Path root = folder.toRealPath();
            new FolderReader(root, wanted, collector).walk(root, "", List.of(root));
        } catch (IOException unreadable) {
            throw collector.stop(name + " cannot be read", help);
        }
        return collector.folder(name, help);
    }

    private record Entry(String name, Path path) {}

    private void walk(Path directory, String prefix, List<Path> above) {
        for (Entry entry : list(directory, prefix)) {
            String path = prefix + entry.name();
            if (SourceName.isHidden(entry.name())) {
                continue;
            }
            try {
                visit(entry.path(), path, above);
            } catch (IOException gone) {
                unreadable(path, gone);
            }
        }
    }

    private List<Entry> list(Path directory, String prefix) {
        List<Entry> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path path : stream) {
                if (++entries > (long) ENTRIES_PER_FILE * collector.limits().files()) {
                    throw collector.stop(
                            "the folder holds more than "
                                    + SourceCollector.number(ENTRIES_PER_FILE
                                            * collector.limits().files())
                                    + " entries",
                            "point to a rule folder, and keep other files out of it");
                }
                found.add(new Entry(path.getFileName().toString(), path));
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            collector.file(prefix, "the folder cannot be listed", "check that it exists and may be read");
        }
        found.sort(Comparator.comparing(Entry::name));
        return found;
    }

    private void visit(Path file, String path, List<Path> above) throws IOException {
        boolean link = Files.isSymbolicLink(file);
        if (link && !Files.exists(file)) {
            if (isOurs(path)) {
                collector.file(path, "the link leads nowhere", "take it away, or let it lead to a file of the folder");
            }
            return;
        }
        Path real = link ? file.toRealPath() : file;
        if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            enter(real, path, above);
        } else if (isOurs(path) && collector.takesName(path)) {
            if (!real.startsWith(root)) {
                collector.file(path, "the link leaves the rule folder", "put the file itself into the folder");
            } else if (Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                read(real, path);
            } else {
                collector.file(path, "this is not a plain file", "put a text file in its place");
            }
        }
    }

    private void enter(Path real, String path, List<Path> above) {
        if (!real.startsWith(root)) {
            collector.file(path, "the link leaves the rule folder", "put the files themselves into the folder");
        } else if (above.contains(real)) {
            collector.file(path, "the link leads back to a folder it lies in", "take it away");
        } else {
            List<Path> deeper = new ArrayList<>(above);
            deeper.add(real);
            walk(real, path + "/", deeper);
        }
    }

    /** Whether somebody expects the file to be read, so that a fault of it matters. */
    private boolean isOurs(String path) {
        SourceName.Kind kind = SourceName.kind(path);
        return kind == SourceName.Kind.OTHER ? SourceName.isMissed(path) : wanted.test(kind);
    }

    // The path was resolved before, so a link here was put in its place since.
    private void read(Path real, String path) throws IOException {
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            collector.add(path, in.readNBytes(collector.limits().fileBytes() + 1));
        }
    }

    private void unreadable(String path, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            collector.file(path, "the file was taken away while the folder was read", "read the folder again");
        } else {
            collector.file(path, "the file cannot be read", "check that it exists and may be read");
        }
    }
}
