package io.centerline.rulebook.language;

import java.util.List;
import java.util.Locale;

/** A step of the decision with rules of its own; the folder, the package and the id prefixes of its rules agree. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of do not change
public enum Stage {
    MEMBERSHIP("MEM"),
    COUNTING("CNT"),
    PLACEMENT("ELG", "DIR", "APL", "ACC", "EVD", "PRE"),
    ROUTING("RTE");

    private final List<String> prefixes;

    Stage(String... prefixes) {
        this.prefixes = List.of(prefixes);
    }

    /** The folder below {@code rules/} and the last part of the package. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The id prefixes its rules may have. */
    public List<String> prefixes() {
        return prefixes;
    }
}
