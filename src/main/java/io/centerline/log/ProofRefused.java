package io.centerline.log;

/** A proof does not prove what it should. */
public final class ProofRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a proof. */
    public enum Kind {
        /** The leaf's index is not below the tree's size, or the later tree is smaller than the earlier. */
        OUT_OF_RANGE,
        /** Fewer hashes than a tree of this size takes. */
        TOO_SHORT,
        /** More hashes than a tree of this size takes. */
        TOO_LONG,
        /** The hashes lead to another root than the earlier tree's. */
        EARLIER_ROOT_DIFFERS,
        /** The hashes lead to another root. */
        ROOT_DIFFERS
    }

    private final Kind kind;

    ProofRefused(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }
}
