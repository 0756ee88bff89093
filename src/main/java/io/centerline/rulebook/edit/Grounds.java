package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.Standing;

/**
 * What a new rule rests on.
 *
 * @param citation the source
 * @param standing what that is worth
 * @param reason a sentence for the comment above the rule; empty for none
 */
public record Grounds(String citation, Standing standing, String reason) {}
