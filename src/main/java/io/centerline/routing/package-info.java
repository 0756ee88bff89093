/**
 * Who handles what after release, and which Center it is.
 *
 * <p>An activity of an importer comes in, a {@link io.centerline.routing.Routing} goes out: the Center, the port or both,
 * and why. Where an account lies and what an entry's goods point to is asked of {@link io.centerline.placement.Placement};
 * nothing here counts, ranks ranges or holds a list of activities.
 */
@NullMarked
package io.centerline.routing;

import org.jspecify.annotations.NullMarked;
