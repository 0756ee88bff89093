package io.centerline.rulebook.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A person should look at the decision, if it rests on the basis named.
 *
 * @param code what to look at
 * @param basis the basis the doubt concerns; a decision on another basis does not show it. Null when it concerns every
 *     decision
 */
public record Review(ReviewCode code, @Nullable Basis basis) implements Conclusion {

    /** A review that every decision shows. */
    public Review(ReviewCode code) {
        this(code, null);
    }

    /** Whether a decision on a basis shows it. */
    public boolean concerns(Basis other) {
        return basis == null || basis == other;
    }

    /** As cases write it: {@code review TIE on PREDOMINANCE}, or {@code review APPEAL_OPEN}. */
    public String text() {
        return "review " + code + (basis == null ? "" : " on " + basis);
    }
}
