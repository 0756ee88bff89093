package io.centerline.rulebook.vocabulary;

import io.centerline.tariff.Center;

/**
 * Where the account of a placed importer lies, as the placement rules say; absent unless it is placed.
 *
 * @param center the Center
 * @param basis the ground on which it lies there
 */
public record OnFile(Center center, Basis basis) {}
