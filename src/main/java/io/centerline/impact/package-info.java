/**
 * Takes facts and two rulebooks and tells who would be placed elsewhere under the second, because of which rules.
 * Gives figures that do not depend on the order of the facts, with examples.
 * It never records, activates or changes anything.
 */
@NullMarked
package io.centerline.impact;

import org.jspecify.annotations.NullMarked;
