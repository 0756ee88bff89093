/**
 * Rulebooks over HTTP: checking, storing, comparing and activating them, and measuring their impact.
 *
 * <p>Rule folders and hashes come in; reports, differences and activations go out. This package maps and delegates.
 */
@NullMarked
package io.centerline.api.rulebooks;

import org.jspecify.annotations.NullMarked;
