package io.centerline.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rulebook the files of a rule folder were made from: its hash, in the hidden file {@value #NAME} of the folder. It
 * lies with the files because it is true of them, wherever they are copied to. Where it cannot be written, this object
 * remembers it. Thread-safe.
 */
public final class FolderBase {
    /** The name of the file. */
    public static final String NAME = ".base";

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Path file;
    private volatile @Nullable String unwritten;

    /** Of a folder, which may not exist. */
    public FolderBase(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The hash; empty when none is noted, or what is noted is none. */
    public Optional<String> find() {
        String remembered = unwritten;
        if (remembered != null) {
            return Optional.of(remembered);
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            return HASH.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /**
     * Notes a hash.
     *
     * @return whether it could be written; where not, only this object knows it
     */
    public boolean set(String hash) {
        try {
            Files.writeString(file, hash + "\n", StandardCharsets.UTF_8);
            unwritten = null;
            return true;
        } catch (IOException readOnly) {
            unwritten = hash;
            return false;
        }
    }
}
