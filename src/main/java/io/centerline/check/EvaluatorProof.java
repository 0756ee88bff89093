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
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.OnFile;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Asks both evaluators of the rules at the edges of these very rules: at every number they compare with, and one step
 * beside it, as far as {@link BoundaryCases} goes. They must conclude the same. Rules of counting, placement and routing
 * on which they agreed before are not asked again.
 */
final class EvaluatorProof {
    private static final int MOST_CENTERS = 2;
    private static final Set<String> NO_CHAPTERS = Set.of("00", "77");

    private final Rulebook rulebook;
    private final Disagreements disagreements;
    private final AgreedRules agreed;

    private EvaluatorProof(Rulebook rulebook, Disagreements disagreements, AgreedRules agreed) {
        this.rulebook = rulebook;
        this.disagreements = disagreements;
        this.agreed = agreed;
    }

    /**
     * Asks for every day on which other rules are in force. The rules compile.
     *
     * @param agreed what needs no question; gets what is found to need none
     */
    static void check(Rulebook rulebook, Disagreements disagreements, AgreedRules agreed) {
        new EvaluatorProof(rulebook, disagreements, agreed).check();
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
                LocalDate day = days.from();
                if (listed.add(edition.placementRules())) {
                    jobs.add(
                            () -> once(Stage.PLACEMENT, edition.placementRules(), day, () -> placements(edition, day)));
                }
                if (listed.add(edition.routingRules())) {
                    jobs.add(() -> once(Stage.ROUTING, edition.routingRules(), day, () -> routings(edition)));
                }
                if (listed.add(edition.countingRules())) {
                    jobs.add(() -> once(Stage.COUNTING, edition.countingRules(), day, () -> lines(edition)));
                }
            });
        }
        ParallelJobs.run(jobs);
    }

    /** Asks unless the evaluators agreed on these rules before. */
    private void once(Stage stage, List<Rule> rules, LocalDate day, Supplier<List<Runnable>> questions) {
        String key = AgreedRules.key(stage, rules, day);
        if (agreed.has(key)) {
            return;
        }
        boolean alike = true;
        for (Runnable question : questions.get()) {
            alike &= ask(question);
        }
        if (alike) {
            agreed.add(key);
        }
    }

    /** Whether the evaluators agree. */
    private boolean ask(Runnable question) {
        try {
            return disagreements.run(question);
        } catch (RulebookException unsettled) {
            // What is counted is not settled; the proof of counting says so.
            return false;
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

    private static List<Runnable> placements(Edition edition, LocalDate day) {
        return new BoundaryCases(edition.placementRules(), day)
                .list().stream()
                        .<Runnable>map(facts -> () -> edition.place(facts))
                        .toList();
    }

    private static List<Runnable> lines(Edition edition) {
        return BoundaryCases.shapes(edition.countingRules()).stream()
                .<Runnable>map(shape -> () -> edition.exclusions(shape))
                .toList();
    }

    private static List<Runnable> routings(Edition edition) {
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
        List<Runnable> questions = new ArrayList<>();
        for (Activity activity : Activity.values()) {
            for (ImporterKind kind : ImporterKind.values()) {
                for (AccountStatus status : AccountStatus.values()) {
                    for (OnFile account : onFile) {
                        for (Predominant goods : predominant) {
                            RoutingQuestion question =
                                    new RoutingQuestion(new Matter(activity, kind, status), account, goods);
                            questions.add(() -> edition.route(question));
                        }
                    }
                }
            }
        }
        return questions;
    }
}
