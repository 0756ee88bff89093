/**
 * The use cases, one type each, named for what it does.
 *
 * <p>What a door has read from its caller comes in; an answer or a {@link io.centerline.application.Failure} goes out. Nothing here
 * knows HTTP, pages or the command line, and nothing here decides: the rules do.
 */
@NullMarked
package io.centerline.application;

import org.jspecify.annotations.NullMarked;
