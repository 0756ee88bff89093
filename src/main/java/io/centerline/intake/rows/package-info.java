/**
 * Entry lines out of the rows that importers really have.
 *
 * <p>Rows of a file and perhaps a mapping come in; one case for each importer goes out, together with an account of every row:
 * counted, set aside or rejected. This package knows no file format, and it never decides anything by the order of rows.
 */
@NullMarked
package io.centerline.intake.rows;

import org.jspecify.annotations.NullMarked;
