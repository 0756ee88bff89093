/**
 * The HTTP contract: JAX-RS resources, their answers and their errors.
 *
 * <p>Requests come in, decisions, numbers and problems (RFC 9457) go out. This package maps and delegates; it never
 * decides, and no other package knows HTTP.
 */
@NullMarked
package io.centerline.api;

import org.jspecify.annotations.NullMarked;
