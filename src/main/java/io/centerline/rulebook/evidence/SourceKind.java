package io.centerline.rulebook.evidence;

/** What kind of source says something; the strongest first. */
public enum SourceKind {
    /** A list of numbers published in the Federal Register under 19 CFR 101.1. */
    LIST(Strength.LIST, "list"),
    /** A notice or message of CBP that names ranges of numbers. */
    NOTICE(Strength.NOTICE, "notice"),
    /** Data of CBP about the goods themselves, with the name of a Center. */
    CBP_DATA(Strength.CBP_DATA, "CBP data"),
    /** A ruling of CBP's headquarters addressed to a Center: the account of the one importer who asked. */
    RULING(Strength.RULING, "ruling"),
    /** A release of CBP in which a Center takes part; often it looked at trademarks only. */
    RELEASE(Strength.REPORT, "release"),
    /** A report of the trade press. */
    PRESS(Strength.REPORT, "press"),
    /** A page of CBP that sorts its publications by Center. */
    PAGE(Strength.REPORT, "page"),
    /** The words of CBP's overview of the Centers. */
    OVERVIEW(Strength.OVERVIEW, "overview");

    private final Strength strength;
    private final String words;

    SourceKind(Strength strength, String words) {
        this.strength = strength;
        this.words = words;
    }

    /** In words, as they stand within a sentence. */
    public String words() {
        return words;
    }

    /** How much it is worth. */
    public Strength strength() {
        return strength;
    }

    /** Whether a rule may be called found because of it. */
    public boolean isPublished() {
        return this == LIST || this == NOTICE;
    }
}
