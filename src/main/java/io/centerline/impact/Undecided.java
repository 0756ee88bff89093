package io.centerline.impact;

/**
 * A case that could not be decided under both rulebooks.
 *
 * @param place which case it is
 * @param reason why, as messages to people are written
 */
public record Undecided(CasePlace place, String reason) {}
