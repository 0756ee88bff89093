package io.centerline.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Prints values on one line, as they would stand in a scenario or case. Stateless. */
public final class FlowYaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern RESERVED = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private FlowYaml() {}

    /** A value on one line. */
    public static String print(JsonNode node) {
        if (node.isObject()) {
            List<String> entries = new ArrayList<>();
            node.properties().forEach(entry -> entries.add(entry.getKey() + ": " + print(entry.getValue())));
            return entries.isEmpty() ? "{ }" : "{ " + String.join(", ", entries) + " }";
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(print(item)));
            return items.isEmpty() ? "[ ]" : "[ " + String.join(", ", items) + " ]";
        }
        if (node.isTextual()) {
            String text = node.textValue();
            boolean plain =
                    PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches();
            return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return node.asText();
    }
}
