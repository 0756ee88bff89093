/**
 * Finding decisions again: by what they say, newest first, one at a time, in pages or counted.
 *
 * <p>A {@link io.centerline.journal.search.Filter} comes in, rows and counts go out. This package only reads decisions;
 * it never writes one, never reads facts, and puts nothing on the road a decision takes into the journal.
 */
@NullMarked
package io.centerline.journal.search;

import org.jspecify.annotations.NullMarked;
