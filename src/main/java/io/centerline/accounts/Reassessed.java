package io.centerline.accounts;

/**
 * What became of a reassessment.
 *
 * @param reassessment what it said
 * @param kept whether it stands as the account's last one; not when one for a later day does, or the account changed meanwhile
 */
public record Reassessed(Reassessment reassessment, boolean kept) {}
