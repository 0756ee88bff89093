package io.centerline.activation;

/** No rulebook is stored under a hash. */
public final class UnknownRulebook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the hash. */
    public UnknownRulebook(String hash) {
        super("no rulebook `" + hash + "` is stored");
    }
}
