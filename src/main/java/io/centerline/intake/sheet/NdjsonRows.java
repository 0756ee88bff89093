package io.centerline.intake.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.centerline.text.Echo;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file with one JSON object a line. The keys of the first 1,000 objects are the columns, in the order in which they
 * come; a list of values, such as the HTSUS numbers of a line, takes 16 columns. A line that is no such object is a fault of that
 * row. Only one row at a time is in memory once the columns are known. The caller closes the stream.
 */
public final class NdjsonRows implements RowSource {
    private static final int LOOKED_AT = 1_000;
    private static final int LIST_COLUMNS = 16;
    private static final BitSet NO_NUMBERS = new BitSet(0);
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxStringLength(1 << 16)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final Utf8Lines lines;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final BitSet lists = new BitSet();
    private final Deque<Line> head = new ArrayDeque<>();
    private final List<String> titles = new ArrayList<>();
    private boolean begun;

    /** A line, or why it is none. */
    private record Line(
            long number,
            Map<String, List<String>> values,
            @Nullable CellFault fault,
            String text) {}

    /** The rows of a stream of UTF-8. */
    public NdjsonRows(InputStream stream) {
        lines = new Utf8Lines(stream);
    }

    @Override
    public String place(long row) {
        return "line " + row;
    }

    @Override
    public String place(long row, int column, String title) {
        return place(row) + ", key \"" + Echo.token(title) + "\"";
    }

    @Override
    public @Nullable EntryRow next() throws IOException {
        if (!begun) {
            begun = true;
            return begin();
        }
        Line line = head.isEmpty() ? read() : head.poll();
        return line == null ? null : row(line);
    }

    @Override
    public void checkRest() {
        // No line makes another one unreadable.
    }

    private @Nullable EntryRow begin() throws IOException {
        Line line;
        while (head.size() < LOOKED_AT && (line = read()) != null) {
            head.add(line);
            line.values().forEach((key, values) -> {
                int place = columns.computeIfAbsent(key, none -> columns.size());
                if (values.size() > 1) {
                    lists.set(place);
                }
            });
        }
        columns.forEach((key, place) -> {
            for (int i = 1; lists.get(place) && i <= LIST_COLUMNS; i++) {
                titles.add(key + " " + i);
            }
            if (!lists.get(place)) {
                titles.add(key);
            }
        });
        return head.isEmpty() ? null : new EntryRow(0, titles);
    }

    private EntryRow row(Line line) {
        if (line.fault() != null) {
            return new EntryRow(line.number(), List.of(), NO_NUMBERS, List.of(line.fault()), List.of(line.text()));
        }
        List<String> cells = new ArrayList<>(titles.size());
        CellFault fault = null;
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            List<String> values = line.values().getOrDefault(column.getKey(), List.of());
            int width = lists.get(column.getValue()) ? LIST_COLUMNS : 1;
            if (values.size() > width) {
                fault = fault(
                        "key " + Echo.of(column.getKey()) + " has " + values.size() + " values, at most " + width
                                + (width == 1 ? " as in the first lines of the file" : " are read"),
                        width == 1 ? "write a list in one of the first 1,000 lines too" : "");
            }
            for (int i = 0; i < width; i++) {
                cells.add(i < values.size() ? values.get(i) : "");
            }
        }
        for (String key : line.values().keySet()) {
            if (!columns.containsKey(key)) {
                fault = fault(
                        "key " + Echo.of(key) + " is in none of the first 1,000 lines",
                        "write it in the first line too, with `null` where nothing is known");
            }
        }
        return fault == null
                ? new EntryRow(line.number(), cells)
                : new EntryRow(line.number(), List.of(), NO_NUMBERS, List.of(fault), List.of(line.text()));
    }

    private @Nullable Line read() throws IOException {
        String text = lines.next();
        while (text != null && text.isBlank()) {
            text = lines.next();
        }
        if (text == null) {
            return null;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        CellFault fault = lines.isSound() ? null : fault("is not UTF-8", "save the file as UTF-8");
        try (JsonParser json = JSON.createParser(text)) {
            fault = fault != null ? fault : object(json, values);
        } catch (JsonProcessingException malformed) {
            fault = fault(
                    "is not JSON: " + Echo.clean(String.valueOf(malformed.getOriginalMessage())),
                    "write one object on each line");
        }
        return new Line(lines.number(), values, fault, text);
    }

    private static @Nullable CellFault object(JsonParser json, Map<String, List<String>> values) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return fault("is not a JSON object", "write one object on each line");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            List<String> list = new ArrayList<>(1);
            if (token == JsonToken.START_ARRAY) {
                while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
                    if (token.isStructStart()) {
                        return fault(
                                "key " + Echo.of(key) + " holds an object or a list of lists", "write plain values");
                    }
                    list.add(text(json, token));
                }
            } else if (token.isStructStart()) {
                return fault("key " + Echo.of(key) + " holds an object", "write a plain value");
            } else {
                list.add(text(json, token));
            }
            values.put(key, list);
        }
        return json.nextToken() == null ? null : fault("has more behind its object", "write one object on each line");
    }

    private static String text(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (!token.isNumeric()) {
            return json.getText();
        }
        BigDecimal number = new BigDecimal(json.getText());
        return Math.abs(number.scale()) > 100 ? json.getText() : number.toPlainString();
    }

    private static CellFault fault(String message, String help) {
        return new CellFault(CellFault.WHOLE_ROW, message, help);
    }
}
