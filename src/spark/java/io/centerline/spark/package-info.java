/**
 * Runs placements over files of any size on a Spark cluster. Files and rules come in, decisions and rejected rows go out as
 * Parquet. It decides nothing itself: each executor reads, decides and writes with the core, as every other door does.
 */
@NullMarked
package io.centerline.spark;

import org.jspecify.annotations.NullMarked;
