package io.centerline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.oracle.Law.Claim;
import io.centerline.oracle.Matching.Conclusion;
import io.centerline.oracle.Matching.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines of a case, counted: what each Center has, what does not vote and why, and the rules behind it. */
final class Count {
    private static final List<String> REASONS = List.of(
            "NOT_IMPORTER_OF_RECORD",
            "OUTSIDE_WINDOW",
            "ENTRY_TYPE",
            "LINE_VERSIONS",
            "LINE_REPEATED",
            "SET_COMPONENT",
            "SPECIAL_PROVISION_ONLY",
            "SEVERAL_GOODS",
            "NO_CENTER");

    final SortedMap<String, Ratio> lines = new TreeMap<>();
    final SortedMap<String, Ratio> values = new TreeMap<>();
    final SortedMap<String, Ratio> notCounted = new TreeMap<>();
    final SortedSet<String> rules = new TreeSet<>();
    boolean claimedByGuess;

    private final Law law;
    private final LocalDate from;

    private Count(Law law) {
        this.law = law;
        Conclusion counting = law.counting(List.of(caseOf(law.asOf()))).stream()
                .filter(conclusion -> conclusion.type().equals("Counting"))
                .findFirst()
                .orElseThrow();
        rules.add(counting.rule());
        int months = ((Ratio) counting.arguments().get(1)).over().intValueExact();
        from = law.asOf().minusMonths(months).plusDays(1);
    }

    /** Counts the lines of an importer. */
    static Count ofImporter(Law law, JsonNode lines) {
        Count count = new Count(law);
        List<JsonNode> all = new ArrayList<>();
        lines.forEach(all::add);
        all.forEach(line -> count.add(line, count.timing(line), count.repetition(line, all, "", true)));
        return count;
    }

    /** Counts the lines of one entry, as if all were dated on the as-of date and had no type: other entries are nobody's business. */
    static Count ofEntry(Law law, Iterable<JsonNode> lines, String entry) {
        Count count = new Count(law);
        count.rules.clear();
        List<JsonNode> all = new ArrayList<>();
        lines.forEach(line -> all.add(((ObjectNode) line.deepCopy()).without("entryType")));
        all.forEach(line -> count.add(line, "IN_WINDOW", count.repetition(line, all, entry, false)));
        return count;
    }

    /** A line is the same as another one with its entry and line number; such lines must be equal in all else. */
    private String repetition(JsonNode line, List<JsonNode> all, String entry, boolean dated) {
        String name = name(line, entry);
        if (name.isEmpty() || !law.asksOfLines("repetition")) {
            return "NONE";
        }
        List<JsonNode> same =
                all.stream().filter(each -> name(each, entry).equals(name)).toList();
        if (same.stream().map(each -> content(each, dated)).distinct().count() > 1) {
            return "VERSION";
        }
        return same.get(0) == line ? "NONE" : "SAME";
    }

    private static String name(JsonNode line, String entry) {
        String number = line.path("entry").asText("").isEmpty()
                ? entry
                : line.path("entry").asText();
        String bare = number.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
        int nth = line.path("line").asInt(0);
        return bare.isEmpty() || nth == 0 ? "" : bare + "/" + nth;
    }

    private static List<String> content(JsonNode line, boolean dated) {
        return List.of(
                dated ? line.path("date").asText("") : "",
                numbers(line).toString(),
                line.path("set").asText(""),
                line.path("role").asText("IMPORTER_OF_RECORD"),
                line.path("count").asText("1"),
                value(line).money(),
                line.path("entryType").asText(""),
                values(line).stream().map(Ratio::money).toList().toString());
    }

    /** The value of each number, if any has one. */
    private static List<Ratio> values(JsonNode line) {
        List<Ratio> values = new ArrayList<>();
        line.path("values").forEach(value -> values.add(value.isNull() ? Ratio.ZERO : Ratio.of(value.asText())));
        return values;
    }

    private static Ratio value(JsonNode line) {
        return line.has("value")
                ? Ratio.of(line.path("value").asText())
                : values(line).stream().reduce(Ratio.ZERO, Ratio::plus);
    }

    /** What the goods of a line tell, and the number that votes, if any. */
    private record Goods(String told, String number) {}

