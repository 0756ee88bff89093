/**
 * Takes two rulebooks and cases, and tells who would be placed elsewhere under the second, because of which rules.
 *
 * <p>Cases come in; figures that do not depend on their order, with examples, go out. This package never reads the journal,
 * records a decision or activates anything.
 */
@NullMarked
package io.centerline.impact;

import org.jspecify.annotations.NullMarked;
