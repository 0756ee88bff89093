package io.centerline.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into blocks of whole lines, in memory that is used again. Not thread-safe. */
final class LineBlocks {
    private static final int BLOCK = 1 << 20;
    private static final int LONGEST = 256 << 20;

    private final InputStream in;
    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private byte[] rest = new byte[0];
    private boolean ended;

    /**
     * Whole lines, or, last, a piece without its newline.
     *
     * @param bytes holds them
     * @param length how many of the bytes count
     * @param cut whether this is a piece without its newline
     */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Block(byte[] bytes, int length, boolean cut) {}

    LineBlocks(InputStream in) {
        this.in = in;
    }

    /** The first line without its newline; empty when there is none, or only a piece of one. */
    Optional<byte[]> header(int longest) throws IOException {
        byte[] read = in.readNBytes(longest);
        for (int i = 0; i < read.length; i++) {
            if (read[i] == '\n') {
                rest = Arrays.copyOfRange(read, i + 1, read.length);
                return Optional.of(Arrays.copyOf(read, i));
            }
        }
        return Optional.empty();
    }

    /** The next lines; empty at the end. */
    Optional<Block> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        byte[] block = free.isEmpty() ? new byte[Math.max(BLOCK, rest.length)] : free.pop();
        if (block.length < rest.length) {
            block = new byte[rest.length];
        }
        System.arraycopy(rest, 0, block, 0, rest.length);
        int length = rest.length;
        int stop = lastNewline(block, 0, length);
        while (true) {
            int read = length < block.length ? in.readNBytes(block, length, block.length - length) : 0;
            stop = Math.max(stop, lastNewline(block, length, length + read));
            length += read;
            if (length < block.length) {
                ended = true;
                return last(block, stop, length);
            }
            if (stop >= 0) {
                rest = Arrays.copyOfRange(block, stop + 1, length);
                return Optional.of(new Block(block, stop + 1, false));
            }
            if (block.length >= LONGEST) {
                throw new IOException("it has a line longer than 256 MiB");
            }
            block = Arrays.copyOf(block, 2 * block.length);
        }
    }

    private Optional<Block> last(byte[] block, int stop, int length) {
        if (stop + 1 == length) {
            return length == 0 ? Optional.empty() : Optional.of(new Block(block, length, false));
        }
        if (stop < 0) {
            return Optional.of(new Block(block, length, true));
        }
        // Whole lines first, then the piece behind them.
        rest = Arrays.copyOfRange(block, stop + 1, length);
        ended = false;
        return Optional.of(new Block(block, stop + 1, false));
    }

    private static int lastNewline(byte[] block, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Takes a block's memory back. */
    void release(Block block) {
        if (block.bytes().length == BLOCK) {
            free.push(block.bytes());
        }
    }
}
