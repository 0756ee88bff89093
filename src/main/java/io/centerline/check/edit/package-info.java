/**
 * Changes of a rule folder whose cases need what the rules answer: thresholds and corrections. In come a folder and what is to
 * change; out go the changed texts, with cases that are true. Nothing here writes a file.
 */
@NullMarked
package io.centerline.check.edit;

import org.jspecify.annotations.NullMarked;
