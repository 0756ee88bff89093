package io.centerline.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first line of an export: which leaves follow, and what joins them to a checkpoint.
 *
 * @param checkpoint a signed note, as text; the leaves are among those it covers
 * @param from the first leaf
 * @param to the leaf behind the last
 * @param before roots of the complete subtrees over the leaves before, from left to right
 * @param after roots of the complete subtrees over the leaves behind, from left to right
 * @param records whether there may be leaves that are no decisions; programs that know none do not take such an export
 */
public record ExportHeader(
        String checkpoint, long from, long to, List<TreeHash> before, List<TreeHash> after, boolean records) {
    /** What an export of decisions starts with. */
    static final String DECISIONS = "centerline-journal/1";

    /** What an export starts with that also has leaves of other kinds. */
    static final String RECORDS = "centerline-journal/2";

    private static final JsonFactory JSON = new JsonFactory();

    public ExportHeader {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * The header for leaves of a stored tree.
     *
     * @param note a checkpoint's signed note
     * @param size the checkpoint's size
     * @param records whether one of them is no decision
     * @throws IllegalArgumentException unless {@code 0 <= from <= to <= size}
     */
    public static ExportHeader of(byte[] note, long size, long from, long to, Nodes nodes, boolean records) {
        return new ExportHeader(
                new String(note, StandardCharsets.UTF_8),
                from,
                to,
                hashes(Subtree.covering(0, from), nodes),
                hashes(Subtree.covering(to, size), nodes),
                records);
    }

    private static List<TreeHash> hashes(List<Subtree> subtrees, Nodes nodes) {
        return subtrees.stream().map(subtree -> subtree.hash(nodes)).toList();
    }

    /** Reads a line without its newline; empty when it is not exactly what {@link #print} gives. */
    public static Optional<ExportHeader> parse(byte[] line) {
        try (JsonParser json = JSON.createParser(line)) {
            Draft draft = new Draft();
            boolean whole = json.nextToken() == JsonToken.START_OBJECT;
            while (whole && json.nextToken() == JsonToken.FIELD_NAME) {
                whole = draft.take(json);
            }
            ExportHeader header = draft.header();
            byte[] again = header.print();
            return whole && Arrays.equals(line, 0, line.length, again, 0, again.length - 1)
                    ? Optional.of(header)
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The line with its newline. */
    public byte[] print() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", records ? RECORDS : DECISIONS);
            json.writeStringField("checkpoint", checkpoint);
            json.writeNumberField("from", from);
            json.writeNumberField("to", to);
            print(json, "before", before);
            print(json, "after", after);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void print(JsonGenerator json, String name, List<TreeHash> hashes) throws IOException {
        json.writeArrayFieldStart(name);
        for (TreeHash hash : hashes) {
            json.writeString(hash.hex());
        }
        json.writeEndArray();
    }

    /** What was read so far. */
    private static final class Draft {
        private String checkpoint = "";
        private long from = -1;
        private long to = -1;
        private List<TreeHash> before = List.of();
        private List<TreeHash> after = List.of();
        private boolean records;

        boolean take(JsonParser json) throws IOException {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            return switch (name) {
                case "format" -> {
                    records = json.getText().equals(RECORDS);
                    yield value == JsonToken.VALUE_STRING
                            && (records || json.getText().equals(DECISIONS));
                }
                case "checkpoint" -> {
                    checkpoint = json.getText();
                    yield value == JsonToken.VALUE_STRING;
                }
                case "from" -> {
                    from = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : -1;
                    yield from >= 0;
                }
                case "to" -> {
                    to = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : -1;
                    yield to >= from;
                }
                case "before" -> {
                    before = hashes(json);
                    yield true;
                }
                case "after" -> {
                    after = hashes(json);
                    yield true;
                }
                default -> false;
            };
        }

        private static List<TreeHash> hashes(JsonParser json) throws IOException {
            List<TreeHash> hashes = new ArrayList<>();
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    TreeHash.parseHex(json.getText()).ifPresent(hashes::add);
                }
            }
            return hashes;
        }

        ExportHeader header() {
            return new ExportHeader(checkpoint, from, to, before, after, records);
        }
    }
}
