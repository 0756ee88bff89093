package io.centerline.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The file of the keys that sign checkpoints: one {@code PRIVATE+KEY+…} a line; every checkpoint is signed by all of them.
 * A key is replaced by adding the new one's line, and taking out the old one's once everyone has the new verifier.
 */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * Reads the keys; when there is no file, makes one with a new key that only its owner can read.
     *
     * @param name of a new key
     * @throws NoteRefused when the file does not hold keys, or others may read it
     */
    public static List<SigningKey> readOrCreate(Path file, String name, SecureRandom random)
            throws IOException, NoteRefused {
        if (!Files.exists(file)) {
            create(file, SigningKey.generate(name, random));
        }
        return read(file);
    }

    /**
     * Reads the keys out of configuration or a file: one a line; empty lines are passed over.
     *
     * @throws NoteRefused when there is none, or a line is not a key
     */
    public static List<SigningKey> parse(String text) throws NoteRefused {
        List<SigningKey> keys = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            keys.add(SigningKey.parse(line));
        }
        if (keys.isEmpty()) {
            throw NoteRefused.malformed("there is no signing key");
        }
        return List.copyOf(keys);
    }

    private static List<SigningKey> read(Path file) throws IOException, NoteRefused {
        if (isPosix(file)) {
            Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(granted)) {
                throw new NoteRefused(
                        NoteRefused.Kind.MALFORMED,
                        "the key file `" + file.getFileName() + "` has the permissions `"
                                + PosixFilePermissions.toString(granted) + "`, so others than its owner may use it",
                        "take their permissions away (`chmod 600`), and replace the key if they may have read it");
            }
        }
        try {
            return parse(Files.readString(file));
        } catch (MalformedInputException notText) {
            throw NoteRefused.malformed("the key file `" + file.getFileName() + "` is not text");
        }
    }

    /** Whole or not at all: two starts at once, or a crash between, leave one good file. */
    private static void create(Path file, SigningKey key) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file lies in a folder");
        Files.createDirectories(folder);
        FileAttribute<?>[] closed = isPosix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(folder, ".key", ".new", closed);
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((key.secretText() + "\n").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            // A link, unlike a move, never replaces a file that another start has made meanwhile.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // That one is read.
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
