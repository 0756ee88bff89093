package io.centerline.check;

import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the range of each membership rule by itself: reserved chapters, and the range its name states. */
final class RangeProof {
    private static final Pattern NAMED = Pattern.compile("\\(([0-9][0-9.]*[0-9])(?:-([0-9][0-9.]*[0-9]))?\\)");

    private final RuleTexts texts;
    private final KnownNumbers known;
    private final Diagnostics diagnostics;

    RangeProof(RuleTexts texts, KnownNumbers known, Diagnostics diagnostics) {
        this.texts = texts;
        this.known = known;
        this.diagnostics = diagnostics;
    }

    void check(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.stage() == Stage.MEMBERSHIP) {
                reserved(rule, rule.range().orElseThrow());
                named(rule, rule.range().orElseThrow());
            }
        }
    }

    private void reserved(Rule rule, NumberRange range) {
        HtsInterval claimed = HtsInterval.of(range);
        for (int chapter : List.of(77, 98, 99)) {
            HtsInterval reserved = HtsInterval.of(2, chapter, chapter);
            if (claimed.overlaps(reserved)) {
                Finding finding = texts.atCondition(
                        rule,
                        rule.id() + " claims numbers of chapter " + chapter + ", which "
                                + (chapter == 77
                                        ? "is reserved and holds none"
                                        : "holds special provisions and has no Center"),
                        "let the range leave out chapter " + chapter);
                // There is no number of chapter 77 to show.
                String example = chapter == 77 ? "" : example(claimed.within(reserved));
                diagnostics.add(DiagnosticCode.RESERVED_CHAPTER, finding, List.of(), example);
                return;
            }
        }
    }

    private String example(HtsInterval stretch) {
        return known.example(stretch).map(HtsNumber::text).orElseGet(stretch::first);
    }

    private void named(Rule rule, NumberRange range) {
        HtsInterval claimed = HtsInterval.of(range);
        named(rule.title()).ifPresent(named -> {
            if (!named.equals(claimed)) {
                Finding finding = texts.atName(
                        rule,
                        "the name of " + rule.id() + " states " + named.prefixes() + ", its condition claims "
                                + claimed.prefixes(),
                        "let the name and the condition state one range");
                diagnostics.add(DiagnosticCode.NAME_DIFFERS, finding, List.of(rule.conditionPlace()), "");
            }
        });
    }

    /** The range a name states in parentheses, such as {@code (3303-3307)} or {@code (8544.30)}. */
    static Optional<HtsInterval> named(String title) {
        Matcher matcher = NAMED.matcher(title);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String from = matcher.group(1).replace(".", "");
        String to = matcher.group(2) == null ? from : matcher.group(2).replace(".", "");
        boolean prefixes = from.length() == to.length() && from.length() % 2 == 0 && from.length() <= 8;
        return prefixes && Long.parseLong(from) > 0 && Long.parseLong(from) <= Long.parseLong(to)
                ? Optional.of(HtsInterval.of(from.length(), Long.parseLong(from), Long.parseLong(to)))
                : Optional.empty();
    }
}
