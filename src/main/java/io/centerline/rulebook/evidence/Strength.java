package io.centerline.rulebook.evidence;

/** How much evidence is worth, the strongest first. */
public enum Strength {
    LIST("list"),
    NOTICE("notice"),
    CBP_DATA("CBP data"),
    RULING("ruling"),
    /** A release, the press or a page. */
    REPORT("report"),
    OVERVIEW("overview"),
    /** Of a number for whose Center no source speaks. */
    NOTHING("nothing");

    private final String words;

    Strength(String words) {
        this.words = words;
    }

    /** In lower-case words, for the head of a column. */
    public String words() {
        return words;
    }

    /** Whether it outweighs another. */
    public boolean isAbove(Strength other) {
        return compareTo(other) < 0;
    }
}
