/**
 * The directory of the ten Centers. A day comes in; each Center's part of the tariff and what it rests on goes out, with who
 * handles which activity, as a page, CSV or a workbook. It counts nothing itself.
 */
@NullMarked
package io.centerline.web.directory;

import org.jspecify.annotations.NullMarked;
