package io.centerline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file named on the command line, read whole.
 *
 * @param subject the file in a sentence: its name in backticks, or {@code standard input}
 * @param content its bytes, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record InputFile(String subject, byte[] content) {

    /** What one array of the JVM holds; reading stops there rather than at a smaller limit of ours. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

    private static final int LOOKED_AT = 8192;

    /**
     * Reads a file, or the standard input for {@code -}.
     *
     * @throws CommandRefused when there is nothing that can be read as text
     */
    static InputFile read(String name, Terminal terminal) {
        if (name.equals("-")) {
            try {
                return checked("standard input", terminal.in());
            } catch (IOException failed) {
                throw refused("standard input cannot be read: " + failed.getMessage(), "");
            }
        }
        try (InputStream in = open(name, terminal)) {
            return checked("`" + name + "`", in);
        } catch (IOException failed) {
            throw refused("the file `" + name + "` cannot be read: " + failed.getMessage(), "");
        }
    }

    /**
     * Opens a file to be read piece by piece, or the standard input for {@code -}.
     *
     * @throws CommandRefused when there is no such file, or it may not be read
     */
    static InputStream open(String name, Terminal terminal) {
        if (name.equals("-")) {
            return terminal.in();
        }
        Path path = path(name);
        if (Files.isDirectory(path)) {
            throw refused("`" + name + "` is a folder", "name one file in it");
        }
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException missing) {
            throw refused("there is no file `" + name + "`", "use `-` to read the standard input");
        } catch (AccessDeniedException denied) {
            throw refused("the file `" + name + "` may not be read", "check its permissions");
        } catch (IOException failed) {
            throw refused("the file `" + name + "` cannot be read: " + failed.getMessage(), "");
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw refused("`" + name + "` is no file name: " + invalid.getReason(), "");
        }
    }

    private static InputFile checked(String subject, InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST_BYTES);
        if (content.length == 0) {
            throw refused(subject + " is empty", "give a placement request in JSON, or entry lines in CSV");
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            throw refused(subject + " is a workbook or an archive", "save the sheet as CSV UTF-8");
        }
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            throw refused(subject + " is encoded in UTF-16", "save it as UTF-8");
        }
        for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
            if (content[i] == 0) {
                throw refused(subject + " is not text: byte " + (i + 1) + " is zero", "give JSON or CSV in UTF-8");
            }
        }
        return new InputFile(subject, content);
    }

    private static boolean startsWith(byte[] content, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static CommandRefused refused(String message, String help) {
        return new CommandRefused(ExitCode.INPUT_REFUSED, message, help);
    }
}
