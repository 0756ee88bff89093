/**
 * Wires the service, starts and stops it, and tells whether it is well.
 *
 * <p>Settings come in; a running service or a sentence on why it does not start goes out. This package sees every other one and is
 * seen by none.
 */
@NullMarked
package io.centerline.boot;

import org.jspecify.annotations.NullMarked;
