package io.centerline.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.centerline.text.Echo;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stored facts as they may be shown: in every text social security numbers keep their last four digits, nine digits in a
 * row too where they are no other number, and names of persons and firms are {@code ***}. Works on the stored JSON, so it shows facts that today's intake would refuse, too.
 */
public final class MaskedFacts {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("name", "recordedBy"),
                    Arrays.stream(LineField.values()).filter(LineField::isName).map(LineField::key))
            .collect(Collectors.toUnmodifiableSet());

    /** Where nine digits in a row are ordinary; {@code number} is that of an importer or an entry. */
    private static final Set<String> NUMBERS = Stream.concat(
                    Stream.of("number"),
                    Arrays.stream(LineField.values())
                            .filter(LineField::isNumber)
                            .map(LineField::key))
            .collect(Collectors.toUnmodifiableSet());

    private MaskedFacts() {}

    /**
     * The facts, masked; compact UTF-8.
     *
     * @throws IOException when {@code facts} is not JSON
     */
    public static byte[] of(byte[] facts) throws IOException {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(facts.length);
                JsonParser in = JSON.createParser(facts);
                JsonGenerator out = JSON.createGenerator(bytes)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    out.writeString(masked(field(in), in.getText()));
                } else {
                    out.copyCurrentEvent(in);
                }
            }
            out.flush();
            return bytes.toByteArray();
        }
    }

    private static String masked(String field, String text) {
        if (NAMES.contains(field)) {
            return text.isEmpty() ? text : "***";
        }
        return NUMBERS.contains(field) ? Echo.mask(text) : Echo.maskAll(text);
    }

    /** The field of a value, or of the list that it stands in; empty where it stands in neither. */
    private static String field(JsonParser in) {
        JsonStreamContext context = in.getParsingContext();
        while (context.inArray()) {
            context = context.getParent();
        }
        return Objects.requireNonNullElse(context.getCurrentName(), "");
    }
}
