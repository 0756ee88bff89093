package io.centerline.web.edit;

import io.centerline.api.FormBody;
import io.centerline.api.Query;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.FolderChange;
import io.centerline.rulebook.edit.RangeException;
import io.centerline.rulebook.edit.RangeMove;
import io.centerline.rulebook.edit.RangeText;
import io.centerline.rulebook.edit.RuleEnd;
import io.centerline.rulebook.edit.RuleSplit;
import io.centerline.rulebook.evidence.SourceKind;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import io.centerline.web.FormField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        END("End a rule", "A rule ends, and its numbers fall to the rules of coarser levels.");

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
            fields.add(field("rule", "Rule", "text", "MEM-0923"));
        }
        if (kind == Kind.SPLIT) {
            fields.add(field("parts", "Parts, in order", "text", "4001-4009 4010"));
        }
        fields.add(field("from", "From", "date", ""));
        return fields;
    }

    /** What the change rests on. */
    public List<FormField> sources() {
        return kind.moves()
                ? List.of(
                        field("citation", "Citation", "text", "90 FR 12345"),
                        field("standing", "Standing", "select", "found with a list or notice, else inferred, low")
                                .choosing(Arrays.stream(Standing.values())
                                        .map(each -> new FormField.Option(
                                                each.text(), each.text().replace(":", ", ")))
                                        .toList()),
                        field("goods", "Goods, if not as before", "text", "Baby carriages"),
                        field("reason", "A sentence for the comment", "text", ""))
                : List.of();
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

    /**
     * The change that was typed; null when something is wrong, which is then added.
     *
     * @param today the first day that may change
     */
    static Read read(ChangeForm form, LocalDate today) {
        List<Issue> issues = new ArrayList<>();
        FolderChange change = new Reader(form.typed(), issues).change(form.kind(), today);
        return new Read(form.with(issues), issues.isEmpty() ? change : null);
    }

    /**
     * A form as read.
     *
     * @param form with what is wrong
     * @param change null when something is
     */
    record Read(ChangeForm form, @Nullable FolderChange change) {}

    private record Reader(FormBody typed, List<Issue> issues) {
        @Nullable
        FolderChange change(Kind kind, LocalDate today) {
            LocalDate from = day("from", true);
            if (from != null && from.isBefore(today)) {
                issue(
                        "from",
                        "days before `" + today + "` are past: what decisions said of them stays",
                        "choose that day or a later one");
            }
            return switch (kind) {
                case MOVE -> move(from);
                case EXCEPT -> {
                    RangeMove move = move(from);
                    yield move == null ? null : new RangeException(move);
                }
                case SPLIT -> {
                    String rule = needed("rule", "the rule");
                    List<NumberRange> parts = parts();
                    yield from == null ? null : new RuleSplit(rule, from, parts);
                }
                case END -> {
                    String rule = needed("rule", "the rule");
                    yield from == null ? null : new RuleEnd(rule, from);
                }
            };
        }

        private @Nullable RangeMove move(@Nullable LocalDate from) {
            String center = needed("to", "the Center");
            Center to = Center.findByCode(center).orElse(null);
            if (to == null && !center.isEmpty()) {
                issue("to", "`" + center + "` is no Center", "choose one");
            }
            String text = needed("range", "the numbers");
            NumberRange range = text.isEmpty() ? null : range("range", text, to == null ? Center.values()[0] : to);
            String citation = needed("citation", "the citation");
            SourceKind kind = kind();
            Standing standing = standing(kind);
            RangeMove.Source source = source(kind);
            return range == null || from == null
                    ? null
                    : new RangeMove(
                            range,
                            from,
                            citation,
                            standing,
                            typed.value("goods"),
                            Objects.requireNonNullElse(typed.value("reason"), ""),
                            source);
        }

        private List<NumberRange> parts() {
            List<NumberRange> parts = new ArrayList<>();
            for (String part : needed("parts", "the parts").split("[ ,;]+")) {
                NumberRange range = part.isEmpty() ? null : range("parts", part, Center.values()[0]);
                if (range != null) {
                    parts.add(range);
                }
            }
            return parts;
        }

        private @Nullable NumberRange range(String field, String text, Center center) {
            try {
                return RangeText.read(text, center);
            } catch (EditRefused unread) {
                issue(field, String.valueOf(unread.getMessage()), unread.help());
                return null;
            }
        }

        private @Nullable SourceKind kind() {
            String word = typed.value("kind-of-source");
            Optional<SourceKind> kind = Arrays.stream(SourceKind.values())
                    .filter(each -> each.name().equals(word))
                    .findFirst();
            if (word != null && kind.isEmpty()) {
                issue("kind-of-source", "this is no kind of source", "choose one");
            }
            return kind.orElse(null);
        }

        private Standing standing(@Nullable SourceKind kind) {
            String word = typed.value("standing");
            if (word == null) {
                return kind != null && kind.isPublished() ? Standing.FOUND : Standing.INFERRED_LOW;
            }
            Optional<Standing> standing = Standing.find(word);
            if (standing.isEmpty()) {
                issue("standing", "this is no standing", "choose one");
            }
            return standing.orElse(Standing.INFERRED_LOW);
        }

        private RangeMove.@Nullable Source source(@Nullable SourceKind kind) {
            String text = typed.value("evidence");
            LocalDate date = day("date", false);
            if (text == null && kind == null && date == null) {
                return null;
            }
            if (text == null || kind == null || date == null) {
                issue(
                        text == null ? "evidence" : kind == null ? "kind-of-source" : "date",
                        "a source has its kind, its day and what it says, and this is missing",
                        "fill in all three, or none");
                return null;
            }
            return new RangeMove.Source(kind.name(), date, text);
        }

        private @Nullable LocalDate day(String name, boolean needed) {
            if (!needed && typed.value(name) == null) {
                return null;
            }
            Query query = typed.query(name);
            if (typed.value(name) == null) {
                needed(name, "the day");
                return null;
            }
            LocalDate day = query.day(name);
            query.issues()
                    .forEach(issue -> issues.add(new Issue(issue.code(), "/" + name, issue.message(), issue.help())));
            return query.issues().isEmpty() ? day : null;
        }

        private String needed(String name, String what) {
            String value = typed.value(name);
            if (value == null) {
                issues.add(new Issue(IssueCode.FIELD_MISSING, "/" + name, what + " is missing", ""));
            }
            return Objects.requireNonNullElse(value, "");
        }

        private void issue(String name, String message, String help) {
            issues.add(new Issue(IssueCode.VALUE_UNKNOWN, "/" + name, message, help));
        }
    }
}
