package io.centerline.rulebook.vocabulary;

import io.centerline.tariff.Center;

/**
 * The importer belongs into a Center, on a basis.
 *
 * @param center the Center proposed
 * @param basis the legal ground, which alone ranks it among others
 */
public record Proposal(Center center, Basis basis) implements Conclusion {}
