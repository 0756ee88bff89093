package io.centerline.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a command. Text is UTF-8 whatever the locale, so that output can be compared between machines.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 */
record Terminal(InputStream in, OutputStream out, OutputStream err) {

    /** The streams of the process, past {@code System.out}, which would hide that a write failed. */
    static Terminal ofProcess() {
        return new Terminal(
                // A file stream of its own asks for a length when read whole, which a pipe does not have.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    /**
     * Writes to the standard output.
     *
     * @throws OutputFailed when it takes no more
     */
    void print(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException failed) {
            throw new OutputFailed(failed);
        }
    }

    /** Writes text to the standard output. */
    void print(String text) {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes text to the standard error. */
    void complain(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nobodyListens) {
            // Nowhere is left to say so; the exit code still tells.
        }
    }
}
