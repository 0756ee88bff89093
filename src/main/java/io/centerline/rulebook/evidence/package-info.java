/**
 * The text of {@code evidence.yaml} comes in; what sources say of ranges of numbers, for and against a Center, goes out.
 * Serves whoever shows a number or a rule what it rests on, and the check, which holds the standing of rules to it.
 * It never decides where a number belongs: only membership rules do.
 */
@NullMarked
package io.centerline.rulebook.evidence;

import org.jspecify.annotations.NullMarked;
