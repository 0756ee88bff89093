package io.centerline.tariff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which an operator's editions of the schedule are kept, one file each. A file is there whole or not at all,
 * and is never changed. Safe for several programs at a time.
 */
public final class ScheduleFolder {
    private static final String ENDING = ".edition";
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])?");

    private final Path folder;

    /** A folder, which need not be there yet. */
    public ScheduleFolder(Path folder) {
        this.folder = folder;
    }

    /** An edition cannot be added. */
    public static final class EditionRefused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String help;

        private EditionRefused(String message, String help) {
            super(message);
            this.help = help;
        }

        /** How to mend it. */
        public String help() {
            return help;
        }
    }

    /** Whether an edition can have this name: small letters, digits, dots and dashes, at most 40 characters. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The file of an edition of this name. */
    public Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /**
     * The edition of the program with those of the folder beside it.
     *
     * @throws IllegalStateException when a file of the folder is damaged, or two do not go together
     * @throws UncheckedIOException when the folder cannot be read
     */
    public Schedule schedule() {
        Schedule own = Schedule.load();
        List<AddedEdition> editions = editions();
        Map<Object, String> taken = new HashMap<>(Map.of(own.edition(), "the program"));
        for (AddedEdition edition : editions) {
            String file = "`" + file(edition.name()) + "`";
            String name = taken.put(edition.name(), file);
            String day = taken.put(edition.from(), file);
            if (name != null || day != null) {
                throw new IllegalStateException(file + " has the name or the first day of "
                        + (name == null ? day : name) + "; take one of them out of the folder");
            }
        }
        return own.with(editions);
    }

    private List<AddedEdition> editions() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<AddedEdition> editions = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                editions.add(read(file));
            }
            return List.copyOf(editions);
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder `" + folder + "` of editions cannot be read", failed);
        }
    }

    private AddedEdition read(Path file) throws IOException {
        try {
            AddedEdition edition = ScheduleBundle.readOne(Files.readAllBytes(file));
            if (!file.equals(file(edition.name()))) {
                throw new IllegalStateException("it holds the edition `" + edition.name() + "`");
            }
            return edition;
        } catch (IllegalStateException damaged) {
            throw new IllegalStateException(
                    "`" + file + "` is no edition of the schedule: " + damaged.getMessage()
                            + "; take it out of the folder," + " and add the edition again",
                    damaged);
        }
    }

    /**
     * Adds an edition.
     *
     * @return false when it is there already, the same in numbers and days
     * @throws EditionRefused when its name or its first day is another edition's
     * @throws IllegalStateException when a file of the folder is damaged
     * @throws IOException when the folder cannot be written
     */
    public boolean add(AddedEdition edition) throws EditionRefused, IOException {
        if (!isName(edition.name())) {
            throw new IllegalArgumentException("no name of an edition: " + edition.name());
        }
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the folder is locked");
            }
            return addAlone(edition);
        }
    }

    private boolean addAlone(AddedEdition edition) throws EditionRefused, IOException {
        byte[] text = ScheduleBundle.write(edition);
        Schedule present = schedule();
        if (present.own().edition().equals(edition.name())) {
            throw new EditionRefused(
                    "`" + edition.name() + "` is the edition of the program", "give the edition another name");
        }
        for (AddedEdition other : present.added()) {
            if (other.name().equals(edition.name())) {
                if (Arrays.equals(ScheduleBundle.write(other), text)) {
                    return false;
                }
                throw new EditionRefused(
                        "there is an edition `" + other.name() + "` already, with other numbers or days",
                        "give the new one another name; receipts may name the old one");
            }
            if (other.from().equals(edition.from())) {
                throw new EditionRefused(
                        "the edition `" + other.name() + "` begins on " + other.from() + " too",
                        "on one day one edition applies; give the day on which this one began");
            }
        }
        Path part = Files.createTempFile(folder, edition.name(), ".part");
        try {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, file(edition.name()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return true;
    }
}
