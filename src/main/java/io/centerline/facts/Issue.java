package io.centerline.facts;

/**
 * One thing wrong with the input, or one thing worth a warning.
 *
 * @param code the published code
 * @param pointer RFC 6901 JSON pointer to the place, or {@code line 12, column "hts"} of a file
 * @param message what is wrong and where: lower case, no final period, input in backticks
 * @param help how to mend it; empty when the message says it
 */
public record Issue(IssueCode code, String pointer, String message, String help) {}
