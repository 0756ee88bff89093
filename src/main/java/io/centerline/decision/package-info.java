/**
 * A decision as a document: its JSON, its receipt, its canonical form and its leaf hash.
 *
 * <p>A {@link io.centerline.placement.Decision} or a {@link io.centerline.routing.Routing} comes in; the bytes that are answered,
 * kept and hashed go out, and what was kept is read back. Nobody else knows the members by which a decision is hashed and
 * replayed. This package never decides and never stores anything.
 */
@NullMarked
package io.centerline.decision;

import org.jspecify.annotations.NullMarked;
