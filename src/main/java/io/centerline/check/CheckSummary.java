package io.centerline.check;

/**
 * How much a check looked at.
 *
 * @param rules rules that could be read
 * @param editions periods between which the rules differ
 * @param cases cases of single rules, each with what fires and what nearly does
 * @param scenarios stories
 * @param scenarioCases their questions
 * @param fired rules that fired in some case or scenario; 0 when none was run
 * @param complete whether all steps were taken; false when errors of the rules stopped the check before the cases
 */
public record CheckSummary(
        int rules, int editions, int cases, int scenarios, int scenarioCases, int fired, boolean complete) {

    /** Of a check that was not made. */
    public static final CheckSummary NONE = new CheckSummary(0, 0, 0, 0, 0, 0, false);
}
