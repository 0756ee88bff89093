package io.centerline.rulebook.vocabulary;

import java.time.LocalDate;

/**
 * How many lines the case has, and from which day on; there is exactly one in every placement.
 *
 * @param counted lines that vote
 * @param notCounted lines that do not
 * @param unclearGoods those of them whose several goods are of different Centers, where value does not tell which is meant
 * @param versions those of them with the same entry and line number as another one that differs
 * @param from the first day of the window
 */
public record Totals(long counted, long notCounted, long unclearGoods, long versions, LocalDate from) {}
