package io.centerline.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body in zstd as it was sent, which claims memory for the window of each frame before that is inflated (RFC 8878, section
 * 3.1.1). Anything else is passed on unchanged, and the library refuses it. Not thread-safe.
 */
final class ZstdFrames extends FilterInputStream {
    private static final long MAGIC = 0xFD2F_B528L;
    /** All but the last four bits of the first number of a skippable frame. */
    private static final long SKIPPABLE = 0x184_D2A5L;

    private static final long MOST_SKIPPABLE = 1 << 20;
    private static final int LONGEST_BLOCK = 128 << 10;
    /** The library refuses frames that want more, as RFC 9659 has it for HTTP. */
    private static final long LARGEST_WINDOW = 8 << 20;

    private final BodyMemory.Claim claim;
    private final byte[] header = new byte[20];
    private int at;
    private int end;
    private long passing;
    private long claimed;
    private long skippable;
    private boolean inFrame;
    private boolean hasChecksum;
    private boolean isOther;

    ZstdFrames(InputStream sent, BodyMemory.Claim claim) {
        super(sent);
        this.claim = claim;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    /**
     * Reads what there is.
     *
     * @throws io.centerline.application.BusyException there is no memory for a window
     */
    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        if (at == end && passing == 0 && !isOther) {
            at = 0;
            end = 0;
            isOther = inFrame ? !readBlock() : !readFrame();
        }
        if (at < end) {
            int some = Math.min(most, end - at);
            System.arraycopy(header, at, buffer, from, some);
            at += some;
            return some;
        }
        int read = in.read(buffer, from, passing == 0 ? most : (int) Math.min(most, passing));
        passing -= passing == 0 ? 0 : Math.max(read, 0);
        return read;
    }

    @Override
    public int available() throws IOException {
        return end - at + in.available();
    }

    /** Reads the header of a frame; false where none follows. */
    private boolean readFrame() throws IOException {
        boolean begins = take(4);
        while (begins && number(0, 4) >>> 4 == SKIPPABLE) {
            begins = take(4) && pass(number(4, 4));
            end = 0;
            begins = begins && take(4);
        }
        if (!begins || number(0, 4) != MAGIC || !take(1)) {
            return false;
        }
        int descriptor = header[4] & 0xFF;
        boolean isSingle = (descriptor & 0x20) != 0;
        int dictionary = (1 << (descriptor & 3)) >> 1;
        int sizeFlag = descriptor >>> 6;
        int size = sizeFlag == 0 ? isSingle ? 1 : 0 : 1 << sizeFlag;
        if (!take((isSingle ? 0 : 1) + dictionary + size)) {
            return false;
        }
        long content = size == 0 ? -1 : number(end - size, size) + (size == 2 ? 256 : 0);
        long window = isSingle ? content : window(header[5] & 0xFF);
        if (window < 0 || window > LARGEST_WINDOW) {
            throw new ProblemException(
                    Problem.Kind.INVALID_REQUEST,
                    "the `zstd` data need a window of more than 8 MiB (RFC 9659); compress them without `--long` and"
                            + " `--ultra`");
        }
        hasChecksum = (descriptor & 4) != 0;
        inFrame = true;
        claim(content < 0 ? window : Math.min(window, content));
        return true;
    }

    private static long window(int descriptor) {
        long base = 1L << (10 + (descriptor >>> 3));
        return base + base / 8 * (descriptor & 7);
    }

    /** Passes over what a skippable frame holds (RFC 8878, section 3.1.2); false where the body ends before. */
    private boolean pass(long bytes) throws IOException {
        skippable += bytes;
        if (skippable > MOST_SKIPPABLE) {
            throw new ProblemException(
                    Problem.Kind.INVALID_REQUEST,
                    "the `zstd` data hold more than 1 MiB in frames that are skipped; leave those frames out");
        }
        return in.readNBytes((int) bytes).length == bytes;
    }

    /** The library keeps up to twice the window and a block, and starts with twice a block. */
    private void claim(long window) {
        long kept = Math.min(2 * (Math.min(window, LARGEST_WINDOW) + LONGEST_BLOCK), LARGEST_WINDOW + LONGEST_BLOCK);
        // Smaller when memory is small, so that at least one such body can be taken.
        long missing = Math.min(kept, BodyMemory.most() / 2) - claimed;
        if (missing > 0) {
            if (!claim.grow(missing)) {
                throw BodyMemory.full();
            }
            claimed += missing;
        }
    }

    /** Reads the header of a block; false where the body ends. */
    private boolean readBlock() throws IOException {
        if (!take(3)) {
            return false;
        }
        int block = (int) number(0, 3);
        boolean isRepeatedByte = (block >>> 1 & 3) == 1;
        passing = isRepeatedByte ? 1 : block >>> 3;
        if ((block & 1) != 0) {
            inFrame = false;
            passing += hasChecksum ? 4 : 0;
        }
        return true;
    }

    /** Takes more bytes of a header; false where the body ends before. */
    private boolean take(int bytes) throws IOException {
        int read = in.readNBytes(header, end, bytes);
        end += read;
        return read == bytes;
    }

    /** A number, its lowest byte first. */
    private long number(int from, int bytes) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = (number << 8) | (header[from + i] & 0xFF);
        }
        return number;
    }
}
