/**
 * The rule language: rule files as text, as a syntax tree, and as something that can be explained.
 *
 * <p>DRL text comes in; rules of a closed, typed syntax tree or the complete list of findings goes out. Nothing outside
 * the positive list of {@link io.centerline.rulebook.language.Vocabulary} survives the reading, and the engine is only
 * ever given what {@link io.centerline.rulebook.language.DrlWriter} prints from the tree, never the analyst's text.
 */
@NullMarked
package io.centerline.rulebook.language;

import org.jspecify.annotations.NullMarked;
