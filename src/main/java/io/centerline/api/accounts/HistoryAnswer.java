package io.centerline.api.accounts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.centerline.accounts.EventJson;
import io.centerline.accounts.HistoryEntry;
import io.centerline.facts.ImporterNumber;
import io.centerline.text.Echo;
import java.util.List;

/**
 * Everything ever recorded on an account.
 *
 * @param number the importer number, masked where it is a social security number
 * @param entries in the order recorded
 */
public record HistoryAnswer(String number, List<EntryAnswer> entries) {

    /**
     * One thing recorded.
     *
     * @param version the change it belongs to
     * @param recordedAt since when it is known
     * @param author who made the change
     * @param reason why
     * @param event what it says, as JSON
     */
    public record EntryAnswer(
            long version,
            String recordedAt,
            String author,
            String reason,
            @JsonRawValue String event) {

        static EntryAnswer of(ImporterNumber number, HistoryEntry entry) {
            return new EntryAnswer(
                    entry.version(),
                    entry.recordedAt().toString(),
                    Echo.shown(entry.author()),
                    Echo.shown(entry.reason()),
                    EventJson.masked(number, entry.event()));
        }
    }

    static HistoryAnswer of(ImporterNumber number, List<HistoryEntry> history) {
        return new HistoryAnswer(
                number.masked(),
                history.stream().map(entry -> EntryAnswer.of(number, entry)).toList());
    }
}
