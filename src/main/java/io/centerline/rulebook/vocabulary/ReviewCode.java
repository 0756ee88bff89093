package io.centerline.rulebook.vocabulary;

/** Why a person should look at a decision. */
public enum ReviewCode {
    /** Two or more Centers lead with the same number of lines. */
    TIE,
    /** Few lines were counted. */
    THIN_EVIDENCE,
    /** The leader holds less than half of the lines. */
    NO_MAJORITY,
    /** Leader and runner-up are close. */
    NEAR_EQUAL_SPREAD,
    /** Another Center holds at least half of the value. */
    VALUE_POINTS_ELSEWHERE,
    /** Lines are set aside because their several goods are of different Centers and value does not tell which is meant. */
    GOODS_UNCLEAR,
    /** Lines are set aside because the same line of an entry is there in versions that differ. */
    LINE_VERSIONS,
    /** The account's Center is no longer the predominant one. */
    DRIFT,
    /** An appeal is filed and not decided. */
    APPEAL_OPEN,
    /** A directed assignment ended within the window. */
    DIRECTION_ENDED,
    /** Evidence was recorded after the as-of date and does not count for it. */
    EVIDENCE_LATER,
    /** Two rules propose different Centers on the same basis. */
    CONFLICT,
    /** The decision would change if ranges of low standing were left out. */
    INFERRED_RANGE,
    /** Another importer number under the same EIN is placed differently. */
    SIBLING_DIFFERS
}
