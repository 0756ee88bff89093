package io.centerline.api;

import io.centerline.application.BusyException;
import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The lines of a body that is taken as it comes; one is in memory at a time. Not thread-safe. */
public final class BodyLines {
    private static final long LONGEST_PASS = 2_000_000_000L;
    private static final long LONGEST_PAUSE = 200_000_000L;

    private final InputStream in;
    private final int longest;
    private final StopSignal stop;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private boolean isOver;
    private boolean isLeftEarly;
    private final BodyMemory.Claim claim;
    private long number;
    private @Nullable Failure refusal;
    /** Why the rest of the body is not read; null while reading goes on. */
    private @Nullable Failure end;

    /** Gives memory back that lines before the next one hold. */
    @FunctionalInterface
    interface Room {
        /** Gives memory back; false when no line holds any. */
        boolean make() throws IOException;
    }

    /**
     * Over the body of the current request.
     *
     * @param longest the most bytes a line may have
     * @param stop once it is given, the next line is refused and no other is read
     */
    public BodyLines(InputStream in, int longest, StopSignal stop) {
        this(in, longest, stop, BodyMemory.Claim.current());
    }

    BodyLines(InputStream in, int longest, StopSignal stop, BodyMemory.Claim claim) {
        this.stop = stop;
        this.in = in;
        this.longest = longest;
        this.claim = claim;
    }

    /**
     * The next line that is not blank, without its newline; null behind the last. Blank ones are counted.
     *
     * @param room asked when memory runs out, before the line is refused
     */
    @Nullable
    BatchLine next(Room room) throws IOException {
        while (true) {
            byte[] line = any(room);
            if (line == null) {
                return null;
            }
            if (refusal != null || !isBlank(line)) {
                return new BatchLine(number, line, refusal);
            }
            answered(line.length);
        }
    }

    /** Frees the memory of answered lines, given in bytes. */
    void answered(long bytes) {
        claim.shrink(bytes);
    }

    /** Whether a next line would have to be waited for. */
    boolean areDry() throws IOException {
        return at == limit && in.available() == 0;
    }

    private byte @Nullable [] any(Room room) throws IOException {
        ByteArrayOutputStream parts = null;
        refusal = null;
        if (!isOver && stop.isGiven()) {
            stopped();
        }
        while (true) {
            if (at == limit && !fill()) {
                return last(parts);
            }
            int start = at;
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            boolean ended = at < limit;
            int length = at - start;
            at += ended ? 1 : 0;
            if (ended && parts == null && length <= longest && grow(length, room)) {
                number++;
                byte[] line = new byte[length];
                System.arraycopy(buffer, start, line, 0, length);
                return line;
            }
            parts = parts == null ? new ByteArrayOutputStream(2 * length) : parts;
            add(parts, start, length, room);
            if (ended) {
                number++;
                return parts.toByteArray();
            }
        }
    }

    /** Of a line that is refused only the beginning is kept. */
    private void add(ByteArrayOutputStream parts, int start, int length, Room room) throws IOException {
        if (refusal == null && length > longest - parts.size()) {
            refusal = BatchLine.tooLarge();
        } else if (refusal == null && !grow(length, room)) {
            refusal = Failure.of(BodyMemory.full());
        }
        if (refusal == null) {
            parts.write(buffer, start, length);
        }
    }

    /** The rest of what was read, as a last line; null when nothing is left. */
    private byte @Nullable [] last(@Nullable ByteArrayOutputStream parts) {
        if (parts == null && end == null) {
            return null;
        }
        number++;
        refusal = end == null ? refusal : end;
        end = null;
        return parts == null ? new byte[0] : parts.toByteArray();
    }

    private boolean grow(long bytes, Room room) throws IOException {
        boolean grown = claim.grow(bytes);
        while (!grown && room.make()) {
            grown = claim.grow(bytes);
        }
        return grown;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = 0;
        if (isOver) {
            return false;
        }
        try {
            limit = Math.max(0, stop.read(in, buffer));
        } catch (InterruptedIOException interrupted) {
            if (!stop.isGiven()) {
                throw interrupted;
            }
            stopped();
        } catch (Proportion.Exceeded exceeded) {
            end = Failure.of(FailureKind.TOO_LARGE, String.valueOf(exceeded.getMessage()));
        } catch (BusyException full) {
            end = Failure.of(full);
        } catch (ProblemException unreadable) {
            end = Failure.of(FailureKind.INVALID_REQUEST, unreadable.problem().detail());
        }
        isOver = limit == 0;
        return !isOver;
    }

    /** Leaves the rest of the body. The refusal has the number of the first line that is not answered. */
    private void stopped() {
        at = 0;
        limit = 0;
        isOver = true;
        isLeftEarly = true;
        end = Failure.of(
                FailureKind.UNAVAILABLE,
                "the service is stopping and answered every line before this one; send this line and those after it"
                        + " again, or the whole batch with the same `Idempotency-Key`");
    }

    /** Reads and drops what a caller still sends after a stop: most callers read the answer only after sending. */
    void passOver() throws IOException {
        long begun = System.nanoTime();
        long heard = begun;
        while (isLeftEarly && heard - begun < LONGEST_PASS && System.nanoTime() - heard < LONGEST_PAUSE) {
            if (in.available() == 0) {
                LockSupport.parkNanos(LONGEST_PAUSE / 20);
            } else if (in.read(buffer) < 0) {
                return;
            } else {
                heard = System.nanoTime();
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
