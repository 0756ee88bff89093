/**
 * Takes sound rule folders and the request to let one serve. Gives the rulebooks that were stored, the one that is active and
 * the history of who activated what and why. It never alters or removes a stored rulebook or an activation.
 */
@NullMarked
package io.centerline.activation;

import org.jspecify.annotations.NullMarked;
