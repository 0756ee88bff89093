/**
 * The one door to the rule engine: rule folders become rulebooks, rulebooks become editions for a day, editions answer.
 *
 * <p>Sources come in; classifications and firings, stamped with the rule that made them, go out. This package never
 * ranks proposals and never reads a clock.
 */
@NullMarked
package io.centerline.rulebook;

import org.jspecify.annotations.NullMarked;
