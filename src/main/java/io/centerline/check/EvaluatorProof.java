package io.centerline.check;

import io.centerline.facts.Activity;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.EvaluatorsDisagree;
import io.centerline.rulebook.RoutingQuestion;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.OnFile;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.rulebook.vocabulary.Timing;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks both evaluators of the rules at the edges of these very rules: at every number they compare with, and one step
 * beside it. They must conclude the same.
 */
final class EvaluatorProof {
    private static final int MOST_CENTERS = 3;
    private static final Set<String> NO_CHAPTERS = Set.of("00", "77");

    private final Rulebook rulebook;
    private final Diagnostics diagnostics;
    private final Set<Rule> told = new HashSet<>();

    private EvaluatorProof(Rulebook rulebook, Diagnostics diagnostics) {
        this.rulebook = rulebook;
        this.diagnostics = diagnostics;
    }

    /** Asks for every day on which other rules are in force. The rules compile. */
    static void check(Rulebook rulebook, Diagnostics diagnostics) {
        new EvaluatorProof(rulebook, diagnostics).check();
    }

    private void check() {
        Set<List<Rule>> asked = new HashSet<>();
        Set<String> numbers = new TreeSet<>();
        for (InForce days : rulebook.periods()) {
            ask(() -> {
                Edition edition = rulebook.edition(days.from());
                if (asked.add(edition.membershipRules())) {
                    edition.membershipRules().forEach(rule -> numbers(edition, rule, numbers));
                }
                if (asked.add(edition.placementRules())) {
                    new BoundaryCases(edition.placementRules(), days.from())
                            .list()
                            .forEach(facts -> ask(() -> edition.place(facts)));
                }
                if (asked.add(edition.routingRules())) {
                    routings(edition);
                }
                lines(edition);
            });
        }
    }

    private void ask(Runnable question) {
        try {
            question.run();
        } catch (EvaluatorsDisagree disagree) {
            RuleTexts texts = new RuleTexts(rulebook.files());
            for (Rule rule : disagree.rules()) {
                if (told.add(rule)) {
                    diagnostics.add(
                            DiagnosticCode.EVALUATORS_DISAGREE,
                            texts.atCondition(
                                    rule,
                                    "the two evaluators of the rules conclude different things from " + rule.id(),
                                    "this is a fault of the program; write the condition in another way"));
                }
            }
        } catch (RulebookException unsettled) {
            // What is counted is not settled; the proof of counting says so.
        }
    }

    private void numbers(Edition edition, Rule rule, Set<String> asked) {
        NumberRange range = rule.range().orElseThrow();
        for (int prefix : new int[] {range.from() - 1, range.from(), range.to(), range.to() + 1}) {
            String digits = HtsNumber.prefixText(prefix, range.digits());
            boolean exists = digits.length() == range.digits() && !NO_CHAPTERS.contains(digits.substring(0, 2));
            if (exists && asked.add(edition.days().from() + digits)) {
                ask(() -> edition.classify(new HtsNumber(digits + "0".repeat(10 - digits.length()))));
            }
        }
    }

    private void lines(Edition edition) {
        for (ArticleSet set : ArticleSet.values()) {
            for (Role role : Role.values()) {
                for (Timing timing : Timing.values()) {
                    ask(() -> edition.exclusions(set, role, false, timing));
                    ask(() -> edition.exclusions(set, role, true, timing));
                }
            }
        }
    }

    private void routings(Edition edition) {
        Set<Center> centers = EnumSet.of(Center.ELECTRONICS);
        edition.routingRules().forEach(rule -> centers.addAll(rule.centers()));
        List<OnFile> onFile = new ArrayList<>();
        onFile.add(null);
        List<Predominant> predominant = new ArrayList<>();
        predominant.add(null);
        centers.stream().limit(MOST_CENTERS).forEach(center -> {
            onFile.add(new OnFile(center, Basis.ACCOUNT));
            onFile.add(new OnFile(center, Basis.DIRECTED));
            predominant.add(new Predominant(center));
        });
        for (Activity activity : Activity.values()) {
            for (ImporterKind kind : ImporterKind.values()) {
                for (AccountStatus status : AccountStatus.values()) {
                    for (OnFile account : onFile) {
                        for (Predominant goods : predominant) {
                            RoutingQuestion question =
                                    new RoutingQuestion(new Matter(activity, kind, status), account, goods);
                            ask(() -> edition.route(question));
                        }
                    }
                }
            }
        }
    }
}
