package io.centerline.web.journal;

import io.centerline.api.DecisionWords;
import io.centerline.api.Query;
import io.centerline.decision.DecisionKind;
import io.centerline.facts.Issue;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.web.Formats;
import java.util.ArrayList;
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
public record FilterForm(List<Field> usual, List<Field> more, List<Issue> others) {

    /**
     * A field.
     *
     * @param name of the parameter
     * @param label in words
     * @param type {@code text}, {@code date} or {@code select}
     * @param value what was typed; empty when nothing was
     * @param hint an example of what to type
     * @param options what can be chosen
     * @param issues what is wrong with the value
     */
    public record Field(
            String name,
            String label,
            String type,
            String value,
            String hint,
            List<Option> options,
            List<Issue> issues) {

        /** Whether the field restricts the list, or was meant to. */
        public boolean isSet() {
            return !value.isEmpty();
        }

        /** How a browser is to ask for it. A day that is none can only be kept as text. */
        public String input() {
            return type.equals("date") && !issues.isEmpty() ? "text" : type;
        }
    }

    /**
     * What can be chosen.
     *
     * @param value the word of the API
     * @param label in words
     */
    public record Option(String value, String label) {}

    /** Whether the fold is open. */
    public boolean isOpen() {
        return more.stream().anyMatch(Field::isSet);
    }

    /**
     * The form of a query.
     *
     * @param issues everything wrong with it
     */
    static FilterForm of(Query query, List<Issue> issues) {
        Reader reader = new Reader(query, issues);
        List<Field> usual = List.of(
                reader.text("importer", "Importer", "12-345678900"),
                reader.choice("center", "Center", DecisionWords.CENTERS.stream().map(FilterForm::center)),
                reader.choice("status", "Status", words(DecisionWords.STATUSES.stream())),
                reader.field("from", "Decided from", "date", "", Stream.of()),
                reader.field("to", "to", "date", "", Stream.of()));
        List<Field> more = List.of(
                reader.choice("basis", "Basis", words(names(Basis.values()))),
                reader.choice("review", "Review", words(names(ReviewCode.values()))),
                reader.choice("kind", "About", words(names(DecisionKind.values()))),
                reader.text("rule", "Rule", "MEM-0712"),
                reader.text("rulebook", "Rulebook", "sha256:…"));
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

    private static Option center(String code) {
        String title = Formats.centerTitle(code);
        return new Option(code, title.equals(code) ? code : title + " · " + code);
    }

    private static Stream<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name);
    }

    private static Stream<Option> words(Stream<String> words) {
        return words.map(word -> new Option(word, Formats.words(word)));
    }

    private record Reader(Query query, List<Issue> issues) {

        Field text(String name, String label, String hint) {
            return field(name, label, "text", hint, Stream.of());
        }

        /** What was chosen stays chosen, though no list has it. */
        Field choice(String name, String label, Stream<Option> words) {
            return field(name, label, "select", "", words);
        }

        Field field(String name, String label, String type, String hint, Stream<Option> words) {
            String raw = query.raw(name);
            String value = raw == null ? "" : raw;
            List<Option> options = new ArrayList<>(words.toList());
            if (type.equals("select")
                    && !value.isEmpty()
                    && options.stream().noneMatch(option -> option.value().equals(value))) {
                options.add(new Option(value, value));
            }
            List<Issue> wrong = issues.stream()
                    .filter(issue -> issue.pointer().equals("?" + name))
                    .toList();
            return new Field(name, label, type, value, hint, options, wrong);
        }
    }
}
