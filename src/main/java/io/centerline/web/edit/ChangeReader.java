package io.centerline.web.edit;

import io.centerline.api.FormBody;
import io.centerline.api.Query;
import io.centerline.check.edit.RuleCorrection;
import io.centerline.check.edit.ThresholdChange;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.edit.CorrectedRule;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.FolderChange;
import io.centerline.rulebook.edit.Grounds;
import io.centerline.rulebook.edit.RangeException;
import io.centerline.rulebook.edit.RangeMove;
import io.centerline.rulebook.edit.RangeText;
import io.centerline.rulebook.edit.RuleEnd;
import io.centerline.rulebook.edit.RuleSplit;
import io.centerline.rulebook.edit.ThresholdRules;
import io.centerline.rulebook.evidence.SourceKind;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a form into a change of law. Everything that is wrong is told at once, beside its field. */
final class ChangeReader {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,15})?\\s?%?");
    private static final Center ANY = Center.values()[0];

    /** The fields that hold several of what they are called after. */
    private static final Set<String> PLURAL = Set.of("range", "parts");

    private final FormBody typed;
    private final List<Issue> issues = new ArrayList<>();

    private ChangeReader(FormBody typed) {
        this.typed = typed;
    }

    /**
     * A form as read.
     *
     * @param form with what is wrong
     * @param change null when something is
     */
    record Read(ChangeForm form, @Nullable FolderChange change) {}

    /**
     * The change that was typed.
     *
     * @param today the first day that is not past
     */
    static Read read(ChangeForm form, LocalDate today) {
        ChangeReader reader = new ChangeReader(form.typed());
        FolderChange change = reader.change(form.kind(), today);
        return new Read(form.with(reader.issues), reader.issues.isEmpty() ? change : null);
    }

    private @Nullable FolderChange change(ChangeForm.Kind kind, LocalDate today) {
        if (kind == ChangeForm.Kind.CORRECT) {
            return correction();
        }
        LocalDate from = needed("from", "the day").isEmpty() ? null : day("from");
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
            case THRESHOLD -> threshold(from);
            case CORRECT -> null;
        };
    }

    private @Nullable RangeMove move(@Nullable LocalDate from) {
        Center to = needed("to", "the Center").isEmpty() ? null : center();
        String text = needed("range", "the numbers");
        NumberRange range = text.isEmpty() ? null : range("range", text, to == null ? ANY : to);
        String citation = needed("citation", "the citation");
        SourceKind kind = kind();
        Standing standing = standing(kind != null && kind.isPublished() ? Standing.FOUND : Standing.INFERRED_LOW);
        RangeMove.Source source = source(kind);
        return range == null || from == null
                ? null
                : new RangeMove(range, from, citation, standing, typed.value("goods"), said("reason"), source);
    }

    private @Nullable FolderChange threshold(@Nullable LocalDate from) {
        String rule = needed("rule", "the rule");
        BigDecimal number = number("number", needed("number", "the number"));
        BigDecimal was = number("was", said("was"));
        Grounds grounds =
                new Grounds(needed("citation", "the citation"), standing(Standing.INFERRED_LOW), said("reason"));
        return from == null || number == null
                ? null
                : new ThresholdChange(new ThresholdRules.Which(rule, typed.value("field"), was), number, from, grounds);
    }

    private @Nullable BigDecimal number(String field, String text) {
        if (!NUMBER.matcher(text).matches()) {
            if (!text.isEmpty()) {
                issue(field, "this is no number", "write for example `8`, `0.6` or `60%`");
            }
            return null;
        }
        BigDecimal number = new BigDecimal(text.replace("%", "").strip());
        return text.contains("%") ? number.movePointLeft(2) : number;
    }

    private FolderChange correction() {
        String rule = needed("rule", "the rule");
        String reason = needed("reason", "the reason");
        String range = typed.value("range");
        String standing = typed.value("standing");
        Center to = typed.value("to") == null ? null : center();
        CorrectedRule.Mends mends = new CorrectedRule.Mends(
                range == null ? null : range("range", range, ANY),
                to,
                typed.value("citation"),
                standing == null ? null : standing(Standing.INFERRED_LOW));
        if (range == null && to == null && typed.value("citation") == null && standing == null) {
            issue("range", "nothing says what to correct", "fill in numbers, Center, citation or standing");
        }
        return new RuleCorrection(rule, typed.value("on") == null ? null : day("on"), mends, reason);
    }

    private @Nullable Center center() {
        Optional<Center> center = Center.findByCode(said("to"));
        if (center.isEmpty()) {
            issue("to", "this is no Center", "choose one");
        }
        return center.orElse(null);
    }

    private List<NumberRange> parts() {
        List<NumberRange> parts = new ArrayList<>();
        for (String part : needed("parts", "the parts").split("[ ,;]+")) {
            NumberRange range = part.isEmpty() ? null : range("parts", part, ANY);
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

    private Standing standing(Standing absent) {
        String word = typed.value("standing");
        Optional<Standing> standing = word == null ? Optional.of(absent) : Standing.find(word);
        if (standing.isEmpty()) {
            issue("standing", "this is no standing", "choose one");
        }
        return standing.orElse(absent);
    }

    private RangeMove.@Nullable Source source(@Nullable SourceKind kind) {
        String text = typed.value("evidence");
        LocalDate date = typed.value("date") == null ? null : day("date");
        if (text == null && kind == null && typed.value("date") == null) {
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

    private @Nullable LocalDate day(String name) {
        Query query = typed.query(name);
        LocalDate day = query.day(name);
        query.issues().forEach(issue -> issues.add(new Issue(issue.code(), "/" + name, issue.message(), issue.help())));
        return query.issues().isEmpty() ? day : null;
    }

    private String needed(String name, String what) {
        if (typed.value(name) == null) {
            issues.add(new Issue(
                    IssueCode.FIELD_MISSING,
                    "/" + name,
                    what + (PLURAL.contains(name) ? " are missing" : " is missing"),
                    "fill in this field"));
        }
        return said(name);
    }

    private String said(String name) {
        return Objects.requireNonNullElse(typed.value(name), "");
    }

    private void issue(String name, String message, String help) {
        issues.add(new Issue(IssueCode.VALUE_UNKNOWN, "/" + name, message, help));
    }
}
