package io.centerline.journal;

import java.time.Instant;

/**
 * Facts that were given out unmasked.
 *
 * @param number its place among all disclosures, from 1
 * @param from the first decision's place in the journal
 * @param to the place behind the last
 * @param caller who got them
 * @param disclosedAt when
 */
public record Disclosure(long number, long from, long to, String caller, Instant disclosedAt) {}
