package io.centerline.batch.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object that a run wrote, read member by member. Its methods throw {@link IOException} when a member is not what a run
 * writes.
 *
 * @param node the object
 */
record RunJson(JsonNode node) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RunJson read(byte[] json) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IOException("it is no whole JSON", broken);
        }
        if (root == null || !root.isObject()) {
            throw new IOException("it is no JSON object");
        }
        return new RunJson(root);
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) throws IOException {
        JsonNode member = node.path(name);
        if (!member.isTextual()) {
            throw wrong(name, "no text");
        }
        return member.textValue();
    }

    long number(String name) throws IOException {
        return number(name, node.path(name));
    }

    RunJson object(String name) throws IOException {
        return object(name, node.path(name));
    }

    List<RunJson> objects(String name) throws IOException {
        List<RunJson> all = new ArrayList<>();
        for (JsonNode each : array(name)) {
            all.add(object(name, each));
        }
        return all;
    }

    List<String> texts(String name) throws IOException {
        List<String> all = new ArrayList<>();
        for (JsonNode each : array(name)) {
            all.add(each.asText());
        }
        return all;
    }

    /** All members, which are numbers, in their order. */
    Map<String, Long> numbers() throws IOException {
        Map<String, Long> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            all.put(each.getKey(), number(each.getKey(), each.getValue()));
        }
        return all;
    }

    private JsonNode array(String name) throws IOException {
        JsonNode member = node.path(name);
        if (!member.isArray()) {
            throw wrong(name, "no list");
        }
        return member;
    }

    private static RunJson object(String name, JsonNode member) throws IOException {
        if (!member.isObject()) {
            throw wrong(name, "no object");
        }
        return new RunJson(member);
    }

    private static long number(String name, JsonNode member) throws IOException {
        if (!member.isIntegralNumber() || !member.canConvertToLong()) {
            throw wrong(name, "no whole number");
        }
        return member.longValue();
    }

    static IOException wrong(String name, String what) {
        return new IOException("its member `" + name + "` is " + what);
    }
}
