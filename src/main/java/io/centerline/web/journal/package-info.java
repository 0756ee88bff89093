/**
 * The pages that list recorded decisions. Filters of an address come in; a page of decisions with its counts goes out, or the whole
 * list as a file. They only read, and never show more of an importer than lists of the API do.
 */
@NullMarked
package io.centerline.web.journal;

import org.jspecify.annotations.NullMarked;
