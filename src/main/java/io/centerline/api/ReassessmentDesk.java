package io.centerline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.Comparison;
import io.centerline.accounts.Reassessed;
import io.centerline.accounts.Reassessment;
import io.centerline.accounts.Reassessments;
import io.centerline.activation.Serving;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Intake;
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

/** Decides accounts on file against new lines, many at once, records the decisions, and keeps what came of it. */
@Singleton
final class ReassessmentDesk {
    private final Accounts accounts;
    private final Reassessments reassessments;
    private final DecisionMeters meters;
    private final Recorder recorder;
    private final ObjectMapper json;

    ReassessmentDesk(
            Accounts accounts,
            Reassessments reassessments,
            DecisionMeters meters,
            Recorder recorder,
            ObjectMapper json) {
        this.accounts = accounts;
        this.reassessments = reassessments;
        this.meters = meters;
        this.recorder = recorder;
        this.json = json;
    }

    /** A request that could be taken, its place among those asked, and its decisions on their way into the journal. */
    private record Decided(
            int place,
            Comparison comparison,
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
     * Reassesses accounts; answers once all decisions are durable, one JSON document for each request, in their order. Never
     * throws for what one request says or for a store that is away: the documents say so.
     */
    List<byte[]> answer(Serving serving, Explain detail, List<AskedReassessment> asked) {
        byte[][] answers = new byte[asked.size()][];
        for (int i = 0; i < answers.length; i++) {
            Problem problem = asked.get(i).problem();
            answers[i] = problem == null ? null : refused(asked.get(i), problem);
        }
        try {
            reassess(serving, detail, asked, answers);
        } catch (RuntimeException failed) {
            Problem problem = ErrorMapping.problem(failed);
            for (int i = 0; i < answers.length; i++) {
                answers[i] = answers[i] == null ? refused(asked.get(i), problem) : answers[i];
            }
        }
        return Arrays.asList(answers);
    }

    private void reassess(Serving serving, Explain detail, List<AskedReassessment> asked, byte[][] answers) {
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
                answers[i] = refused(asked.get(i), AccountDesk.unknown().problem());
            }
        }
        List<Reassessed> reassessed =
                reassessments.keep(decided.stream().map(Decided::reassessment).toList());
        for (int i = 0; i < reassessed.size(); i++) {
            int place = decided.get(i).place();
            answers[place] = write(ReassessmentLine.of(asked.get(place).line(), reassessed.get(i)));
        }
    }

    private byte[] refused(AskedReassessment asked, Problem problem) {
        return write(new RefusedLine(asked.line(), problem));
    }

    private Decided decide(int place, Serving serving, Explain detail, Intake.Accepted accepted, AccountFile file) {
        Comparison comparison = Comparison.of(
                file,
                accepted.facts(),
                facts -> meters.measure(() -> serving.placement().decide(facts, accepted.warnings(), detail)));
        CompletionStage<Recorder.Answer> decision = recorder.record(comparison.onFile(), null);
        return new Decided(place, comparison, decision, proposal(comparison, decision));
    }

    private CompletionStage<Recorder.Answer> proposal(
            Comparison comparison, CompletionStage<Recorder.Answer> decision) {
        Decision alone = comparison.alone();
        return comparison.drifts() && alone != comparison.onFile() ? recorder.record(alone, null) : decision;
    }

    private byte[] write(Object answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
