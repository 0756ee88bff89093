/**
 * Placing one importer over HTTP.
 *
 * <p>Facts come in, a decision goes out. This package maps and delegates.
 */
@NullMarked
package io.centerline.api.placements;

import org.jspecify.annotations.NullMarked;
