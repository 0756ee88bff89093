/**
 * The facts of one case, and the only place that can refuse input.
 *
 * <p>JSON and CSV come in; {@link io.centerline.facts.Facts} or the complete list of
 * {@link io.centerline.facts.Issue}s goes out. This package never concludes anything from the facts.
 */
@NullMarked
package io.centerline.facts;

import org.jspecify.annotations.NullMarked;
