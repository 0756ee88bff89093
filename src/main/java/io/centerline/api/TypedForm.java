package io.centerline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent as {@code application/x-www-form-urlencoded}. It can be given as the JSON that a program would send instead, so
 * that both are read, and refused, in the same words.
 */
public final class TypedForm {
    /** The media type of forms without files. */
    public static final String TYPE = "application/x-www-form-urlencoded";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Takes a body apart. A field that is there twice has its first value.
     *
     * @param body as {@link Bodies#read} gives it
     */
    public TypedForm(byte[] body) {
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    /** What was typed into a field, as it was typed; empty when nothing was. */
    public String typed(String name) {
        return values.getOrDefault(name, "");
    }

    /** The value of a field without blanks around it; null when nothing was typed. */
    public @Nullable String value(String name) {
        String value = typed(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** The fields as a JSON object of texts; those into which nothing was typed are left out. */
    public ObjectNode json(String... names) {
        ObjectNode json = JSON.createObjectNode();
        for (String name : names) {
            String value = value(name);
            if (value != null) {
                json.put(name, value);
            }
        }
        return json;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(Problem.Kind.INVALID_REQUEST, "the form is not percent-encoded UTF-8");
        }
    }
}
