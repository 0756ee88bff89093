/**
 * The journal: every decision ever made, in one order, so that it can be proved later what was decided.
 *
 * <p>A {@link io.centerline.decision.Draft} comes in; a {@link io.centerline.journal.Recorded} with its place and leaf
 * hash goes out, once it is durable and not before. This package never changes or removes what was recorded, and never
 * looks into a decision: JSON and hashes are the business of {@link io.centerline.decision}.
 */
@NullMarked
package io.centerline.journal;

import org.jspecify.annotations.NullMarked;
