package io.centerline.log;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 hash of the tree: of a leaf, a node or a root. Immutable. */
public final class TreeHash {
    /** How many bytes a hash has. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over 32 bytes that nobody else will change. */
    static TreeHash owned(byte[] bytes) {
        return new TreeHash(bytes);
    }

    /**
     * Copies 32 bytes.
     *
     * @throws IllegalArgumentException for another length
     */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new TreeHash(bytes.clone());
    }

    /** Copies 32 bytes out of many, from an offset. */
    public static TreeHash of(byte[] many, int offset) {
        return new TreeHash(Arrays.copyOfRange(many, offset, offset + LENGTH));
    }

    /** Reads 64 digits of lower-case hex; empty for anything else. */
    public static Optional<TreeHash> parseHex(String text) {
        if (text.length() != 2 * LENGTH || !text.chars().allMatch(TreeHash::isLowerHex)) {
            return Optional.empty();
        }
        return Optional.of(new TreeHash(HexFormat.of().parseHex(text)));
    }

    /** Reads the standard Base64 of 32 bytes, padded; empty for anything else, other spellings of the bytes included. */
    public static Optional<TreeHash> parseBase64(String text) {
        return Base64Text.decode(text).filter(bytes -> bytes.length == LENGTH).map(TreeHash::new);
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** 64 digits of lower-case hex. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** 44 characters of standard Base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A copy of the 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The bytes themselves, not to be changed. */
    byte[] raw() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
