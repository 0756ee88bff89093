package io.centerline.check;

import io.centerline.rulebook.Clash;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says where two rules cannot stand beside each other. */
final class ClashProof {
    private final RuleTexts texts;
    private final KnownNumbers known;
    private final Diagnostics diagnostics;
    private final Map<Rule, Integer> disputes = new HashMap<>();

    ClashProof(RuleTexts texts, KnownNumbers known, Diagnostics diagnostics) {
        this.texts = texts;
        this.known = known;
        this.diagnostics = diagnostics;
    }

    /** Reports every clash; gives the rules whose numbers are in dispute, of which nothing more can be said. */
    Set<Rule> check(List<Rule> rules) {
        Set<Rule> disputed = new HashSet<>();
        List<Clash> clashes = Clash.list(rules);
        for (Clash clash : clashes) {
            if (clash.kind() != Clash.Kind.ID) {
                disputes.merge(clash.earlier(), 1, Integer::sum);
                disputes.merge(clash.later(), 1, Integer::sum);
            }
        }
        for (Clash clash : clashes) {
            if (clash.kind() == Clash.Kind.ID) {
                twice(clash);
            } else {
                disputed(clash);
                disputed.add(clash.earlier());
                disputed.add(clash.later());
            }
        }
        return disputed;
    }

    private void twice(Clash clash) {
        Rule later = clash.later();
        Finding finding = texts.atInterval(
                later,
                "the id `" + later.id() + "` is in force twice " + clash.days().words(),
                "ids are never reused: give one of the rules a new id, or end the older one the day before");
        diagnostics.add(
                DiagnosticCode.ID_IN_FORCE_TWICE,
                finding,
                List.of(clash.earlier().place()),
                clash.days().from().toString());
    }

    private void disputed(Clash clash) {
        boolean swapped = suspicion(clash.earlier()) > suspicion(clash.later());
        Rule later = swapped ? clash.earlier() : clash.later();
        Rule earlier = swapped ? clash.later() : clash.earlier();
        boolean agreed = clash.kind() == Clash.Kind.CLAIM;
        String days = clash.days().words();
        String message = agreed
                ? later.id() + " and " + earlier.id() + " both give " + clash.numbers() + " to "
                        + center(later).title() + " " + days
                : later.id() + " gives " + clash.numbers() + " to "
                        + center(later).title() + ", " + earlier.id() + " gives it to "
                        + center(earlier).title() + ", both " + days;
        Finding finding = texts.atCondition(
                later, message, "let the ranges end where the other begins, or make the exception a deeper level");
        HtsInterval stretch = HtsInterval.of(clash.digits(), clash.from(), clash.to());
        diagnostics.add(
                agreed ? DiagnosticCode.CLAIMED_TWICE : DiagnosticCode.CONTRADICTION,
                finding,
                List.of(earlier.conditionPlace()),
                example(stretch));
    }

    /** How likely it is the rule to mend: its name states another range, or it is at odds with more rules than the other. */
    private int suspicion(Rule rule) {
        boolean misnamed = RangeProof.named(rule.title())
                .filter(named -> !named.equals(HtsInterval.of(rule.range().orElseThrow())))
                .isPresent();
        return misnamed ? Integer.MAX_VALUE : disputes.getOrDefault(rule, 0);
    }

    private String example(HtsInterval stretch) {
        return known.example(stretch)
                .map(number -> number.text())
                .orElseGet(() -> stretch.isChapter77() ? "" : stretch.first());
    }

    private static Center center(Rule rule) {
        return rule.range().map(NumberRange::center).orElseThrow();
    }
}
