package io.centerline.web.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.SheetStream.Column;
import io.centerline.journal.StoredRecord;
import io.centerline.log.RecordKind;
import io.centerline.web.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A leaf of the log that is no decision, as the page lists it.
 *
 * @param index its place
 * @param kind its kind
 * @param about which one, within its kind
 * @param said what was recorded
 * @param leaf its hash, hex
 */
record LeafRow(long index, String kind, String about, List<Said> said, String leaf) {
    static final List<Column<StoredRecord>> COLUMNS = List.of(
            new Column<>("index", 10, StoredRecord::index),
            new Column<>("kind", 12, StoredRecord::kind),
            new Column<>("about", 38, StoredRecord::ref),
            new Column<>("record", 100, stored -> new String(stored.said(), StandardCharsets.UTF_8)),
            new Column<>("leaf", 66, stored -> stored.leaf().hex()));

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One thing that was recorded.
     *
     * @param name what, in words
     * @param text its value; days and moments as pages write them
     */
    record Said(String name, String text) {
        static Said of(String member, String value) {
            return new Said(Formats.spaced(member), readable(value));
        }

        private static String readable(String value) {
            try {
                return value.endsWith("Z") ? Formats.us(Instant.parse(value)) : Formats.us(LocalDate.parse(value));
            } catch (DateTimeParseException noDay) {
                return value;
            }
        }

        /** Whether it is a hash. */
        public boolean isHash() {
            return text.startsWith("sha256:");
        }
    }

    static LeafRow of(StoredRecord stored) {
        return new LeafRow(
                stored.index(),
                stored.kind(),
                stored.ref(),
                said(stored),
                stored.leaf().hex());
    }

    /** The address of the page about it; empty when there is none. */
    public String address() {
        return switch (RecordKind.of(kind).orElse(RecordKind.OPENING)) {
            case IMPACT -> "/rules/impacts/" + about;
            case ACTIVATION -> "/rules/activations?at=" + about;
            case PROPOSAL, REVIEW -> "/rules/proposals/" + about.replaceFirst("/.*", "");
            case OPENING, ACCOUNT, DISCLOSURE, ERASURE -> "";
        };
    }

    private static List<Said> said(StoredRecord stored) {
        JsonNode said;
        try {
            said = JSON.readTree(new String(stored.said(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<Said> all = new ArrayList<>();
        said.properties()
                .forEach(entry -> all.add(Said.of(
                        entry.getKey(),
                        entry.getValue().isTextual()
                                ? entry.getValue().textValue()
                                : entry.getValue().toString())));
        return all;
    }
}
