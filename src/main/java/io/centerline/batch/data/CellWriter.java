package io.centerline.batch.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the rows of a CSV, whose cells need no quotes unless they say so. Not thread-safe. */
final class CellWriter implements Closeable {
    private static final byte[] BLANK = {};
    private static final int SIZE = 1 << 16;
    private static final int LONGEST = 1 << 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int at;
    private boolean begun;

    CellWriter(Path file) throws IOException {
        out = Files.newOutputStream(file);
    }

    void titles(List<String> titles) throws IOException {
        for (String title : titles) {
            cell(title.getBytes(UTF_8));
        }
        endRow();
    }

    void cell(byte[] text) throws IOException {
        begin();
        put(text, 0, text.length);
    }

    void blank() throws IOException {
        cell(BLANK);
    }

    /** An amount in dollars as reports write it, such as {@code "$10,000.00"}; quoted where it has a comma. */
    void dollars(byte[] amount) throws IOException {
        begin();
        int sign = amount.length > 0 && amount[0] == '-' ? 1 : 0;
        int whole = amount.length - 3;
        boolean quoted = whole - sign > 3;
        if (quoted) {
            buffer[at++] = '"';
        }
        if (sign > 0) {
            buffer[at++] = '-';
        }
        buffer[at++] = '$';
        for (int i = sign; i < whole; i++) {
            buffer[at++] = amount[i];
            if (i < whole - 1 && (whole - 1 - i) % 3 == 0) {
                buffer[at++] = ',';
            }
        }
        put(amount, whole, 3);
        if (quoted) {
            buffer[at++] = '"';
        }
    }

    void endRow() throws IOException {
        buffer[at++] = '\n';
        begun = false;
        if (at > SIZE - LONGEST) {
            out.write(buffer, 0, at);
            at = 0;
        }
    }

    private void begin() {
        if (begun) {
            buffer[at++] = ',';
        }
        begun = true;
    }

    private void put(byte[] text, int from, int length) {
        System.arraycopy(text, from, buffer, at, length);
        at += length;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, at);
        }
    }
}
