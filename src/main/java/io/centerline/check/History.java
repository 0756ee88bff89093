package io.centerline.check;

import io.centerline.rulebook.Rulebook;
import java.time.LocalDate;

/**
 * What a rulebook must not change.
 *
 * @param rulebook the rulebook whose answers stay
 * @param today the first day that is not past: answers for earlier days stay
 */
public record History(Rulebook rulebook, LocalDate today) {}
