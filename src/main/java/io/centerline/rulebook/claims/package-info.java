/**
 * Takes membership rules and gives the numbers they claim, as intervals over the whole 10-digit space.
 * Serves those who prove something of a rulebook or tell two of them apart.
 * It never asks the engine and never looks at a number of the tariff.
 */
@NullMarked
package io.centerline.rulebook.claims;

import org.jspecify.annotations.NullMarked;
