package io.centerline.log;

/** Knows to which facts an entry commits. The log hashes entries and does not look into them. */
@FunctionalInterface
public interface Commitment {

    /**
     * Whether an entry commits to facts with this hash.
     *
     * @param bytes hold the entry at {@code [from, to)}
     * @param hash SHA-256 over salt and facts, 32 bytes
     */
    boolean holds(byte[] bytes, int from, int to, byte[] hash);
}
