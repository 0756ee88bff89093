package io.centerline.log;

import io.centerline.text.Sha256;
import java.security.MessageDigest;

/** Hashes leaves and nodes as RFC 6962, section 2.1, has it. Keeps a digest, so not thread-safe; cheap to make. */
public final class TreeHasher {
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest digest = Sha256.digest();

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public TreeHash empty() {
        return TreeHash.owned(digest.digest());
    }

    /** SHA-256 of a zero byte and the entry. */
    public TreeHash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** SHA-256 of a zero byte and the entry at {@code offset}. */
    public TreeHash leaf(byte[] bytes, int offset, int length) {
        digest.update(LEAF);
        digest.update(bytes, offset, length);
        return TreeHash.owned(digest.digest());
    }

    /** SHA-256 of a one byte, the left and the right hash. */
    public TreeHash node(TreeHash left, TreeHash right) {
        digest.update(NODE);
        digest.update(left.raw());
        digest.update(right.raw());
        return TreeHash.owned(digest.digest());
    }

    /** SHA-256 of a salt and what it hides. */
    public byte[] salted(byte[] salt, byte[] bytes, int offset, int length) {
        digest.update(salt);
        digest.update(bytes, offset, length);
        return digest.digest();
    }
}
