/**
 * Takes the wish to let a stored rulebook serve, and what others say of it. Gives proposals with their reviews and how each
 * stands, held to the log. It activates nothing, and never alters or removes what was said.
 */
@NullMarked
package io.centerline.proposals;

import org.jspecify.annotations.NullMarked;
