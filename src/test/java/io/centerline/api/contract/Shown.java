package io.centerline.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.centerline.text.Sha256;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Bodies as the document shows them: what differs from run to run is replaced, the same thing by the same stand-in, and what is
 * long is cut.
 */
final class Shown {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LIST = 2;
    private static final int LONGEST_TEXT = 400;
    private static final Set<String> WHOLE = Set.of("centers");
    private static final Pattern VARYING = Pattern.compile("(?<time>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)"
            + "|(?<id>\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b)"
            + "|(?<hex>\\b(?:[0-9a-f]{64}|[0-9a-f]{32}|(?<=\\+)[0-9a-f]{8}(?=\\+))\\b)"
            + "|(?<base>(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43,}={0,2})");

    private final Map<String, String> standIns = new HashMap<>();
    private final String today = LocalDate.now(ZoneOffset.UTC).toString();
    private final String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();

    /** JSON as shown. */
    JsonNode json(JsonNode real) {
        if (real.isTextual()) {
            return TextNode.valueOf(text(real.asText()));
        }
        if (real.isArray()) {
            ArrayNode shown = JSON.createArrayNode();
            real.forEach(element -> shown.add(json(element)));
            return shown;
        }
        if (!real.isObject()) {
            return real;
        }
        ObjectNode shown = JSON.createObjectNode();
        real.fields()
                .forEachRemaining(member -> shown.set(member.getKey(), member(member.getKey(), member.getValue())));
        return shown;
    }

    private JsonNode member(String name, JsonNode value) {
        if (Set.of("asOf", "filed").contains(name) && value.asText().equals(today)) {
            return TextNode.valueOf("2026-11-25");
        }
        if (name.equals("name") && value.asText().matches(".*/\\d+")) {
            return TextNode.valueOf("centerline-1/1");
        }
        if (name.equals("compared")) {
            return IntNode.valueOf(5);
        }
        JsonNode shown = json(value);
        if (shown instanceof ArrayNode list && !WHOLE.contains(name)) {
            while (list.size() > LONGEST_LIST) {
                list.remove(LONGEST_LIST);
            }
        }
        if (name.equals("files") && shown instanceof ObjectNode files) {
            Iterator<String> paths = files.fieldNames();
            for (int i = 0; paths.hasNext(); i++) {
                paths.next();
                if (i >= LONGEST_LIST) {
                    paths.remove();
                }
            }
        }
        return shown;
    }

    /** A document a line, as shown. */
    JsonNode lines(String real) {
        return TextNode.valueOf(
                real.lines().map(line -> json(parse(line)).toString() + "\n").collect(Collectors.joining()));
    }

    private String text(String real) {
        String shown = VARYING.matcher(real)
                .replaceAll(this::standIn)
                .replace(today, "2026-11-25")
                .replace(yesterday, "2026-11-24");
        return shown.length() <= LONGEST_TEXT ? shown : shown.substring(0, LONGEST_TEXT) + "…";
    }

    private String standIn(MatchResult found) {
        String real = found.group();
        if (found.group(1) != null) {
            return "2026-11-25T01:02:03.004Z";
        }
        return standIns.computeIfAbsent(real, unseen -> {
            int count = standIns.size() + 1;
            byte[] hash = Sha256.of(("example " + count).getBytes(StandardCharsets.UTF_8));
            if (found.group(2) != null) {
                return "019abc3a-1c5d-7e00-8a53-" + String.format("%012d", count);
            }
            if (found.group(3) != null) {
                return HexFormat.of().formatHex(hash).substring(0, real.length());
            }
            return Base64.getEncoder().encodeToString(hash);
        });
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
