package io.centerline.placement;

import io.centerline.rulebook.vocabulary.ReviewCode;

/**
 * A reason for a person to look at the decision.
 *
 * @param code what to look at
 * @param message one sentence with the figures
 */
public record ReviewNote(ReviewCode code, String message) {}
