package io.centerline.application;

import io.centerline.batch.run.RunFiles;
import io.centerline.batch.run.RunPace;
import io.centerline.batch.run.RunSummary;
import io.centerline.batch.run.RunTable;
import io.centerline.batch.run.RunTerms;
import io.centerline.batch.run.SummaryReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The runs over files whose folders lie in one folder. It only reads, follows no symbolic link below that folder, and takes what is
 * half written or broken for what it is. Safe for any number of threads.
 */
@Singleton
public final class RunFolders {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 16 << 20;

    private final Path folder;
    private final Clock clock;
    private final Unmasking unmasking;

    RunFolders(
            @ConfigProperty(name = "centerline.runs.dir", defaultValue = "data/runs") String folder,
            Clock clock,
            Unmasking unmasking) {
        this.folder = Path.of(folder);
        this.clock = clock;
        this.unmasking = unmasking;
    }

    /**
     * The runs.
     *
     * @param folder where they are
     * @param runs those shown, the last one begun or finished first
     * @param all how many there are
     * @param unnamed how many folders are left out since no address can name them
     * @param fault why the folder cannot be read; empty when it can, or does not exist
     */
    public record Listing(String folder, List<RunFolder> runs, int all, int unnamed, String fault) {
        public Listing {
            runs = List.copyOf(runs);
        }
    }

    /** A folder of a run, not read yet. */
    private record Found(String name, Path path, boolean finished, Instant changed) {}

    /** What a reader makes of a small file. */
    private interface Reader<T> {
        T read(byte[] content) throws IOException;
    }

    /**
     * The newest runs.
     *
     * @param most how many
     */
    public Listing list(int most) {
        List<Found> found = new ArrayList<>();
        int unnamed = 0;
        String fault = "";
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path each : folders.sorted().toList()) {
                Optional<Found> run = look(each);
                if (run.isPresent() && NAME.matcher(run.get().name()).matches()) {
                    found.add(run.get());
                } else if (run.isPresent()) {
                    unnamed++;
                }
            }
        } catch (NoSuchFileException none) {
            fault = "";
        } catch (NotDirectoryException file) {
            fault = "it is no folder";
        } catch (IOException | UncheckedIOException unreadable) {
            fault = "it cannot be read; mend its permissions or its disk";
        }
        found.sort(Comparator.comparing(Found::changed).reversed().thenComparing(Found::name));
        return new Listing(
                folder.toString(),
                found.subList(0, Math.min(most, found.size())).stream()
                        .map(this::read)
                        .toList(),
                found.size(),
                unnamed,
                fault);
    }

    /** The run with a name; empty when there is none. */
    public Optional<RunFolder> find(String name) {
        return look(name).map(this::read);
    }

    /**
     * A file of the results of a run, to be copied; empty when there is none. Rows that were rejected are given out as they came.
     *
     * @throws RefusedException when nothing may be given out unmasked
     */
    public Optional<Path> file(String name, String file) {
        Optional<Path> path = look(name)
                .filter(found -> RunFiles.ALL.contains(file) && size(found, file) >= 0)
                .map(found -> found.path().resolve(file));
        if (path.isPresent() && file.equals(RunFiles.REJECTS)) {
            unmasking.require();
        }
        return path;
    }

    /** Those with the most lines of whom a run places elsewhere; none when nothing was compared or the file cannot be read. */
    public List<RunMover> movers(RunFolder run, int most) {
        return RunMover.all(table(run, RunFiles.MOVERS, most));
    }

    /** The first rejected rows of a run; none when the file cannot be read. */
    public RunRejects rejects(RunFolder run, int most) {
        return RunRejects.of(table(run, RunFiles.REJECTS, most));
    }

    private RunTable table(RunFolder run, String file, int most) {
        if (!run.has(file)) {
            return RunTable.NONE;
        }
        try (InputStream rows = open(folder.resolve(run.name()).resolve(file))) {
            return RunTable.first(rows, most);
        } catch (IOException unreadable) {
            return RunTable.NONE;
        }
    }

    /** Opens a file that is no symbolic link. */
    public static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<Found> look(String name) {
        return NAME.matcher(name).matches() ? look(folder.resolve(name)) : Optional.empty();
    }

    private static Optional<Found> look(Path path) {
        Path work = path.resolve(RunFiles.WORK);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String name = String.valueOf(path.getFileName());
        Optional<Found> finished = changed(path.resolve(RunFiles.MANIFEST)).map(at -> new Found(name, path, true, at));
        return finished.isPresent() || !Files.isDirectory(work, LinkOption.NOFOLLOW_LINKS)
                ? finished
                : changed(work.resolve(RunFiles.MANIFEST)).map(at -> new Found(name, path, false, at));
    }

    /** When a file was changed; empty when there is none that is no link. */
    private static Optional<Instant> changed(Path file) {
        return attributes(file).map(found -> found.lastModifiedTime().toInstant());
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS))
                    .filter(BasicFileAttributes::isRegularFile);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** How large a file of a run is; -1 when there is none. */
    private static long size(Found found, String file) {
        return attributes(found.path().resolve(file))
                .map(BasicFileAttributes::size)
                .orElse(-1L);
    }

    /** Reads a run, once more when it was finished meanwhile. */
    private RunFolder read(Found found) {
        RunFolder run = readOnce(found);
        return run.state() == RunFolder.State.INTERRUPTED
                ? look(found.path()).filter(Found::finished).map(this::readOnce).orElse(run)
                : run;
    }

    private RunFolder readOnce(Found found) {
        List<String> faults = new ArrayList<>();
        Path work = found.path().resolve(RunFiles.WORK);
        Path begun = found.finished() ? found.path() : work;
        RunTerms terms = read(begun.resolve(RunFiles.MANIFEST), RunTerms::read, faults);
        RunSummary summary =
                found.finished() ? read(found.path().resolve(RunFiles.SUMMARY), SummaryReader::read, faults) : null;
        Path progress = work.resolve(RunFiles.PROGRESS);
        RunPace pace =
                !found.finished() && attributes(progress).isPresent() ? read(progress, RunPace::read, faults) : null;
        return new RunFolder(
                found.name(),
                found.finished() ? RunFolder.State.FINISHED : state(pace, progress),
                found.changed(),
                terms,
                summary,
                pace,
                RunFiles.ALL.stream()
                        .map(file -> new RunFolder.Result(file, size(found, file)))
                        .filter(file -> file.bytes() >= 0)
                        .toList(),
                faults);
    }

    private RunFolder.State state(@Nullable RunPace pace, Path progress) {
        boolean heard = changed(progress)
                .map(at -> at.plus(SILENCE).isAfter(clock.instant()))
                .orElse(false);
        return pace != null && heard && pace.working() && !pace.process().isGone()
                ? RunFolder.State.RUNNING
                : RunFolder.State.INTERRUPTED;
    }

    private static <T> @Nullable T read(Path file, Reader<T> reader, List<String> faults) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = open(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new IOException("it is larger than " + (MOST_BYTES >> 20) + " MiB");
            }
            return reader.read(content);
        } catch (NoSuchFileException none) {
            faults.add("`" + name + "` is missing");
        } catch (IOException broken) {
            // Messages of the file system name paths.
            String why = broken instanceof java.nio.file.FileSystemException ? "the disk refuses" : broken.getMessage();
            faults.add("`" + name + "` cannot be read: " + why);
        }
        return null;
    }
}
