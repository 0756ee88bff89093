package io.centerline.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server's data: created when absent, checked when present.
 *
 * @param folder PostgreSQL's data folder
 * @param password of the one role, {@link #ROLE}
 */
record Cluster(Path folder, String password) {

    static final String ROLE = "centerline";

    private static final String VERSION = "17";

    /** Opens the cluster below {@code home}, creating it first if there is none. */
    static Cluster openOrCreate(Path home, Programs programs, Launcher launcher) throws IOException {
        Path folder = home.resolve("cluster");
        String password = password(home.resolve("password"));
        Path unfinished = home.resolve("cluster-unfinished");
        Programs.deleteTree(unfinished);
        if (!Files.exists(folder)) {
            create(home, unfinished, programs, launcher);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        check(folder);
        own(folder, launcher);
        return new Cluster(folder, password);
    }

    private static void create(Path home, Path unfinished, Programs programs, Launcher launcher) throws IOException {
        Files.createDirectory(unfinished);
        own(unfinished, launcher);
        Path output = home.resolve("initdb.log");
        // The built-in C.UTF-8 sorts the same on every machine, whatever its C library.
        List<String> arguments = List.of(
                "--pgdata=" + unfinished,
                "--username=" + ROLE,
                "--pwfile=" + home.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        if (!launcher.run(home, output, 120, programs.program("initdb"), arguments)) {
            throw new StoreRefused(
                    "cannot create the database in `" + home + "`: " + ServerLog.lastFault(output, 0),
                    "the whole output is in `" + output + "`");
        }
    }

    private static void check(Path folder) throws IOException {
        Path file = folder.resolve("PG_VERSION");
        if (!Files.isRegularFile(file)) {
            throw new StoreRefused(
                    "`" + folder + "` is not a PostgreSQL data folder: it has no `PG_VERSION`",
                    "move it away, or give another folder with CENTERLINE_DATA_DIR");
        }
        String version = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!version.equals(VERSION)) {
            throw new StoreRefused(
                    "`" + folder + "` was written by PostgreSQL " + version + ", this program brings " + VERSION,
                    "start the program that wrote it, or copy its decisions over");
        }
    }

    /** Root changes its mind about the server's user when user namespaces come or go; the files follow. */
    private static void own(Path folder, Launcher launcher) throws IOException {
        if (launcher.prefix().isEmpty() || uid(folder) == launcher.uid()) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) tree.sorted((a, b) -> b.compareTo(a))::iterator) {
                Files.setAttribute(path, "unix:uid", launcher.uid(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path unfinished = file.resolveSibling("password-unfinished");
            Files.deleteIfExists(unfinished);
            if (Machine.WINDOWS) {
                Files.createFile(unfinished);
            } else {
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    unfinished, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
