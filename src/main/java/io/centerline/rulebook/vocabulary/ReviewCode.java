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
    /** The account's Center is no longer the predominant one. */
    DRIFT,
    /** Two rules propose different Centers on the same basis. */
    CONFLICT,
    /** The decision would change if ranges of low standing were left out. */
    INFERRED_RANGE,
    /** Another importer number under the same EIN is placed differently. */
    SIBLING_DIFFERS
}
