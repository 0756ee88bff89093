package io.centerline.intake.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.centerline.text.Echo;
import io.centerline.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link FileMapping} as YAML. Stateless. */
public final class MappingFile {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final List<String> KEYS = List.of("columns", "dates", "fill-down", "rows");
    private static final String INVOICE_LINES = "invoice lines";
    private static final String LINES = "lines";

    private static final int MOST_OFFERED = 20;

    private MappingFile() {}

    /**
     * Reads a mapping.
     *
     * @throws MappingRefused when it is none
     */
    public static FileMapping read(byte[] text) {
        JsonNode root = parse(text);
        if (!root.isObject()) {
            throw new MappingRefused("it does not have keys and values", "begin with `columns:`");
        }
        for (Iterator<String> keys = root.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!KEYS.contains(key)) {
                throw new MappingRefused("key " + Echo.of(key) + " is not known", Nearest.advise(key, KEYS));
            }
        }
        return new FileMapping(
                columns(root.path("columns")),
                dates(root.path("dates")),
                fields(root.path("fill-down")),
                invoiceLines(root.path("rows")));
    }

    /**
     * Writes what was understood of a file as a mapping.
     *
     * @param order the order of day and month; null when nothing tells it
     * @param missing fields that no column holds; beside them stand the columns that were not understood
     * @param remarks comments at its top
     */
    static String write(TableHeader header, @Nullable DayOrder order, List<RowField> missing, List<String> remarks) {
        StringBuilder text = new StringBuilder();
        remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
        text.append("columns:\n");
        for (RowField field : RowField.values()) {
            List<TableColumn> columns = header.columnsOf(field);
            if (columns.isEmpty() || field == RowField.OTHER) {
                continue;
            }
            text.append("  ").append(field.key()).append(": ");
            List<String> titles =
                    columns.stream().map(column -> header.reference(column)).toList();
            text.append(
                            titles.size() == 1
                                    ? quoted(titles.get(0))
                                    : titles.stream()
                                            .map(MappingFile::quoted)
                                            .collect(Collectors.joining(", ", "[", "]")))
                    .append('\n');
        }
        List<String> unknown = header.unknown().stream()
                .limit(MOST_OFFERED)
                .map(column -> quoted(header.reference(column.index(), column.title())))
                .toList();
        if (!unknown.isEmpty()) {
            missing.forEach(field -> text.append("  # ")
                    .append(String.format(Locale.ROOT, "%-12s", field.key() + ":"))
                    .append("one of: ")
                    .append(String.join(", ", unknown))
                    .append('\n'));
        }
        text.append(order == null ? "# dates: MM/DD/YYYY, or DD/MM/YYYY\n" : "dates: " + order.form() + "\n");
        if (!header.filled().isEmpty()) {
            text.append("fill-down: [")
                    .append(header.filled().stream().map(RowField::key).collect(Collectors.joining(", ")))
                    .append("]\n");
        }
        text.append("rows: ")
                .append(header.isOfInvoiceLines() ? INVOICE_LINES : LINES)
                .append('\n');
        return text.toString();
    }

    private static JsonNode parse(byte[] text) {
        try {
            JsonNode root = YAML.readTree(text);
            return root == null ? YAML.missingNode() : root;
        } catch (JsonProcessingException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : " at line " + malformed.getLocation().getLineNr();
            throw new MappingRefused(
                    "it is not YAML" + where + ": "
                            + Echo.clean(malformed
                                    .getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")),
                    "write `field: Title`, and a title with a colon or `#` in quotation marks");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<RowField, List<String>> columns(JsonNode node) {
        Map<RowField, List<String>> columns = new EnumMap<>(RowField.class);
        if (node.isMissingNode() || node.isNull()) {
            return columns;
        }
        if (!node.isObject()) {
            throw new MappingRefused("`columns` holds no fields", "write `field: Title` for each field");
        }
        node.fields().forEachRemaining(entry -> {
            RowField field = field(entry.getKey());
            List<String> titles = texts(entry.getValue(), entry.getKey());
            if (titles.size() > 1 && !field.mayRepeat()) {
                throw new MappingRefused("`" + field.key() + "` names several columns", "only `hts` may have several");
            }
            columns.put(field, titles);
        });
        return columns;
    }

    private static RowField field(String word) {
        return Stream.of(RowField.values())
                .filter(field -> field != RowField.OTHER && field.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new MappingRefused(
                        "field " + Echo.of(word) + " is not known",
                        Nearest.advise(
                                word,
                                Stream.of(RowField.values())
                                        .filter(field -> field != RowField.OTHER)
                                        .map(RowField::key)
                                        .toList())));
    }

    private static Set<RowField> fields(JsonNode node) {
        Set<RowField> fields = EnumSet.noneOf(RowField.class);
        for (String word : texts(node, "fill-down")) {
            RowField field = field(word).meaning();
            if (!field.mayFillDown()) {
                throw new MappingRefused(
                        "`fill-down` names `" + word + "`, whose blank cells do not repeat the cell above",
                        "leave it out; each row reports its own HTS numbers");
            }
            fields.add(field);
        }
        return fields;
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        Iterable<JsonNode> nodes = node.isArray() ? node : List.of(node);
        for (JsonNode one : nodes) {
            if (!one.isValueNode()) {
                throw new MappingRefused(
                        "`" + key + "` holds no title", "write the title of a column, or a list of them");
            }
            texts.add(one.asText().strip());
        }
        return texts;
    }

    private static @Nullable DayOrder dates(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        for (DayOrder order : DayOrder.values()) {
            if (order.form().equalsIgnoreCase(node.asText())) {
                return order;
            }
        }
        throw new MappingRefused(
                "`dates` " + Echo.of(node.asText()) + " is not known", "use `MM/DD/YYYY` or `DD/MM/YYYY`");
    }

    private static @Nullable Boolean invoiceLines(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.asText().equals(INVOICE_LINES) || node.asText().equals(LINES)) {
            return node.asText().equals(INVOICE_LINES);
        }
        throw new MappingRefused(
                "`rows` " + Echo.of(node.asText()) + " is not known",
                "use `" + INVOICE_LINES + "`, whose values add up, or `" + LINES + "`");
    }

    private static String quoted(String title) {
        return title.matches("[\\p{L}][\\p{L}\\p{Nd} ()/._-]*") && !title.matches("(?i)true|false|null|yes|no|on|off")
                ? title
                : "\"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
