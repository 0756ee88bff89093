/**
 * Tells two rulebooks apart: rule by rule in words, and number by number over the whole tariff.
 *
 * <p>Two rulebooks come in; a difference goes out, the same for the same two on every machine. This package never asks
 * the engine and never judges a change.
 */
@NullMarked
package io.centerline.rulebook.change;

import org.jspecify.annotations.NullMarked;
