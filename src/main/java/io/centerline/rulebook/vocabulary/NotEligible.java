package io.centerline.rulebook.vocabulary;

/**
 * The party is not placed in any Center.
 *
 * @param basis the legal ground
 */
public record NotEligible(Basis basis) implements Conclusion {}
