package io.centerline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.oracle.Law.Claim;
import io.centerline.oracle.Matching.Conclusion;
import io.centerline.oracle.Matching.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines of a case, counted: what each Center has, what does not vote and why, and the rules behind it. */
final class Count {
    private static final List<String> REASONS =
            List.of("NOT_IMPORTER_OF_RECORD", "OUTSIDE_WINDOW", "SET_COMPONENT", "SPECIAL_PROVISION_ONLY", "NO_CENTER");

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
        lines.forEach(line -> count.add(line, count.timing(line)));
        return count;
    }

    /** Counts the lines of one entry, as if all were dated on the as-of date; the window is nobody's business then. */
    static Count ofEntry(Law law, JsonNode lines) {
        Count count = new Count(law);
        count.rules.clear();
        lines.forEach(line -> count.add(line, "IN_WINDOW"));
        return count;
    }

    private void add(JsonNode line, String timing) {
        List<String> commodities = numbers(line).stream()
                .filter(number -> !number.startsWith("98") && !number.startsWith("99"))
                .toList();
        Ratio count = Ratio.of(line.path("count").asLong(1));
        List<Conclusion> setAside =
                law.counting(List.of(caseOf(law.asOf()), shape(line, timing, commodities.isEmpty()))).stream()
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
        Optional<Claim> claim =
                commodities.isEmpty() ? Optional.empty() : law.claim(commodities.get(commodities.size() - 1));
        if (claim.isEmpty()) {
            notCounted.merge("NO_CENTER", count, Ratio::plus);
            return;
        }
        rules.add(claim.get().rule().id());
        claimedByGuess |= claim.get().rule().low();
        lines.merge(claim.get().center(), count, Ratio::plus);
        values.merge(claim.get().center(), Ratio.of(line.path("value").asText("0")), Ratio::plus);
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

    private static Fact shape(JsonNode line, String timing, boolean special) {
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
                        "special", special,
                        "timing", "Timing." + timing));
    }

    static Fact caseOf(LocalDate asOf) {
        return new Fact("Case", Map.of("asOf", asOf));
    }

    /** What placement rules see of it. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        Ratio counted = sum(lines);
        facts.add(new Fact("Totals", Map.of("counted", counted, "notCounted", sum(notCounted))));
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
