package io.centerline.batch.data;

import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the lines of a plan to one file, or to a folder of parts, which together are in the order of entry dates. Everything is
 * written under another name beside the target and renamed once it is whole. The bytes depend on the plan, the form and the
 * number of parts alone.
 */
public final class DataFiles {
    private static final Pattern PART = Pattern.compile("part-[0-9]{4}\\.(?:parquet|csv)");

    /**
     * What was written.
     *
     * @param files in the order of their lines
     * @param rows without titles
     * @param bytes of all files
     */
    public record Written(List<Path> files, long rows, long bytes) {
        public Written {
            files = List.copyOf(files);
        }
    }

    private final DataPlan plan;
    private final Schedule schedule;
    private final DataForm form;
    private final LongConsumer progress;
    private final AtomicLong lines = new AtomicLong();

    /**
     * A writer.
     *
     * @param schedule has the numbers that lines report
     * @param progress is told how many lines were written so far, one call at a time
     */
    public DataFiles(DataPlan plan, Schedule schedule, DataForm form, LongConsumer progress) {
        this.plan = plan;
        this.schedule = schedule;
        this.form = form;
        this.progress = progress;
    }

    /**
     * Writes one file.
     *
     * @param force whether a file that is there may be replaced
     * @throws FileAlreadyExistsException when it is there, and may not be replaced
     */
    public Written file(Path target, boolean force) throws IOException {
        refuse(target, force);
        Path unfinished = unfinished(target);
        try {
            MadeUp madeUp = MadeUp.of(plan, schedule);
            long rows = part(madeUp, 0, 1, unfinished);
            long bytes = Files.size(unfinished);
            clear(target);
            Files.move(unfinished, target);
            return new Written(List.of(target), rows, bytes);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Writes a folder of parts, {@code part-0001.parquet} and so on, as many at a time as there are processors.
     *
     * @param parts how many, at most 9,999
     * @param force whether a folder that is there may be replaced, if it holds parts only
     * @throws FileAlreadyExistsException when it is there, and may not be replaced
     * @throws DirectoryNotEmptyException when it holds other files
     */
    public Written folder(Path target, int parts, boolean force) throws IOException {
        refuse(target, force);
        Path unfinished = unfinished(target);
        clear(unfinished);
        Files.createDirectories(unfinished);
        try {
            long rows = parts(MadeUp.of(plan, schedule), parts, unfinished);
            clear(target);
            Files.move(unfinished, target);
            List<Path> files = new ArrayList<>();
            long bytes = 0;
            for (int i = 0; i < parts; i++) {
                files.add(target.resolve(name(i)));
                bytes += Files.size(files.get(i));
            }
            return new Written(files, rows, bytes);
        } finally {
            clear(unfinished);
        }
    }

    private long parts(MadeUp madeUp, int parts, Path folder) throws IOException {
        int crew = Math.min(parts, Runtime.getRuntime().availableProcessors());
        ExecutorService threads = Executors.newFixedThreadPool(crew);
        try {
            List<Future<Long>> writing = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                int part = i;
                Callable<Long> work = () -> part(madeUp, part, parts, folder.resolve(name(part)));
                writing.add(threads.submit(work));
            }
            long rows = 0;
            for (Future<Long> each : writing) {
                rows += each.get();
            }
            return rows;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } finally {
            stop(threads);
        }
    }

    private long part(MadeUp madeUp, int part, int parts, Path file) throws IOException {
        long entries = madeUp.sizes().entries();
        LineStream stream = new LineStream(madeUp, entries * part / parts, entries * (part + 1) / parts);
        return form.part().write(madeUp, stream, file, this::told);
    }

    private void told(int more) {
        synchronized (lines) {
            progress.accept(lines.addAndGet(more));
        }
    }

    private String name(int part) {
        return String.format(Locale.ROOT, "part-%04d.%s", part + 1, form.ending());
    }

    private static Path unfinished(Path target) {
        return target.resolveSibling(target.getFileName() + ".unfinished");
    }

    private static void refuse(Path target, boolean force) throws IOException {
        if (Files.exists(target) && !force) {
            throw new FileAlreadyExistsException(target.toString());
        }
        if (Files.isDirectory(target)) {
            parts(target);
        }
    }

    private static void clear(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            for (Path part : parts(target)) {
                Files.delete(part);
            }
        }
        Files.deleteIfExists(target);
    }

    /** The parts in a folder that has nothing else. */
    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (!PART.matcher(String.valueOf(file.getFileName())).matches()) {
                    throw new DirectoryNotEmptyException(file.toString());
                }
            }
            return all;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Ends the threads; returns once none writes any more. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        boolean stopped = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                stopped = true;
            }
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
