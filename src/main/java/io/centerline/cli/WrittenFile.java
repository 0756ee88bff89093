package io.centerline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Keeps a command from writing over a file that it reads, under whatever name. Stateless. */
final class WrittenFile {
    private WrittenFile() {}

    /**
     * Refuses to write a file that is read.
     *
     * @param written what is written
     * @param subject what names it, at the start of a sentence
     * @param read the file that is read, as on the command line; {@code -} is none
     * @param help how to name another one
     * @throws CommandRefused when both are the same file, or the name that holds what is written until it is whole
     */
    static void refuseInput(Path written, String subject, String read, String help) {
        if (!read.equals("-") && isWrittenWith(written, path(read))) {
            throw new CommandRefused(ExitCode.USAGE, subject + " names the file that is read", help);
        }
    }

    /** Whether writing one file also writes the other. */
    static boolean isWrittenWith(Path written, Path other) {
        return isSame(written, other) || isSame(unfinished(written), other);
    }

    /** The name that holds a file until it is whole. */
    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }

    private static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other);
            }
            return real(one).equals(real(other));
        } catch (IOException unreadable) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    /** A file that need not exist, in the folder that its path really leads to. */
    private static Path real(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        return folder == null ? whole.normalize() : folder.toRealPath().resolve(whole.getFileName());
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, "`" + name + "` is no file name: " + invalid.getReason(), "");
        }
    }
}
