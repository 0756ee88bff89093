package io.centerline.rulebook.vocabulary;

import java.time.LocalDate;

/**
 * The case as such; there is exactly one in every evaluation.
 *
 * @param asOf the day the decision is made for
 */
public record Case(LocalDate asOf) {}
