package io.centerline.check;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.NumberMove.Claim;
import io.centerline.rulebook.change.PastChange;
import io.centerline.rulebook.change.PastChange.Numbers;
import io.centerline.rulebook.change.PastChanges;
import io.centerline.rulebook.change.ReusedId;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a rulebook continues a history: for every number, every earlier day and every threshold its answers are the
 * ones they were, and no id means something else. {@link PastChanges} says what is compared. Stateless; safe for any number
 * of threads.
 */
public final class HistoryProof {
    private static final int MOST = 500;
    private static final int MOST_SHOWN = 20;
    private static final SourcePlace WHOLE = new SourcePlace("rules", 1, 1);

    private final KnownNumbers known;

    /** Shows numbers of this schedule as examples. */
    public HistoryProof(Schedule schedule) {
        this(new KnownNumbers(schedule));
    }

    HistoryProof(KnownNumbers known) {
        this.known = known;
    }

    /** In what the rulebook departs from the history, the first 500 in file order; empty when it continues it. */
    public List<HistoryFinding> check(History history, Rulebook rulebook) {
        RuleTexts texts = new RuleTexts(rulebook.files());
        List<HistoryFinding> findings = new ArrayList<>();
        List<PastChange> changes = PastChanges.between(history.rulebook(), rulebook, history.today());
        for (PastChange change : changes) {
            // Facts are searched for, which takes a while; after the first few changes they teach nothing new.
            boolean shown = !change.numbers().isEmpty() || findings.size() < MOST_SHOWN;
            findings.add(new HistoryFinding(
                    DiagnosticCode.PAST_CHANGED,
                    change.id(),
                    change.days(),
                    finding(change, history.today(), texts),
                    shown ? example(change) : ""));
        }
        Set<Rule> edited = changes.stream()
                .filter(change -> change.before() != null)
                .flatMap(change -> Stream.ofNullable(change.after()))
                .collect(Collectors.toSet());
        for (ReusedId reused : ReusedId.between(history.rulebook(), rulebook)) {
            // A rule edited in place is one finding, whose advice is the same.
            if (!edited.contains(reused.after())) {
                findings.add(new HistoryFinding(
                        DiagnosticCode.ID_REUSED,
                        reused.after().id(),
                        reused.after().inForce(),
                        texts.atName(
                                reused.after(),
                                reused.sentence(),
                                "give the rule the next free id of its topic, and let `"
                                        + reused.before().id() + "` end"),
                        ""));
            }
        }
        return findings.stream()
                .sorted(Comparator.comparing(HistoryFinding::finding))
                .limit(MOST)
                .toList();
    }

    private static Finding finding(PastChange change, LocalDate today, RuleTexts texts) {
        Rule before = change.before();
        Rule after = change.after();
        if (after == null) {
            return texts.finding(
                    place(Objects.requireNonNull(before), texts),
                    1,
                    change.sentence(),
                    "put the rule back as it was, with " + today.minusDays(1) + " or a later day as its last");
        }
        if (before == null) {
            return texts.atInterval(after, change.sentence(), "let the rule begin on " + today + " or later");
        }
        return texts.atName(
                after,
                change.sentence(),
                "put the rule back as it was and let it end on " + today.minusDays(1)
                        + " or later; write what is to change as a new rule under the next free id, from the day after");
    }

    /** Where a rule stood that is gone: its file, or the folder when that is gone too. */
    private static SourcePlace place(Rule gone, RuleTexts texts) {
        SourcePlace file = new SourcePlace(gone.place().file(), 1, 1);
        return texts.has(file) ? file : WHOLE;
    }

    private String example(PastChange change) {
        return change.numbers().isEmpty() ? PartingFacts.find(change) : number(change);
    }

    /** A number that another rule wins, if there is one, and one that can be reported, if there is one. */
    private String number(PastChange change) {
        LocalDate day = change.days().until();
        return change.numbers().stream()
                .sorted(Comparator.comparing((Numbers numbers) -> Objects.equals(numbers.before(), numbers.after()))
                        .thenComparing(numbers -> !known.any(numbers.stretch())))
                .findFirst()
                .map(numbers -> number(numbers) + " on " + day + passage(numbers))
                .orElse("");
    }

    private String number(Numbers numbers) {
        return known.example(numbers.stretch())
                .map(HtsNumber::text)
                .orElseGet(() -> HtsInterval.digits(numbers.stretch().from()));
    }

    private static String passage(Numbers numbers) {
        return Objects.equals(numbers.before(), numbers.after())
                ? ""
                : ": " + told(numbers.before()) + ", now " + told(numbers.after());
    }

    private static String told(@Nullable Claim claim) {
        return claim == null ? "no Center" : claim.center().title() + " (" + claim.rule() + ")";
    }
}
