/**
 * Changes to a rule folder, made as a careful analyst makes them: the old rule ends, the new one begins under the next free id,
 * names, sentences, cases and evidence go along, and everything else stays byte for byte.
 */
@NullMarked
package io.centerline.rulebook.edit;

import org.jspecify.annotations.NullMarked;
