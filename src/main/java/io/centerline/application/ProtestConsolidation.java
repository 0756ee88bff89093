package io.centerline.application;

import io.centerline.accounts.Accounts;
import io.centerline.accounts.PartyOnFile;
import io.centerline.activation.Serving;
import io.centerline.facts.Activity;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.ProtestFacts;
import io.centerline.intake.ProtestRequest;
import io.centerline.routing.Consolidation;
import io.centerline.routing.Consolidator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Reads a request to put protests together, completes it with what is on file, and puts them together. */
@Singleton
public final class ProtestConsolidation {
    private final Intakes intakes;
    private final Accounts accounts;
    private final Clock clock;

    ProtestConsolidation(Intakes intakes, Accounts accounts, Clock clock) {
        this.intakes = intakes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Puts together what a body asks for.
     *
     * @param issues what is wrong with the request besides its body; what is wrong with that is added
     * @throws RefusedException with everything that is wrong
     */
    public Consolidation consolidate(Serving serving, byte[] body, List<Issue> issues) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ProtestRequest read = intakes.protests(serving.rulebook()).read(body, today);
        if (read instanceof ProtestRequest.Refused refused) {
            issues.addAll(refused.issues());
            throw new RefusedException(kind(refused.issues()), issues);
        }
        RefusedException.ifAny(issues);
        ProtestRequest.Accepted accepted = (ProtestRequest.Accepted) read;
        ProtestFacts asked = accepted.facts();
        PartyOnFile onFile = accepted.leavesAccountOpen()
                ? accounts.onFile(asked.importer().number(), asked.asOf())
                : new PartyOnFile(null, asked.account());
        ProtestFacts facts = with(asked, onFile);
        if (serving.router().offices(Activity.PROTEST, facts.asOf()).isEmpty()) {
            throw new RefusedException(
                    FailureKind.NOT_ROUTED,
                    "no rule in force on " + facts.asOf()
                            + " says who handles `PROTEST`; activate a rulebook with one");
        }
        return new Consolidator(serving.router())
                .consolidate(
                        facts,
                        onFile.warnings(accepted.warnings(), asked.importer(), accepted.kindAt()),
                        serving.rulebook().hash());
    }

    private static ProtestFacts with(ProtestFacts asked, PartyOnFile onFile) {
        ProtestFacts facts = asked.with(onFile.account());
        return onFile.kind() == null ? facts : facts.of(onFile.kind());
    }

    private static FailureKind kind(List<Issue> issues) {
        boolean tooMany = issues.stream()
                .anyMatch(issue -> issue.code() == IssueCode.TOO_MANY_RECORDS
                        && issue.pointer().equals("/entries"));
        return tooMany ? FailureKind.TOO_LARGE : FailureKind.ofFacts(issues);
    }
}
