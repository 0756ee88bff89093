/**
 * A decision as a document: its JSON, its receipt, its canonical form and its leaf hash.
 *
 * <p>A {@link io.centerline.placement.Decision} or a {@link io.centerline.routing.Routing} comes in; the bytes that are answered,
 * kept and hashed go out. This package never decides and never stores anything.
 */
@NullMarked
package io.centerline.decision;

import org.jspecify.annotations.NullMarked;
