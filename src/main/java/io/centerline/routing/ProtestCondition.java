package io.centerline.routing;

import io.centerline.rulebook.language.Standing;

/** What entries must have in common to be covered by one protest, where that is said, and what is inferred in applying it. */
public enum ProtestCondition {
    ONE_CENTER(
            "one Center decides a protest, at however many ports its entries were filed",
            "81 FR 92978; CBP Centers overview",
            Standing.FOUND),
    ONE_PARTY("the entries of a protest involve the same protesting party", "19 CFR 174.13(b)", Standing.FOUND),
    ONE_CATEGORY(
            "the entries of a protest involve the same category of merchandise", "19 CFR 174.13(b)", Standing.FOUND),
    ONE_DECISION(
            "the decision or decisions protested are common to all entries of a protest",
            "19 CFR 174.13(b)",
            Standing.FOUND),
    ONE_PROTEST_AN_ENTRY(
            "one protest is filed for an entry, or one for each category of its merchandise",
            "19 U.S.C. 1514(c)(1)",
            Standing.FOUND),
    PARTY_IS_IMPORTER(
            "the importer of record is taken for the protesting party; the law lets others protest too",
            "inferred from 19 CFR 174.13(b)",
            Standing.INFERRED_MEDIUM),
    SAME_WORDS(
            "categories and decisions are taken to be the same when they are said in the same words, or not said at all",
            "inferred from 19 CFR 174.13(b)",
            Standing.INFERRED_LOW);

    private final String sentence;
    private final String citation;
    private final Standing standing;

    ProtestCondition(String sentence, String citation, Standing standing) {
        this.sentence = sentence;
        this.citation = citation;
        this.standing = standing;
    }

    /** The condition in words. */
    public String sentence() {
        return sentence;
    }

    /** Where it is said, or what it is inferred from. */
    public String citation() {
        return citation;
    }

    /** What it rests on. */
    public Standing standing() {
        return standing;
    }
}
