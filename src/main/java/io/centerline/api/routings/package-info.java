/**
 * Routing activities and putting protests together over HTTP.
 *
 * <p>Activities of importers and entries to be protested come in, routings and protests go out. This package maps and delegates.
 */
@NullMarked
package io.centerline.api.routings;

import org.jspecify.annotations.NullMarked;
