package io.centerline.web.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.accounts.PacketJson;
import io.centerline.facts.AppealPacket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Turns the fields of the form into the request that the API takes, and a packet into the fields. */
final class AppealBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS =
            List.of("preferred", "currentCenter", "filed", "reference", "justification", "author", "reason");
    private static final List<String> COLUMNS = List.of("heading", "count", "value");

    private AppealBody() {}

    /** The request that fields ask for; a field in which nothing was typed is left out. */
    static byte[] of(Map<String, String> typed) {
        ObjectNode body = JSON.createObjectNode();
        for (String name : TEXTS) {
            put(body, name, typed.getOrDefault(name, "").replaceAll("\\s*\\R\\s*", " "));
        }
        for (String name : List.of("importers", "bonds")) {
            List<String> lines = lines(typed.getOrDefault(name, ""));
            if (!lines.isEmpty()) {
                ArrayNode list = body.putArray(name);
                lines.forEach(list::add);
            }
        }
        ObjectNode data = JSON.createObjectNode();
        put(data, "from", typed.getOrDefault("from", ""));
        put(data, "to", typed.getOrDefault("to", ""));
        List<String> headings = lines(typed.getOrDefault("headings", ""));
        if (!headings.isEmpty()) {
            ArrayNode list = data.putArray("headings");
            headings.forEach(line -> list.add(heading(line)));
        }
        if (!data.isEmpty()) {
            body.set("data", data);
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode body, String name, String text) {
        if (!text.isBlank()) {
            body.put(name, text);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What is no number stays as it was typed, so that the reader can say what is wrong with it. */
    private static ObjectNode heading(String line) {
        ObjectNode heading = JSON.createObjectNode();
        String[] words = line.split("\\s+", COLUMNS.size());
        for (int i = 0; i < words.length; i++) {
            String name = COLUMNS.get(i);
            if (name.equals("count") && words[i].matches("-?[0-9]{1,9}")) {
                heading.put(name, Integer.parseInt(words[i]));
            } else {
                heading.put(name, words[i]);
            }
        }
        return heading;
    }

    /** The fields of a packet, numbers of persons masked. */
    static Map<String, String> typed(AppealPacket packet) {
        JsonNode shown = read(PacketJson.masked(packet));
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : TEXTS) {
            typed.put(name, text(shown.path(name)));
        }
        for (String name : List.of("importers", "bonds")) {
            typed.put(name, String.join("\n", texts(shown.path(name))));
        }
        JsonNode data = shown.path("data");
        typed.put("from", text(data.path("from")));
        typed.put("to", text(data.path("to")));
        List<String> headings = new ArrayList<>();
        for (JsonNode heading : data.path("headings")) {
            headings.add(String.join(
                            " ",
                            COLUMNS.stream()
                                    .map(name -> text(heading.path(name)))
                                    .toList())
                    .strip());
        }
        typed.put("headings", String.join("\n", headings));
        return typed;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(AppealBody::text)
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a packet is written as JSON", impossible);
        }
    }
}
