package io.centerline.accounts;

import java.util.UUID;

/** What adopting a decision did to an account. */
public enum AdoptionEffect {
    /** The decision became a placement on file. */
    PLACED,
    /** It had been adopted already, whatever was recorded since; nothing changed, and another placement may be on file. */
    ADOPTED_BEFORE,
    /** The account was in its Center on that day already, on another ground; nothing changed, and no placement names it. */
    PLACED_BEFORE;

    /**
     * The effect on an account.
     *
     * @param decision id of the decision that was adopted
     * @param changed what became of the account
     */
    public static AdoptionEffect of(UUID decision, AccountChanged changed) {
        if (changed.after().version() != changed.before().version()) {
            return PLACED;
        }
        return changed.after().adopted().containsKey(decision) ? ADOPTED_BEFORE : PLACED_BEFORE;
    }
}
