package io.centerline.web.journal;

import io.centerline.api.DecisionWords;
import io.centerline.api.Query;
import io.centerline.decision.DecisionKind;
import io.centerline.facts.Issue;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.web.FormField;
import io.centerline.web.FormField.Option;
import io.centerline.web.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form above a list, as it is shown.
 *
 * @param usual the fields that are always in view
 * @param more those in a fold
 * @param others what is wrong with the address beside the fields
 */
public record FilterForm(List<FormField> usual, List<FormField> more, List<Issue> others) {

    /** Whether the fold is open. */
    public boolean isOpen() {
        return more.stream().anyMatch(FormField::isSet);
    }

    /**
     * The form of a query.
     *
     * @param issues everything wrong with it
     */
    static FilterForm of(Query query, List<Issue> issues) {
        Reader reader = new Reader(query, issues);
        List<FormField> usual = List.of(
                reader.field("importer", "Importer", "text", "12-345678900"),
                reader.field("center", "Center", "select", "")
                        .choosing(DecisionWords.CENTERS.stream()
                                .map(Option::ofCenter)
                                .toList()),
                reader.field("status", "Status", "select", "").choosing(words(DecisionWords.STATUSES.stream())),
                reader.field("from", "Decided from", "date", ""),
                reader.field("to", "to", "date", ""));
        List<FormField> more = List.of(
                reader.field("basis", "Basis", "select", "").choosing(words(names(Basis.values()))),
                reader.field("review", "Review", "select", "").choosing(words(names(ReviewCode.values()))),
                reader.field("kind", "About", "select", "").choosing(words(names(DecisionKind.values()))),
                reader.field("rule", "Rule", "text", "MEM-0712"),
                reader.field("rulebook", "Rulebook", "text", "sha256:…"));
        List<String> fields = Stream.concat(usual.stream(), more.stream())
                .map(field -> "?" + field.name())
                .toList();
        return new FilterForm(
                usual,
                more,
                issues.stream()
                        .filter(issue -> !fields.contains(issue.pointer()))
                        .toList());
    }

    private static Stream<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name);
    }

    private static List<Option> words(Stream<String> words) {
        return words.map(word -> new Option(word, Formats.words(word))).toList();
    }

    private record Reader(Query query, List<Issue> issues) {

        FormField field(String name, String label, String type, String hint) {
            String raw = query.raw(name);
            return FormField.of(name, label, type, raw == null ? "" : raw, hint).judged(issues);
        }
    }
}
