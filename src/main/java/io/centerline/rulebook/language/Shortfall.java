package io.centerline.rulebook.language;

/**
 * Why a rule did not fire: the first of its conditions that nothing satisfies.
 *
 * @param condition the condition as written, on one line
 * @param line its line in the rule file
 * @param found what the facts say instead, such as {@code no Appeal} or {@code status FILED}
 */
public record Shortfall(String condition, int line, String found) {}
