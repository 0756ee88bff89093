package io.centerline.proposals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to let a stored rulebook serve.
 *
 * @param rulebook its hash
 * @param author whose wish it is
 * @param reason why
 * @param draft id of the draft it came from; null when it came from none
 * @param correction why answers for past days may change; null when nobody says that they may
 * @param impact id of the report on whom it would move; null when there is none
 */
public record ProposalRequest(
        String rulebook,
        String author,
        String reason,
        @Nullable String draft,
        @Nullable String correction,
        @Nullable UUID impact) {}
