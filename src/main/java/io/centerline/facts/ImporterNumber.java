package io.centerline.facts;

import io.centerline.text.Echo;

/**
 * An importer of record number in one of its three formats (CATAIR importer query), upper case.
 *
 * <p>{@code NN-NNNNNNNXX} or {@code NN-NNNNNNN} (EIN with or without suffix), {@code NNN-NN-NNNN} (social security
 * number) and {@code YYDDPP-NNNNN} (assigned by CBP). The text form of a social security number must leave the program
 * only through {@link #masked()}.
 *
 * @param text the number with its dashes
 * @param format which of the formats it is
 */
public record ImporterNumber(String text, Format format) {

    /** The formats of an importer of record number. */
    public enum Format {
        EIN,
        SOCIAL_SECURITY,
        CBP_ASSIGNED
    }

    /** The number as it may be shown: a social security number keeps its last four digits, {@code ***-**-1234}. */
    public String masked() {
        return format == Format.SOCIAL_SECURITY ? "***-**-" + text.substring(text.length() - 4) : text;
    }

    private static final String HIDDEN_NAME = "***";

    /** The importer's name as it may be shown: that of a firm, and {@code ***} for that of a person. */
    public String shownName(String name) {
        return name.isEmpty() || format != Format.SOCIAL_SECURITY ? Echo.shown(name) : HIDDEN_NAME;
    }

    /** The EIN without suffix, or the whole number for the other formats; siblings share it. */
    public String root() {
        return format == Format.EIN ? text.substring(0, 10) : text;
    }

    /** Never shows a social security number, so that no log line can. */
    @Override
    public String toString() {
        return masked();
    }
}
