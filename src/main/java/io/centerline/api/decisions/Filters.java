package io.centerline.api.decisions;

import io.centerline.api.DecisionWords;
import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.decision.DecisionKind;
import io.centerline.facts.IssueCode;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Search;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a query string which decisions are wanted. */
final class Filters {
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private Filters() {}

    /** The filter of a query string; what cannot be read is reported there and left out. */
    static Filter read(Query query) {
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
                    Query.subject("to", to.toString()) + " lies before `from` `" + from + "`",
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
    static @Nullable String rulebook(Query query, String name) {
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
    static long before(Query query, Filter filter) {
        return PageCursor.read(query, filter.text(), 1).map(place -> place[0]).orElse(Search.FROM_THE_NEWEST);
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
