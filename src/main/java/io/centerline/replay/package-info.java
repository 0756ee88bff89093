/**
 * Deciding again what was decided before, from what was kept: the facts, the receipt and the rulebook it names.
 *
 * <p>A {@link io.centerline.replay.KeptDecision} and a rulebook come in; a {@link io.centerline.replay.Replayed} decision with every
 * difference goes out. This package records nothing, asks no clock and no store, and trusts nothing it can compute itself.
 */
@NullMarked
package io.centerline.replay;

import org.jspecify.annotations.NullMarked;
