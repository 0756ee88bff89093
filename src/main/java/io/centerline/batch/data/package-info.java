/**
 * Makes up entry lines of any number, for measurements and for trying out runs.
 *
 * <p>A plan comes in: how many lines of how many importers, and a seed. Files of entry lines go out, the same bytes for the
 * same plan. This package never reads a clock and never takes a line from a real importer.
 */
@NullMarked
package io.centerline.batch.data;

import org.jspecify.annotations.NullMarked;
