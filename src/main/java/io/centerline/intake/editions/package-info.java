/**
 * Editions of the schedule as USITC publishes them.
 *
 * <p>Files in CSV or JSON come in; the numbers they list go out as a schedule, or every fault with its line. This package
 * keeps nothing, and knows no days.
 */
@NullMarked
package io.centerline.intake.editions;

import org.jspecify.annotations.NullMarked;
