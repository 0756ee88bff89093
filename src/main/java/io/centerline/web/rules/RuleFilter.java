package io.centerline.web.rules;

import io.centerline.api.Query;
import io.centerline.application.RuleSearch;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsLevel;
import io.centerline.web.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are listed.
 *
 * @param asked a number, an id, a citation or words; empty for any
 * @param stage of the rules; null for any
 */
record RuleFilter(String asked, @Nullable Stage stage) {
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.\\s]*");
    private static final int WHOLE = 10;
    private static final int HEADING = 4;

    /** Leaves every rule. */
    static final RuleFilter ALL = new RuleFilter("", null);

    /** What the parameters {@code q} and {@code stage} of a form ask for. */
    static RuleFilter of(Query query) {
        String asked = Objects.requireNonNullElse(query.raw("q"), "");
        return new RuleFilter(
                asked, query.raw("stage") == null ? null : query.word("stage", Stage.class, Stage.MEMBERSHIP));
    }

    /** The rules, by stage, then by id. */
    List<Rule> rules(Rulebook rulebook) {
        List<Rule> found = asked.isEmpty()
                ? rulebook.rules().stream()
                        .sorted(Comparator.comparing(Rule::stage).thenComparing(Rule::id))
                        .toList()
                : RuleSearch.find(rulebook, asked);
        return stage == null
                ? found
                : found.stream().filter(rule -> rule.stage() == stage).toList();
    }

    /** The chapter, heading or subheading that is asked for, or the heading of the number; null when words are. */
    public @Nullable HtsLevel level() {
        String digits = NUMBER.matcher(asked).matches() ? asked.replaceAll("[^0-9]", "") : "";
        boolean whole = digits.length() == WHOLE || digits.length() == WHOLE - 2;
        return HtsLevel.find(whole ? digits.substring(0, HEADING) : digits).orElse(null);
    }

    /** The part of an address behind its path that asks for the same. */
    public String address() {
        String stages = stage == null ? "" : "stage=" + stage.folder();
        String words = asked.isEmpty() ? "" : "q=" + Formats.encoded(asked);
        return (words.isEmpty() && stages.isEmpty() ? "" : "?")
                + words
                + (words.isEmpty() || stages.isEmpty() ? "" : "&")
                + stages;
    }
}
