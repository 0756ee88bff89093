package io.centerline.api;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Reads the lines of a batch while it writes the answers, in the order of the lines. A few pieces of lines are under way at a
 * time, so memory does not grow with the batch: whoever does not take the answers is not read on from. When the body breaks
 * off the connection is cut, so that no half answer looks whole.
 */
public final class BatchStream implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(BatchStream.class);
    private static final int PIECES = 8;
    private static final int LINES = 64;
    private static final int BYTES = 1 << 20;

    private final BodyLines lines;
    private final Answers answers;
    private final Executor crew;
    private final Runnable cut;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final List<BatchLine> next = new ArrayList<>();

    private record Piece(long bytes, CompletableFuture<List<CompletableFuture<byte[]>>> answers) {}

    /** Answers lines, each for itself and in their order; what is to be kept is durable when an answer is there. */
    public interface Answers {
        List<CompletableFuture<byte[]>> of(List<BatchLine> lines);
    }

    /**
     * A stream.
     *
     * @param answers gives the answers; does not throw for what a line says
     * @param crew asks for them; as many pieces at a time as it has threads
     * @param cut ends the connection
     */
    public BatchStream(BodyLines lines, Answers answers, Executor crew, Runnable cut) {
        this.lines = lines;
        this.answers = answers;
        this.crew = crew;
        this.cut = cut;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            while (gather(out)) {
                ask();
                boolean dry = lines.areDry();
                while (pieces.size() >= PIECES || (dry && !pieces.isEmpty())) {
                    writeNext(out);
                }
                if (dry) {
                    out.flush();
                }
            }
            while (!pieces.isEmpty()) {
                writeNext(out);
            }
            out.flush();
            lines.passOver();
        } catch (IOException hungUp) {
            cut.run();
            throw hungUp;
        } catch (RuntimeException broken) {
            LOG.warnf("a batch was cut: %s", broken.getMessage());
            cut.run();
            throw broken;
        }
    }

    /** Gathers the next lines and waits only for the first; false at the end of the body. */
    private boolean gather(OutputStream out) throws IOException {
        long bytes = 0;
        do {
            BatchLine line = lines.next(() -> makeRoom(out));
            if (line == null) {
                break;
            }
            next.add(line);
            bytes += line.text().length;
        } while (next.size() < LINES && bytes < BYTES && !lines.areDry());
        return !next.isEmpty();
    }

    /** Asks for the answers to the lines gathered. */
    private void ask() {
        List<BatchLine> piece = List.copyOf(next);
        next.clear();
        long bytes = piece.stream().mapToLong(line -> line.text().length).sum();
        pieces.add(new Piece(bytes, CompletableFuture.supplyAsync(() -> answers.of(piece), crew)));
    }

    /** Writes the oldest answers and frees the memory of their lines; false when there is nothing to write. */
    private boolean makeRoom(OutputStream out) throws IOException {
        if (pieces.isEmpty() && !next.isEmpty()) {
            ask();
        }
        if (pieces.isEmpty()) {
            return false;
        }
        writeNext(out);
        return true;
    }

    private void writeNext(OutputStream out) throws IOException {
        Piece piece = pieces.remove();
        for (CompletableFuture<byte[]> answer : piece.answers().join()) {
            out.write(answer.join());
            out.write('\n');
        }
        lines.answered(piece.bytes());
    }
}
