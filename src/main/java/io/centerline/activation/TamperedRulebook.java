package io.centerline.activation;

/** A stored rulebook is not the one its hash names; it must not serve. */
public final class TamperedRulebook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TamperedRulebook(String hash, String found) {
        super("the stored rulebook `" + hash + "` was altered: its rules have the hash `" + found + "`");
    }
}
