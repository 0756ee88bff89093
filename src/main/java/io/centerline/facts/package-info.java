/**
 * What a case is: the importer, entry lines, the account, evidence, and what is wrong with input.
 *
 * <p>Values that were read come in; {@link io.centerline.facts.Facts} and their canonical form go out. This package never
 * reads input and never concludes anything from facts.
 */
@NullMarked
package io.centerline.facts;

import org.jspecify.annotations.NullMarked;
