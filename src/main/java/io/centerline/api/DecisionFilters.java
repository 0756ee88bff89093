package io.centerline.api;

import io.centerline.decision.DecisionKind;
import io.centerline.facts.IssueCode;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Search;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a query string which decisions are wanted. */
public final class DecisionFilters {
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private DecisionFilters() {}

    /** The filter of a query string; what cannot be read is reported there and left out. */
    public static Filter read(Query query) {
        DecisionKind kind = word(query, "kind", DecisionKind.class);
        String importer = importer(query);
        String center = query.word("center", DecisionWords.CENTERS);
        Basis basis = word(query, "basis", Basis.class);
        String status = query.word("status", DecisionWords.STATUSES);
        ReviewCode review = word(query, "review", ReviewCode.class);
        String rule = query.text("rule", RuleId::isWellFormed, "a rule id", "write for example `MEM-0712`");
        String rulebook = rulebook(query, "rulebook");
        LocalDate from = query.day("from");
        LocalDate to = query.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            query.issue(
                    IssueCode.INTERVAL_REVERSED,
                    "to",
                    query.subject("to", to.toString()) + " lies before `from` `" + from + "`",
                    "");
        }
        return new Filter(
                kind,
                importer,
                center,
                status,
                basis,
                review,
                rule == null ? null : new RuleId(rule),
                rulebook,
                from,
                to);
    }

    /** The hash of a rulebook; null when absent or malformed. */
    public static @Nullable String rulebook(Query query, String name) {
        return query.text(
                name,
                HASH.asMatchPredicate(),
                "the hash of a rulebook",
                "write `sha256:` and 64 hexadecimal digits in lower case, as receipts have them");
    }

    /**
     * Where the page starts.
     *
     * @param filter of the same query
     */
    public static long before(Query query, Filter filter) {
        return PageCursor.read(query, filter.text(), 1).map(place -> place[0]).orElse(Search.FROM_THE_NEWEST);
    }

    /** What a filter restricts, as parameters of a query string that read as the same filter. */
    public static Map<String, String> values(Filter filter) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "importer", filter.importer());
        put(values, "center", filter.center());
        put(values, "status", filter.status());
        put(values, "kind", filter.kind());
        put(values, "from", filter.from());
        put(values, "to", filter.to());
        put(values, "basis", filter.basis());
        put(values, "review", filter.review());
        put(values, "rule", filter.rule() == null ? null : filter.rule().text());
        put(values, "rulebook", filter.rulebook());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static @Nullable String importer(Query query) {
        String text = query.raw("importer");
        return text == null
                ? null
                : DecisionWords.importer(
                        text, fault -> query.issue(fault.code(), "importer", fault.message(), fault.help()));
    }

    private static <E extends Enum<E>> @Nullable E word(Query query, String name, Class<E> words) {
        String word = query.word(
                name, Arrays.stream(words.getEnumConstants()).map(Enum::name).toList());
        return word == null ? null : Enum.valueOf(words, word);
    }
}
