package io.centerline.rulebook.evidence;

/** What kind of source says something; the strongest first. */
public enum SourceKind {
    /** A list of numbers published in the Federal Register under 19 CFR 101.1. */
    LIST(Strength.LIST),
    /** A notice or message of CBP that names ranges of numbers. */
    NOTICE(Strength.NOTICE),
    /** Data of CBP about the goods themselves, with the name of a Center. */
    CBP_DATA(Strength.CBP_DATA),
    /** A ruling of CBP's headquarters addressed to a Center: the account of the one importer who asked. */
    RULING(Strength.RULING),
    /** A release of CBP in which a Center takes part; often it looked at trademarks only. */
    RELEASE(Strength.REPORT),
    /** A report of the trade press. */
    PRESS(Strength.REPORT),
    /** A page of CBP that sorts its publications by Center. */
    PAGE(Strength.REPORT),
    /** The words of CBP's overview of the Centers. */
    OVERVIEW(Strength.OVERVIEW);

    private final Strength strength;

    SourceKind(Strength strength) {
        this.strength = strength;
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
