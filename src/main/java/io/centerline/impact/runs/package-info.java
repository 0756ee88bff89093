/**
 * Runs of a candidate rulebook over the decisions of the journal.
 *
 * <p>A candidate and a selection of decisions come in; the progress and the result of the run go out and are kept. This package
 * never records a decision and never activates a rulebook.
 */
@NullMarked
package io.centerline.impact.runs;

import org.jspecify.annotations.NullMarked;
