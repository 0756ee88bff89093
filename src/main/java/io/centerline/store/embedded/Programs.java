package io.centerline.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked once per folder from the
 * archive on the class path.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path home) {

    /** Returns the program's path on this machine. */
    Path program(String name) {
        return home.resolve("bin").resolve(Machine.WINDOWS ? name + ".exe" : name);
    }

    /** Unpacks the archive below {@code folder} unless that was done before. */
    static Programs unpackedBelow(Path folder) throws IOException {
        URL archive = archive();
        // The size tells one release's archive from the next without reading 15 MB at every start.
        long size = archive.openConnection().getContentLengthLong();
        Path home = folder.resolve("programs-" + size);
        if (!Files.isDirectory(home)) {
            unpack(archive, folder, home);
        }
        return new Programs(home);
    }

    private static void unpack(URL archive, Path folder, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(folder, "programs-unfinished-");
        try {
            try (InputStream in = archive.openStream();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, unfinished);
                }
            }
            try {
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
                // Another program unpacked the same archive at the same moment; its copy is as good.
                deleteTree(unfinished);
            }
        } catch (IOException | RuntimeException e) {
            deleteTree(unfinished);
            throw e;
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to) throws IOException {
        Path target = to.resolve(entry.getName()).normalize();
        if (!target.startsWith(to)) {
            throw new IOException("archive entry `" + entry.getName() + "` leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if (!Machine.WINDOWS) {
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static URL archive() {
        String machine = Machine.SYSTEM + "-" + Machine.ARCHITECTURE;
        @Nullable URL found = Machine.ALPINE ? resource(machine + "-alpine_linux") : null;
        if (found == null) {
            found = resource(machine);
        }
        if (found == null && !Machine.LINUX) {
            // macOS and Windows run x86 programs on ARM machines.
            found = resource(Machine.SYSTEM + "-x86_64");
        }
        if (found == null) {
            throw new StoreRefused(
                    "no PostgreSQL programs for `" + machine.toLowerCase(Locale.ROOT) + "` come with Centerline",
                    "set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL server");
        }
        return found;
    }

    private static @Nullable URL resource(String machine) {
        return Programs.class.getClassLoader().getResource("postgres-" + machine + ".txz");
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
