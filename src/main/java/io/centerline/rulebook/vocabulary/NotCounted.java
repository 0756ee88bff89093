package io.centerline.rulebook.vocabulary;

/**
 * A line does not vote.
 *
 * @param reason why
 */
public record NotCounted(NotCountedReason reason) implements Conclusion {}
