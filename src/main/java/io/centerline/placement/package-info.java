/**
 * From facts to a decision: classify, tally, propose, decide, explain.
 *
 * <p>Facts and a rulebook come in, one {@link io.centerline.placement.Decision} goes out. Nothing here reads a clock,
 * stores anything or holds a threshold of the law.
 */
@NullMarked
package io.centerline.placement;

import org.jspecify.annotations.NullMarked;
