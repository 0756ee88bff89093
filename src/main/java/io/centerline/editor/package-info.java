/**
 * What an editor needs to know of a rule folder while somebody types: findings, completions, places, fixes.
 *
 * <p>Texts and offsets come in, values without any protocol go out; the language server and the pages render them. Text
 * that is half typed is as good as any other. This package writes no file and reads no clock.
 */
@NullMarked
package io.centerline.editor;

import org.jspecify.annotations.NullMarked;
