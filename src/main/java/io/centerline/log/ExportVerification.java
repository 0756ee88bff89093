package io.centerline.log;

import io.centerline.log.LineBlocks.Block;
import io.centerline.log.LogFault.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One walk over the leaves of an export: blocks of lines are hashed side by side and taken into the tree in order. */
final class ExportVerification implements AutoCloseable {
    private static final int MOST_THREADS = 8;

    private final ExportHeader header;
    private final TrustedCheckpoints anchors;
    private final LineBlocks blocks;
    private final Commitment commitment;
    private final LogVerifier.Progress progress;
    private final Frontier tree;
    private final int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    private final ExecutorService workers = Executors.newFixedThreadPool(threads, ExportVerification::daemon);
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private @Nullable Sequence broken;
    private @Nullable LogFault contradicted;

    /** Whether every line since the break is a leaf by itself. */
    private boolean whole = true;

    private long facts;
    private final SortedMap<String, Long> records = new TreeMap<>();
    /** Lines taken so far; the header is the first. */
    private long number = 1;

    private long bytes;

    private record Pending(Block block, Future<List<ExportLine>> lines) {}

    ExportVerification(
            ExportHeader header,
            TrustedCheckpoints anchors,
            LineBlocks blocks,
            Commitment commitment,
            LogVerifier.Progress progress) {
        this.header = header;
        this.anchors = anchors;
        this.blocks = blocks;
        this.commitment = commitment;
        this.progress = progress;
        this.tree = new Frontier(header.from(), header.before());
        this.bytes = header.print().length;
    }

    Verdict run() throws IOException {
        anchors.reach(tree);
        for (fill(); !pending.isEmpty(); fill()) {
            Pending first = pending.pop();
            Optional<LogFault> fault = take(first.block(), await(first.lines()));
            if (fault.isPresent()) {
                return fault.get();
            }
            bytes += first.block().length();
            blocks.release(first.block());
            progress.passed(number - 1, bytes);
        }
        if (broken != null) {
            return isInPlace() ? broken.misplaced() : broken.fault();
        }
        Verdict verdict = tree.size() < header.to() ? truncated() : anchors.conclude(tree, facts, records);
        return contradicted != null && verdict instanceof Verdict.Verified ? contradicted : verdict;
    }

    private void fill() throws IOException {
        while (pending.size() < threads + 2) {
            Optional<Block> next = blocks.next();
            if (next.isEmpty()) {
                return;
            }
            Block block = next.get();
            pending.add(new Pending(block, workers.submit(() -> read(block))));
        }
    }

    private List<ExportLine> read(Block block) {
        List<ExportLine> lines = new ArrayList<>();
        TreeHasher hasher = new TreeHasher();
        int start = 0;
        for (int i = 0; i < block.length() && !block.cut(); i++) {
            if (block.bytes()[i] == '\n') {
                lines.add(ExportLine.read(block.bytes(), start, i, hasher, commitment));
                start = i + 1;
            }
        }
        return lines;
    }

    private Optional<LogFault> take(Block block, List<ExportLine> lines) {
        if (block.cut() && broken == null) {
            return Optional.of(new LogFault(
                    Kind.CUT,
                    tree.size(),
                    number + 1,
                    "the export ends within line " + (number + 1) + ", which is that of leaf " + tree.size(),
                    "export again; the file was not written to its end"));
        }
        for (ExportLine line : lines) {
            number++;
            if (broken != null) {
                broken.passed(line.index());
                takeInPlace(line);
            } else if (line.index() >= 0 && line.index() != tree.size()) {
                broken = new Sequence(tree.size(), line.index(), number);
                takeInPlace(line);
            } else if (line.fault() != null) {
                return Optional.of(LogFault.ofLine(Kind.ALTERED, tree.size(), number, line.fault()));
            } else if (line.index() >= header.to()) {
                return Optional.of(LogFault.ofLine(
                        Kind.UNSIGNED,
                        line.index(),
                        number,
                        "leaf " + line.index() + " is more than the header announces, and no checkpoint covers it"));
            } else {
                append(line);
            }
        }
        return Optional.empty();
    }

    /** Takes a line as the leaf that belongs where it lies, whatever number it states. */
    private void takeInPlace(ExportLine line) {
        whole &= line.fault() == null && tree.size() < header.to();
        if (whole) {
            append(line);
        }
    }

    /**
     * Whether each line lies in its place, so that only numbers of leaves were altered: the lines lead to the checkpoints
     * as they lie or, where one of them is altered otherwise, are as many as announced.
     */
    private boolean isInPlace() {
        return number - 1 == header.to() - header.from()
                && (!whole || anchors.conclude(tree, facts, records) instanceof Verdict.Verified);
    }

    private void append(ExportLine line) {
        if (line.contradicted() != null && contradicted == null) {
            contradicted = new LogFault(
                    Kind.CONTRADICTED,
                    line.index(),
                    number,
                    line.contradicted(),
                    line.kind() == null
                            ? "go by the decision; lists and counts that the service gives of it are wrong"
                            : "go by the leaf; what the service's lists say of it is wrong");
        }
        tree.append(line.leaf());
        facts += line.withFacts() ? 1 : 0;
        if (line.kind() != null) {
            records.merge(line.kind(), 1L, Long::sum);
        }
        anchors.reach(tree);
    }

    private LogFault truncated() {
        long last = header.to() - 1;
        return LogFault.of(
                Kind.TRUNCATED,
                tree.size() == last
                        ? "the export ends before leaf " + last + ", the last its header announces"
                        : "the export ends before leaf " + tree.size() + "; its header announces leaves up to " + last,
                "export again; the last lines are gone");
    }

    private static <T> T await(Future<T> result) throws IOException {
        try {
            return result.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while verifying");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("hashing a line failed", failed.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "log-verifier");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
