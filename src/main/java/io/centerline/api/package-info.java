/**
 * The HTTP contract: what all resources share. Each resource has a package of its own below this one.
 *
 * <p>Requests come in; answers and problems (RFC 9457) go out. This package maps and delegates; it never decides, and no other
 * package knows HTTP.
 */
@NullMarked
package io.centerline.api;

import org.jspecify.annotations.NullMarked;
