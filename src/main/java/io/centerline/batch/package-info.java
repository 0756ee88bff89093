/**
 * Decides the importers of runs over files of any size, one family of importer numbers after the other.
 *
 * <p>The staged rows of all numbers of one EIN come in; a decision for each number goes out, with an account of every row. Equal
 * rows may come added up to one, and the answers are those of the single rows. This package reads no file and keeps nothing.
 */
@NullMarked
package io.centerline.batch;

import org.jspecify.annotations.NullMarked;
