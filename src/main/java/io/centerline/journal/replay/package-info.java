/**
 * Deciding again what was decided before, from what was kept: the facts, the receipt and the rulebook it names.
 *
 * <p>A {@link io.centerline.journal.replay.Kept} decision and a rulebook come in; a
 * {@link io.centerline.journal.replay.Replayed} decision with every difference goes out. This package records nothing, asks
 * no clock and no store, and trusts nothing it can compute itself.
 */
@NullMarked
package io.centerline.journal.replay;

import org.jspecify.annotations.NullMarked;
