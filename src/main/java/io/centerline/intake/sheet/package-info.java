/**
 * Where rows come from: files of separated values and workbooks.
 *
 * <p>A stream or file comes in, whatever its name; rows of texts go out, one at a time, each with its place and what is
 * wrong with it. This package never knows what a column means.
 */
@NullMarked
package io.centerline.intake.sheet;

import org.jspecify.annotations.NullMarked;
