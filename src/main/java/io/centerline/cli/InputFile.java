package io.centerline.cli;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file named on the command line, open at its start.
 *
 * @param subject the file in a sentence: its name in backticks, or {@code standard input}
 * @param content its bytes, at least one; can be marked and reset
 */
record InputFile(String subject, InputStream content) implements Closeable {

    /** What one array of the JVM holds; reading whole stops there rather than at a smaller limit of ours. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

    private static final byte[] EXPORT = "{\"format\":\"centerline-journal/".getBytes(StandardCharsets.US_ASCII);

    private static final int LOOKED_AT = 8192;

    /**
     * Opens a file, or the standard input for {@code -}.
     *
     * @throws CommandRefused when there is no such file, or it may not be read
     */
    static InputFile of(String name, Terminal terminal) {
        return new InputFile(subject(name), new BufferedInputStream(open(name, terminal)));
    }

    /** All bytes from here on. */
    byte[] readAll() throws IOException {
        return content.readNBytes(MOST_BYTES);
    }

    /** The refusal of a file whose reading failed. */
    static CommandRefused unreadable(String name, IOException failed) {
        String subject = name.equals("-") ? "standard input" : "the file `" + name + "`";
        return refused(subject + " cannot be read: " + failed.getMessage(), "");
    }

    @Override
    public void close() throws IOException {
        content.close();
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
            throw refused("there is no file `" + name + "`", "look for a typing error, and in which folder you are");
        } catch (AccessDeniedException denied) {
            throw refused("the file `" + name + "` may not be read", "check its permissions");
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    /**
     * Opens an export of the journal.
     *
     * @throws CommandRefused also when it does not start as one, so that another file is not taken for an altered one
     */
    static InputStream export(String name, Terminal terminal) throws IOException {
        InputStream in = new BufferedInputStream(open(name, terminal));
        in.mark(EXPORT.length);
        byte[] start = in.readNBytes(EXPORT.length);
        in.reset();
        if (Arrays.equals(start, EXPORT)) {
            return in;
        }
        in.close();
        throw refused(
                subject(name) + " is no export of the journal",
                "give a file that `GET /v1/journal/export` answered, or a proof with `Accept: application/x-ndjson`");
    }

    /** A file in a sentence: its name in backticks, or {@code standard input}. */
    static String subject(String name) {
        return name.equals("-") ? "standard input" : "`" + name + "`";
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw refused("`" + name + "` is no file name: " + invalid.getReason(), "");
        }
    }

    /**
     * Looks at the start of a file that may hold anything.
     *
     * @throws CommandRefused when it is empty
     */
    void check() throws IOException {
        if (start().length == 0) {
            throw refused(subject + " is empty", "give a placement request in JSON, or entry lines in a CSV or XLSX");
        }
    }

    /**
     * Looks at the start of a file of text.
     *
     * @throws CommandRefused when it is none
     */
    void checkText() throws IOException {
        byte[] start = start();
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                throw refused(subject + " is not text: byte " + (i + 1) + " is zero", "give JSON in UTF-8");
            }
        }
    }

    private byte[] start() throws IOException {
        content.mark(LOOKED_AT);
        byte[] start = content.readNBytes(LOOKED_AT);
        content.reset();
        return start;
    }

    private static CommandRefused refused(String message, String help) {
        return new CommandRefused(ExitCode.INPUT_REFUSED, message, help);
    }
}
