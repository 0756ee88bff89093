package io.centerline.intake.editions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an export in JSON: an array of rows, of which {@code htsno} and {@code units} are taken. */
final class JsonExport {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String AGAIN = "export the schedule again";

    private final ListedNumbers numbers;
    private int row;

    JsonExport(ListedNumbers numbers) {
        this.numbers = numbers;
    }

    void read(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            try {
                readRows(json);
            } catch (JsonProcessingException broken) {
                JsonLocation at = broken.getLocation();
                fault(at == null ? 1 : at.getLineNr(), "from here on the file is not JSON");
            } catch (CharConversionException other) {
                fault(json.currentLocation().getLineNr(), "from here on the file is not UTF-8");
            }
        }
    }

    private void fault(long line, String message) {
        numbers.fault(Math.max(1, line), message, AGAIN + "; nothing behind it was read");
    }

    private void readRows(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            fault(json.currentTokenLocation().getLineNr(), "the file is not an array of rows");
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (numbers.isEnough()) {
                return;
            }
            row++;
            int line = json.currentTokenLocation().getLineNr();
            if (json.currentToken() == JsonToken.START_OBJECT) {
                readRow(json, line);
            } else {
                numbers.fault(line, "row " + row + " is not an object", AGAIN);
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            fault(json.currentTokenLocation().getLineNr(), "something stands behind the array of rows");
        }
    }

    private void readRow(JsonParser json, int line) throws IOException {
        String number = null;
        boolean sound = true;
        List<String> units = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("htsno")) {
                number = value == JsonToken.VALUE_STRING ? json.getText() : value == JsonToken.VALUE_NULL ? "" : null;
                sound &= number != null;
                json.skipChildren();
            } else if (field.equals("units")) {
                List<String> read = units(json, value);
                sound &= read != null;
                units = read == null ? List.of() : read;
            } else {
                json.skipChildren();
            }
        }
        if (number == null || !sound) {
            numbers.fault(
                    line,
                    "row " + row + " has no `" + (number == null ? "htsno" : "units") + "` that is "
                            + (number == null ? "text" : "a list of texts"),
                    AGAIN);
        } else {
            numbers.take(line, number, units);
        }
    }

    /** The texts of a list, or the one that stands for it; null when it is neither. */
    private static @Nullable List<String> units(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (value == JsonToken.VALUE_STRING) {
            return List.of(json.getText());
        }
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return null;
        }
        List<String> units = new ArrayList<>(2);
        boolean texts = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts &= json.currentToken() == JsonToken.VALUE_STRING;
            units.add(json.getText());
            json.skipChildren();
        }
        return texts ? List.copyOf(units) : null;
    }
}
