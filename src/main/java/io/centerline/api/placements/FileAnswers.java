package io.centerline.api.placements;

import io.centerline.api.placements.BatchAnswers.OfFile;
import io.centerline.application.AskedPlacement;
import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import io.centerline.application.PlacementBatch;
import io.centerline.application.PlacementBatch.Placed;
import io.centerline.application.PlacementFile;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Writes the answers to the importers of a file, in the order of the file, and then its rejected rows. A few portions of importers
 * are under way at a time, so decisions are not gathered. What cannot be written to its end is cut.
 */
final class FileAnswers implements StreamingOutput {
    /** Importers that are placed together. */
    private static final int PORTION = 64;

    private static final int PORTIONS = 4;

    private final PlacementBatch batch;
    private final PlacementFile file;
    private final BatchAnswers answers;
    private final Executor crew;
    private final Runnable cut;
    private final Deque<CompletableFuture<List<CompletableFuture<byte[]>>>> underWay = new ArrayDeque<>();

    /**
     * Answers.
     *
     * @param crew places the importers
     * @param cut ends the connection
     */
    FileAnswers(PlacementBatch batch, PlacementFile file, BatchAnswers answers, Executor crew, Runnable cut) {
        this.batch = batch;
        this.file = file;
        this.answers = answers;
        this.crew = crew;
        this.cut = cut;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            for (int from = 0; from < file.size(); from += PORTION) {
                int begin = from;
                underWay.add(CompletableFuture.supplyAsync(() -> place(begin), crew));
                if (underWay.size() == PORTIONS) {
                    writeNext(out);
                }
            }
            while (!underWay.isEmpty()) {
                writeNext(out);
            }
            file.rejects((row, issues) -> write(out, answers.row(row, Failure.of(FailureKind.INVALID_FACTS, issues))));
            out.flush();
        } catch (UncheckedIOException hungUp) {
            cut.run();
            throw hungUp.getCause();
        } catch (IOException | RuntimeException broken) {
            cut.run();
            throw broken;
        }
    }

    private List<CompletableFuture<byte[]>> place(int from) {
        List<AskedPlacement> asked = new ArrayList<>();
        for (int i = from; i < Math.min(file.size(), from + PORTION); i++) {
            asked.add(file.asked(i));
        }
        List<CompletableFuture<Placed>> placed = batch.place(asked);
        List<CompletableFuture<byte[]>> written = new ArrayList<>(placed.size());
        for (int i = 0; i < placed.size(); i++) {
            int importer = from + i;
            OfFile ofFile = new OfFile(file.importer(importer), file.rows(importer));
            written.add(placed.get(i).thenApply(each -> answers.line(importer + 1L, each, ofFile)));
        }
        return written;
    }

    private void writeNext(OutputStream out) {
        underWay.remove().join().forEach(answer -> write(out, answer.join()));
    }

    private static void write(OutputStream out, byte[] answer) {
        try {
            out.write(answer);
            out.write('\n');
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }
}
