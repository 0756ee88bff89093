package io.centerline.activation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The impact report that an activation rests on.
 *
 * @param report its id
 * @param undecided how many decisions it could not ask; null for reports of programs that did not count them
 * @param undecidedReason why the rulebook may serve although so many were not asked; null when nobody had to say
 */
public record QuotedImpact(
        UUID report, @Nullable Long undecided, @Nullable String undecidedReason) {}
