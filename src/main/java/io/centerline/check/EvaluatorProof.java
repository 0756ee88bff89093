package io.centerline.check;

import io.centerline.facts.Activity;
import io.centerline.facts.ImporterKind;
import io.centerline.rulebook.Edition;
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
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks both evaluators of the rules at the edges of these very rules: at every number they compare with, and one step
 * beside it, as far as {@link BoundaryCases} goes. They must conclude the same.
 */
final class EvaluatorProof {
    private static final int MOST_CENTERS = 2;
    private static final Set<String> NO_CHAPTERS = Set.of("00", "77");

    private final Rulebook rulebook;
    private final Disagreements disagreements;

    private EvaluatorProof(Rulebook rulebook, Disagreements disagreements) {
        this.rulebook = rulebook;
        this.disagreements = disagreements;
    }

    /** Asks for every day on which other rules are in force. The rules compile. */
    static void check(Rulebook rulebook, Disagreements disagreements) {
        new EvaluatorProof(rulebook, disagreements).check();
    }

    private void check() {
        Set<List<Rule>> listed = new HashSet<>();
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        List<Runnable> jobs = new ArrayList<>();
        for (InForce days : rulebook.periods()) {
            ask(() -> {
                Edition edition = rulebook.edition(days.from());
                if (listed.add(edition.membershipRules())) {
                    jobs.add(() -> edition.membershipRules().forEach(rule -> numbers(edition, rule, numbers)));
                }
                if (listed.add(edition.placementRules())) {
                    List<List<Object>> cases = new BoundaryCases(edition.placementRules(), days.from()).list();
                    jobs.add(() -> cases.forEach(facts -> ask(() -> edition.place(facts))));
                }
                if (listed.add(edition.routingRules())) {
                    jobs.add(() -> routings(edition));
                }
                jobs.add(() -> lines(edition));
            });
        }
        ParallelJobs.run(jobs);
    }

    private void ask(Runnable question) {
        try {
            disagreements.run(question);
        } catch (RulebookException unsettled) {
            // What is counted is not settled; the proof of counting says so.
        }
    }

    private void numbers(Edition edition, Rule rule, Set<String> asked) {
        NumberRange range = rule.range().orElseThrow();
        for (int prefix : new int[] {range.from() - 1, range.from(), range.to(), range.to() + 1}) {
            String digits = HtsNumber.prefixText(prefix, range.digits());
            boolean exists = digits.length() == range.digits() && !NO_CHAPTERS.contains(digits.substring(0, 2));
            if (exists && asked.add(digits)) {
                ask(() -> edition.classify(new HtsNumber(digits + "0".repeat(10 - digits.length()))));
            }
        }
    }

    private void lines(Edition edition) {
        BoundaryCases.shapes(edition.countingRules()).forEach(shape -> ask(() -> edition.exclusions(shape)));
    }

    private void routings(Edition edition) {
        Set<Center> centers = EnumSet.of(Center.ELECTRONICS, Center.MACHINERY);
        edition.routingRules().forEach(rule -> centers.addAll(rule.centers()));
        List<OnFile> onFile = new ArrayList<>();
        onFile.add(null);
        List<Predominant> predominant = new ArrayList<>();
        predominant.add(null);
        Iterator<Basis> bases = List.of(Basis.ACCOUNT, Basis.DIRECTED).iterator();
        centers.stream().limit(MOST_CENTERS).forEach(center -> {
            onFile.add(new OnFile(center, bases.next()));
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
