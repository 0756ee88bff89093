package io.centerline.rulebook.vocabulary;

/**
 * A person should look at the decision if it rests on the basis named.
 *
 * @param code what to look at
 * @param basis the basis the doubt concerns; a decision on another basis does not show it
 */
public record Review(ReviewCode code, Basis basis) implements Conclusion {}
