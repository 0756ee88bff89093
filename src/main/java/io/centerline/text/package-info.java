/**
 * Text and bytes, whatever they mean: echoes for messages, near words, hashes, UTF-8.
 *
 * <p>Text comes in, text fit to be shown or compared goes out. This package knows nothing of tariffs or importers.
 */
@NullMarked
package io.centerline.text;

import org.jspecify.annotations.NullMarked;
