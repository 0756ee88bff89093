package io.centerline.rulebook.vocabulary;

import io.centerline.tariff.Center;

/**
 * The Center of the predominant number of the entry to be routed, as the placement rules say; absent without lines that
 * vote and when Centers are tied.
 *
 * @param center the Center
 */
public record Predominant(Center center) {}
