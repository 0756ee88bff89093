/**
 * Takes a rule folder and tells whether it may serve: its language, its proofs over all numbers, its cases and scenarios.
 * Gives a report that an editor, a build and a person can each read.
 * It never changes a rulebook and never activates one.
 */
@NullMarked
package io.centerline.check;

import org.jspecify.annotations.NullMarked;