    private Goods goods(JsonNode line) {
        List<String> numbers = numbers(line);
        List<Ratio> values = values(line);
        List<String> commodities = new ArrayList<>();
        Map<String, Ratio> valued = new HashMap<>();
        Set<String> centers = new HashSet<>();
        Set<String> valuedCenters = new HashSet<>();
        String dearest = "";
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            if (number.startsWith("98") || number.startsWith("99")) {
                continue;
            }
            commodities.add(number);
            String center = law.claim(number).map(Claim::center).orElse("none");
            centers.add(center);
            Ratio value = values.isEmpty() ? Ratio.ZERO : values.get(i);
            if (value.compareTo(Ratio.ZERO) > 0) {
                valuedCenters.add(center);
            }
            if (dearest.isEmpty() || value.compareTo(valued.get("most")) >= 0) {
                dearest = number;
                valued.put("most", value);
            }
        }
        if (commodities.isEmpty()) {
            return new Goods("NONE", "");
        }
        String last = commodities.get(commodities.size() - 1);
        if (commodities.size() == 1 || !law.asksOfLines("goods")) {
            return new Goods("ONE", last);
        }
        if (centers.size() == 1) {
            return new Goods("ONE_CENTER", dearest);
        }
        return valuedCenters.size() == 1 ? new Goods("TOLD_BY_VALUE", dearest) : new Goods("UNCLEAR", last);
    }

    private void add(JsonNode line, String timing, String repetition) {
        Goods goods = goods(line);
        Ratio count = Ratio.of(line.path("count").asLong(1));
        List<Conclusion> setAside =
                law.counting(List.of(caseOf(law.asOf()), shape(line, timing, goods.told(), repetition))).stream()
                        .filter(conclusion -> conclusion.type().equals("NotCounted"))
                        .toList();
        Optional<String> reason = setAside.stream().map(Count::reason).min(Comparator.comparingInt(REASONS::indexOf));
        if (reason.isPresent()) {
            notCounted.merge(reason.get(), count, Ratio::plus);
            setAside.stream()
                    .filter(conclusion -> reason(conclusion).equals(reason.get()))
                    .forEach(conclusion -> rules.add(conclusion.rule()));
            return;
        }
        Optional<Claim> claim = goods.number().isEmpty() ? Optional.empty() : law.claim(goods.number());
        if (claim.isEmpty()) {
            notCounted.merge("NO_CENTER", count, Ratio::plus);
            return;
        }
        rules.add(claim.get().rule().id());
        claimedByGuess |= claim.get().rule().low();
        lines.merge(claim.get().center(), count, Ratio::plus);
        values.merge(claim.get().center(), value(line), Ratio::plus);
    }

    private static String reason(Conclusion conclusion) {
        return conclusion.text(0).substring("NotCountedReason.".length());
    }

    private String timing(JsonNode line) {
        if (!line.hasNonNull("date")) {
            return "UNDATED";
        }
        LocalDate date = LocalDate.parse(line.get("date").asText());
        return date.isBefore(from) ? "BEFORE_WINDOW" : date.isAfter(law.asOf()) ? "AFTER_WINDOW" : "IN_WINDOW";
    }

    private static List<String> numbers(JsonNode line) {
        List<String> numbers = new ArrayList<>();
        JsonNode hts = line.get("hts");
        (hts.isArray() ? hts : List.of(hts))
                .forEach(number -> numbers.add(number.asText().replace(".", "")));
        return numbers;
    }

    private static Fact shape(JsonNode line, String timing, String goods, String repetition) {
        return new Fact(
                "LineShape",
                Map.of(
                        "set",
                                "ArticleSet."
                                        + (line.hasNonNull("set")
                                                ? line.get("set").asText()
                                                : "NONE"),
                        "role",
                                "Role."
                                        + (line.hasNonNull("role")
                                                ? line.get("role").asText()
                                                : "IMPORTER_OF_RECORD"),
                        "special", goods.equals("NONE"),
                        "timing", "Timing." + timing,
                        "entryType", Ratio.of(line.path("entryType").asLong(0)),
                        "goods", "Goods." + goods,
                        "repetition", "Repetition." + repetition));
    }

    static Fact caseOf(LocalDate asOf) {
        return new Fact("Case", Map.of("asOf", asOf));
    }

    /** What placement rules see of it. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        Ratio counted = sum(lines);
        facts.add(new Fact(
                "Totals",
                Map.of(
                        "counted", counted,
                        "notCounted", sum(notCounted),
                        "unclearGoods", notCounted.getOrDefault("SEVERAL_GOODS", Ratio.ZERO),
                        "versions", notCounted.getOrDefault("LINE_VERSIONS", Ratio.ZERO),
                        "from", from)));
        lines.forEach((center, count) -> {
            Ratio next = lines.entrySet().stream()
                    .filter(other -> !other.getKey().equals(center))
                    .map(Map.Entry::getValue)
                    .max(Comparator.naturalOrder())
                    .orElse(Ratio.ZERO);
            Map<String, Object> tally = new HashMap<>();
            tally.put("center", center);
            tally.put("count", count);
            tally.put("share", Ratio.share(count, counted));
            tally.put("value", values.get(center));
            tally.put("valueShare", Ratio.share(values.get(center), sum(values)));
            tally.put("margin", Ratio.share(count.minus(next), counted));
            facts.add(new Fact("Tally", tally));
        });
        return facts;
    }

    /** Its tallies as an answer shows them, by code. */
    SortedMap<String, String> tallies() {
        SortedMap<String, String> tallies = new TreeMap<>();
        lines.forEach((center, count) -> tallies.put(
                Centers.code(center),
                "%s lines, %s; value %s, %s"
                        .formatted(
                                count.over(),
                                Ratio.share(count, sum(lines)).text(4),
                                values.get(center).money(),
                                Ratio.share(values.get(center), sum(values)).text(4))));
        return tallies;
    }

    private static Ratio sum(Map<String, Ratio> parts) {
        return parts.values().stream().reduce(Ratio.ZERO, Ratio::plus);
    }
}
