package io.centerline.rulebook.language;

import java.util.Arrays;
import java.util.Optional;

/** What a rule rests on: a public source that says so, or an inference of some confidence. */
public enum Standing {
    FOUND("found"),
    INFERRED_HIGH("inferred:high"),
    INFERRED_MEDIUM("inferred:medium"),
    INFERRED_LOW("inferred:low");

    private final String text;

    Standing(String text) {
        this.text = text;
    }

    /** The word used in rule files and answers. */
    public String text() {
        return text;
    }

    /** The standing with this word; empty when there is none. */
    public static Optional<Standing> find(String text) {
        return Arrays.stream(values())
                .filter(standing -> standing.text.equals(text))
                .findFirst();
    }
}
