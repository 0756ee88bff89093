package io.centerline.rulebook.language;

import java.math.BigDecimal;

/**
 * A number that a rule compares with something of a case, whatever the operator.
 *
 * @param fact the fact looked at, such as {@code Tally}
 * @param field the field compared or gathered; empty where the rule counts the facts
 * @param number the number
 */
public record Threshold(String fact, String field, BigDecimal number) {}
