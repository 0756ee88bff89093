package io.centerline.rulebook.vocabulary;

/**
 * How many lines the case has; there is exactly one in every placement.
 *
 * @param counted lines that vote
 * @param notCounted lines that do not
 */
public record Totals(long counted, long notCounted) {}
