package io.centerline.application;

import io.centerline.activation.StoredRulebook;
import io.centerline.check.HistoryFinding;
import java.util.List;

/**
 * A rulebook that was sent and stored.
 *
 * @param stored what is kept
 * @param history in what it departs from the history of the active rulebook; it may be activated only as a correction unless
 *     this is empty
 */
public record UploadedRulebook(StoredRulebook stored, List<HistoryFinding> history) {
    public UploadedRulebook {
        history = List.copyOf(history);
    }
}
