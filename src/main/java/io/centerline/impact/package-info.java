/**
 * Takes two rulebooks and cases, of a file or of the journal, and tells who would be placed elsewhere under the second,
 * because of which rules.
 * Gives figures that do not depend on the order of the cases, with examples; of a run over the journal they are kept.
 * It never records a decision, activates anything or changes what is kept.
 */
@NullMarked
package io.centerline.impact;

import org.jspecify.annotations.NullMarked;
