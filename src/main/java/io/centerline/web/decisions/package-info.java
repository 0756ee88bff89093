/**
 * The pages of one recorded decision: to read at three levels, to compare, to print, to verify, and to take along. The id of a
 * decision comes in; the recorded decision goes out, in the words in which it was recorded. It never decides anything and never
 * words a reason.
 */
@NullMarked
package io.centerline.web.decisions;

import org.jspecify.annotations.NullMarked;
