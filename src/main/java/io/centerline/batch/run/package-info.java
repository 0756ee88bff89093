/**
 * Runs over files of any size: reads them, adds up equal rows, decides importer by importer and writes the results.
 *
 * <p>Files and a rulebook come in; a folder with decisions, rejected rows, a summary and a manifest goes out, the same byte for byte
 * whatever the number of threads. DuckDB reads Parquet, adds up, sorts and spills. This package knows no service and no clock.
 */
@NullMarked
package io.centerline.batch.run;

import org.jspecify.annotations.NullMarked;
