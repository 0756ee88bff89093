package io.centerline.api.decisions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.centerline.journal.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of the log that are no decisions, in their order.
 *
 * @param records some of them
 * @param next what to give as {@code from} to read on; null at the end
 */
public record RecordsAnswer(List<Leaf> records, @Nullable Long next) {

    /**
     * One leaf.
     *
     * @param index its place in the journal
     * @param kind what kind of record it is
     * @param about which one, within its kind
     * @param record what was recorded, canonical JSON; it only commits to what may name a person
     * @param leaf the leaf's hash, hex
     */
    public record Leaf(
            long index,
            String kind,
            String about,
            @JsonRawValue String record,
            String leaf) {
        static Leaf of(StoredRecord stored) {
            return new Leaf(
                    stored.index(),
                    stored.kind(),
                    stored.ref(),
                    new String(stored.said(), StandardCharsets.UTF_8),
                    stored.leaf().hex());
        }
    }

    static RecordsAnswer of(List<StoredRecord> stored, JournalPage page) {
        return new RecordsAnswer(
                stored.stream().map(Leaf::of).toList(), page.next(stored, record -> record.index() + 1));
    }
}
