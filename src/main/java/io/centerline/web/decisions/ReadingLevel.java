package io.centerline.web.decisions;

import java.util.Locale;

/** For whom a decision is shown. */
public enum ReadingLevel {
    /** The answer, the shares, what would change it, and how to appeal. */
    IMPORTER("Importer"),
    /** Every rule with its text, its source and what was found. */
    ANALYST("Analyst"),
    /** The receipt, the proof, and buttons to verify and to decide again. */
    AUDITOR("Auditor");

    private final String title;

    ReadingLevel(String title) {
        this.title = title;
    }

    /** As pages name it. */
    public String title() {
        return title;
    }

    /** As addresses name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
