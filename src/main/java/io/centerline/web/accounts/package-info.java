/**
 * The pages of accounts on file. A number, a day and an instant of an address come in, or the fields of an appeal; what is on file
 * goes out as a time line with its table, or an appeal with what its packet lacks. They never repeat the number of a person.
 */
@NullMarked
package io.centerline.web.accounts;

import org.jspecify.annotations.NullMarked;
