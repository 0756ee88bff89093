package io.centerline.application;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.PartyOnFile;
import io.centerline.accounts.Reassessed;
import io.centerline.accounts.Reassessment;
import io.centerline.accounts.ReassessmentComparison;
import io.centerline.accounts.Reassessments;
import io.centerline.activation.Serving;
import io.centerline.facts.Facts;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.intake.Intake;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Decides accounts on file against new lines, many at once, records the decisions, and keeps what came of it. */
@Singleton
public final class AccountReassessment {
    private static final Failure UNKNOWN = Failure.of(
            FailureKind.NOT_FOUND,
            "nothing is on file for this importer number; `PUT /v1/accounts/{number}` enters it");

    private final Accounts accounts;
    private final Reassessments reassessments;
    private final DecisionMeters meters;
    private final Recorder recorder;

    AccountReassessment(Accounts accounts, Reassessments reassessments, DecisionMeters meters, Recorder recorder) {
        this.accounts = accounts;
        this.reassessments = reassessments;
        this.meters = meters;
        this.recorder = recorder;
    }

    /**
     * What became of one request; either a reassessment or a failure is there.
     *
     * @param line number of the line in the request
     * @param reassessed what was found
     * @param failure why nothing was
     */
    public record Answer(
            long line,
            @Nullable Reassessed reassessed,
            @Nullable Failure failure) {}

    /** A request that could be taken, its place among those asked, and its decisions on their way into the journal. */
    private record Decided(
            int place,
            ReassessmentComparison comparison,
            CompletionStage<Recorder.Answer> decision,
            CompletionStage<Recorder.Answer> proposal) {

        Reassessment reassessment() {
            return comparison.reassessment(id(decision), id(proposal));
        }

        private static UUID id(CompletionStage<Recorder.Answer> recorded) {
            return recorded.toCompletableFuture().join().id();
        }
    }

    /**
     * Reassesses accounts; returns once all decisions are durable, one answer for each request, in their order. Never throws
     * for what one request says or for a store that is away: the answers say so.
     */
    public List<Answer> reassess(Serving serving, Explain detail, List<AskedReassessment> asked) {
        Answer[] answers = new Answer[asked.size()];
        for (int i = 0; i < answers.length; i++) {
            Failure failure = asked.get(i).failure();
            answers[i] = failure == null ? null : refused(asked.get(i), failure);
        }
        try {
            reassess(serving, detail, asked, answers);
        } catch (RuntimeException failed) {
            Failure failure = Failure.of(failed);
            for (int i = 0; i < answers.length; i++) {
                answers[i] = answers[i] == null ? refused(asked.get(i), failure) : answers[i];
            }
        }
        return Arrays.asList(answers);
    }

    private void reassess(Serving serving, Explain detail, List<AskedReassessment> asked, @Nullable Answer[] answers) {
        List<ImporterNumber> numbers = asked.stream()
                .map(AskedReassessment::accepted)
                .filter(Objects::nonNull)
                .map(accepted -> accepted.facts().importer().number())
                .toList();
        Iterator<AccountFile> files = accounts.files(numbers).iterator();
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            Intake.Accepted accepted = asked.get(i).accepted();
            if (accepted == null) {
                continue;
            }
            AccountFile file = files.next();
            if (file.exists()) {
                decided.add(decide(i, serving, detail, accepted, file));
            } else {
                answers[i] = refused(asked.get(i), UNKNOWN);
            }
        }
        List<Reassessed> reassessed =
                reassessments.keep(decided.stream().map(Decided::reassessment).toList());
        for (int i = 0; i < reassessed.size(); i++) {
            int place = decided.get(i).place();
            answers[place] = new Answer(asked.get(place).line(), reassessed.get(i), null);
        }
    }

    private static Answer refused(AskedReassessment asked, Failure failure) {
        return new Answer(asked.line(), null, failure);
    }

    private Decided decide(int place, Serving serving, Explain detail, Intake.Accepted accepted, AccountFile file) {
        Facts asked = accepted.facts();
        List<Issue> warnings =
                PartyOnFile.of(file, asked.asOf()).warnings(accepted.warnings(), asked.importer(), accepted.kindAt());
        ReassessmentComparison comparison = ReassessmentComparison.of(
                file, asked, facts -> meters.measure(() -> serving.placement().decide(facts, warnings, detail)));
        CompletionStage<Recorder.Answer> decision = recorder.record(comparison.onFile(), null);
        return new Decided(place, comparison, decision, proposal(comparison, decision));
    }

    @SuppressWarnings("ReferenceEquality") // one decision stands for both where nothing is on file
    private CompletionStage<Recorder.Answer> proposal(
            ReassessmentComparison comparison, CompletionStage<Recorder.Answer> decision) {
        Decision alone = comparison.alone();
        return comparison.drifts() && alone != comparison.onFile() ? recorder.record(alone, null) : decision;
    }
}
