package io.centerline.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for tests that outlive a method. */
public final class Folders {

    private Folders() {}

    /** A new folder below the build's. */
    public static Path fresh(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-folders"));
            return Files.createTempDirectory(parent, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
