package io.centerline.application;

import java.util.List;

/**
 * One step of an audit and what it showed.
 *
 * @param name what is looked at, such as {@code Inclusion}
 * @param result whether it holds
 * @param sentence what was found
 * @param workings how, line by line; may be empty
 */
public record AuditStep(String name, Result result, String sentence, List<String> workings) {

    /** What a step showed. */
    public enum Result {
        /** It holds. */
        HOLDS,
        /** It does not hold. */
        FAILS,
        /** It could not be looked at. */
        NOT_SHOWN
    }

    public AuditStep {
        workings = List.copyOf(workings);
    }

    /** The step in one word, as a class of a style sheet. */
    public String word() {
        return switch (result) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case NOT_SHOWN -> "not shown";
        };
    }
}
