/**
 * Takes requests to propose a rulebook, to review a proposal and to take it back. Gives proposals as answers, with the version
 * that a review names. It decides nothing.
 */
@NullMarked
package io.centerline.api.proposals;

import org.jspecify.annotations.NullMarked;
