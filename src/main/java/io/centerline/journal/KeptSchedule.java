package io.centerline.journal;

import java.time.Instant;

/**
 * An edition of the schedule that decided.
 *
 * @param edition its name, as receipts have it
 * @param sha256 of its text, in hex
 * @param bytes length of its text
 * @param keptAt when a program first decided under it here
 */
public record KeptSchedule(String edition, String sha256, int bytes, Instant keptAt) {}
