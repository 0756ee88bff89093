/**
 * How a case is read, and the only place that refuses input.
 *
 * <p>JSON and rows of files come in; {@link io.centerline.facts.Facts} or the complete list of
 * {@link io.centerline.facts.Issue}s goes out. This package never concludes anything from the facts.
 */
@NullMarked
package io.centerline.intake;

import org.jspecify.annotations.NullMarked;
