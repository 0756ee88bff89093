package io.centerline.web.edit;

import io.centerline.api.FormBody;
import io.centerline.facts.Issue;
import io.centerline.rulebook.evidence.SourceKind;
import io.centerline.rulebook.language.Standing;
import io.centerline.web.FormField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of law as a form: the same values as the commands.
 *
 * @param kind what sort of change
 * @param typed what was typed
 * @param issues what is wrong with it
 */
record ChangeForm(Kind kind, FormBody typed, List<Issue> issues) {
    /** What sort of change. */
    enum Kind {
        MOVE("Move a range", "Numbers belong to another Center from a day on."),
        EXCEPT("Except numbers", "Numbers within the range of a coarser rule go elsewhere, and that rule goes on."),
        SPLIT("Split a rule", "A rule goes on in parts, so that each can change by itself. No number moves."),
        END("End a rule", "A rule ends, and its numbers fall to the rules of coarser levels."),
        THRESHOLD("Change a threshold", "A rule of counting, placement or routing goes on with another number."),
        CORRECT("Correct the past", "A rule was wrong from the start: past answers change, with a reason.");

        private final String title;
        private final String says;

        Kind(String title, String says) {
            this.title = title;
            this.says = says;
        }

        /** The word of the address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What one does. */
        public String title() {
            return title;
        }

        /** What it means. */
        public String says() {
            return says;
        }

        /** The kind with a word. */
        static Optional<Kind> find(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        private boolean isFounded() {
            return moves() || this == THRESHOLD || this == CORRECT;
        }

        private boolean moves() {
            return this == MOVE || this == EXCEPT;
        }
    }

    /** The fields that must be filled, and then the others. */
    public List<FormField> fields() {
        List<FormField> fields = new ArrayList<>();
        if (kind.moves()) {
            fields.add(field("range", "Numbers", "text", "8715 or 8501-8503 or 4015.12"));
            fields.add(field("to", "Center", "select", "choose").choosing(FormField.centers()));
        } else {
            fields.add(field("rule", "Rule", "text", kind == Kind.THRESHOLD ? "PRE-005" : "MEM-0923"));
        }
        if (kind == Kind.SPLIT) {
            fields.add(field("parts", "Parts, in order", "text", "4001-4009 4010"));
        }
        if (kind == Kind.THRESHOLD) {
            fields.add(field("number", "New number", "text", "8 or 0.6 or 60%"));
            fields.add(field("field", "Field, if it has several numbers", "text", ""));
            fields.add(field("was", "Number now, if the field has several", "text", "5"));
        }
        if (kind == Kind.CORRECT) {
            fields.add(field("reason", "Reason", "text", "why past answers change"));
            fields.add(field("on", "A day, if the id stands for several", "date", ""));
        } else {
            fields.add(field("from", "From", "date", ""));
        }
        return fields;
    }

    /** What the change rests on. */
    public List<FormField> sources() {
        List<FormField> fields = new ArrayList<>();
        if (kind == Kind.CORRECT) {
            fields.add(field("range", "Numbers, if others", "text", "8715"));
            fields.add(field("to", "Center, if another", "select", "as it is").choosing(FormField.centers()));
        }
        if (kind.isFounded()) {
            String absent =
                    kind == Kind.CORRECT ? "as it is" : kind.moves() ? "by the kind of source" : "inferred, low";
            fields.add(field(
                    "citation", kind == Kind.CORRECT ? "Citation, if another" : "Citation", "text", "90 FR 12345"));
            fields.add(field("standing", "Standing", "select", absent)
                    .choosing(Arrays.stream(Standing.values())
                            .map(each -> new FormField.Option(
                                    each.text(), each.text().replace(":", ", ")))
                            .toList()));
        }
        if (kind.moves()) {
            fields.add(field("goods", "Goods, if not as before", "text", "Baby carriages"));
        }
        if (kind.isFounded() && kind != Kind.CORRECT) {
            fields.add(field("reason", "A sentence for the comment", "text", ""));
        }
        return fields;
    }

    /** What the source says. */
    public List<FormField> evidence() {
        return kind.moves()
                ? List.of(
                        field("kind-of-source", "Kind of source", "select", "none")
                                .choosing(Arrays.stream(SourceKind.values())
                                        .map(each -> new FormField.Option(each.name(), each.words()))
                                        .toList()),
                        field("date", "Day of the source", "date", ""),
                        field("evidence", "What it says, in your words", "text", ""))
                : List.of();
    }

    private FormField field(String name, String label, String type, String hint) {
        return FormField.of(name, label, type, typed.text(name), hint).judged(issues);
    }

    /** The same with more that is wrong. */
    ChangeForm with(List<Issue> more) {
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(more);
        return new ChangeForm(kind, typed, all);
    }

    /** What is wrong with no field alone. */
    public List<Issue> rest() {
        return issues.stream()
                .filter(issue -> issue.pointer().equals("/change"))
                .toList();
    }
}
