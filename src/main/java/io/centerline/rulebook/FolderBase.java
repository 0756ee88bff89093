package io.centerline.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rulebook the files of a rule folder were made from: its hash, in the hidden file {@value #NAME} of the folder. It
 * lies with the files because it is true of them, wherever they are copied to. Where it cannot be written, this object
 * remembers it until somebody else writes it. Thread-safe.
 */
public final class FolderBase {
    /** The name of the file. */
    public static final String NAME = ".base";

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Path file;
    private volatile @Nullable Unwritten unwritten;

    /** A hash that could not be noted, and the file as it was then: once somebody writes the file, it counts. */
    private record Unwritten(String hash, @Nullable Noted instead) {}

    /** What is noted, and when that was written. */
    private record Noted(String text, FileTime at) {}

    /** Of a folder, which may not exist. */
    public FolderBase(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The hash; empty when none is noted, or what is noted is none. */
    public Optional<String> find() {
        Noted noted = noted();
        Unwritten remembered = unwritten;
        if (remembered != null && Objects.equals(noted, remembered.instead())) {
            return Optional.of(remembered.hash());
        }
        return Optional.ofNullable(noted)
                .map(Noted::text)
                .filter(text -> HASH.matcher(text).matches());
    }

    private @Nullable Noted noted() {
        try {
            return new Noted(Files.readString(file, StandardCharsets.UTF_8).strip(), Files.getLastModifiedTime(file));
        } catch (IOException absent) {
            return null;
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
            unwritten = new Unwritten(hash, noted());
            return false;
        }
    }
}
