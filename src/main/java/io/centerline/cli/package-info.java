/**
 * The program's commands.
 *
 * <p>Arguments come in; a running service, or text on the standard output and an exit code, goes out. This package
 * never decides anything itself.
 */
@NullMarked
package io.centerline.cli;

import org.jspecify.annotations.NullMarked;
