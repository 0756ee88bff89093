package io.centerline.application;

import io.centerline.accounts.Accounts;
import io.centerline.accounts.PartyOnFile;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.application.AccountsOnFile.Completed;
import io.centerline.facts.Facts;
import io.centerline.facts.ImporterNumber;
import io.centerline.intake.Intake;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Places one importer: reads the facts, completes them with what is on file, decides, and records the decision. */
@Singleton
public final class Placements {
    private final Intakes intakes;
    private final ActiveRulebook active;
    private final Accounts accounts;
    private final DecisionMeters meters;
    private final Recorder recorder;
    private final Clock clock;
    private final ExecutorService waiting;

    /**
     * The use case.
     *
     * @param waiting where the database is waited for
     */
    Placements(
            Intakes intakes,
            ActiveRulebook active,
            Accounts accounts,
            DecisionMeters meters,
            Recorder recorder,
            Clock clock,
            ExecutorService waiting) {
        this.intakes = intakes;
        this.active = active;
        this.accounts = accounts;
        this.meters = meters;
        this.recorder = recorder;
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * Places the importer of a request; ends once the decision is durable, if it is to be kept. The caller's thread reads and
     * decides, unless what is on file has to be looked up first.
     *
     * @throws RefusedException with everything that is wrong with the request
     */
    public CompletionStage<DecisionAnswer> place(DecisionRequest asked) {
        Serving serving = active.serving();
        Intake.Accepted read = read(asked, serving);
        return read.leavesAccountOpen()
                ? CompletableFuture.supplyAsync(() -> decide(asked, serving, completed(read)), waiting)
                        .thenCompose(Function.identity())
                : decide(asked, serving, new Completed<>(read.facts(), read.warnings()));
    }

    /**
     * A batch of requests that are all decided under one rulebook.
     *
     * @param asOf the day of requests that name none
     * @param key what makes a repeated batch return the first decisions; null without
     */
    public PlacementBatch batch(Serving serving, Explain detail, boolean keep, LocalDate asOf, @Nullable String key) {
        return new PlacementBatch(this, serving, intakes, asOf, detail, keep, key);
    }

    /** What is on file for importers on a day; those of whom nothing is are left out. */
    Map<ImporterNumber, PartyOnFile> onFile(List<ImporterNumber> numbers, LocalDate day) {
        return accounts.onFile(numbers, day);
    }

    Recorder recorder() {
        return recorder;
    }

    Decision decide(Serving serving, Completed<Facts> known, Explain detail) {
        return meters.measure(() -> serving.placement().decide(known.facts(), known.warnings(), detail));
    }

    /** The day of a request that names none. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Intake.Accepted read(DecisionRequest asked, Serving serving) {
        Intake read = intakes.placements(serving.rulebook()).read(asked.body(), today());
        if (read instanceof Intake.Refused refused) {
            throw asked.refused(FailureKind.ofFacts(refused.issues()), refused.issues());
        }
        RefusedException.ifAny(asked.issues());
        return (Intake.Accepted) read;
    }

    private Completed<Facts> completed(Intake.Accepted read) {
        AccountsOnFile onFile = accounts::onFile;
        Facts facts = read.facts();
        return onFile.complete(facts.importer(), facts.asOf(), read.kindAt(), read.warnings(), facts::with);
    }

    private CompletionStage<DecisionAnswer> decide(DecisionRequest asked, Serving serving, Completed<Facts> known) {
        Decision decision = decide(serving, known, asked.detail());
        return asked.keep()
                ? recorder.record(decision, asked.key()).thenApply(DecisionAnswer::of)
                : CompletableFuture.completedFuture(DecisionAnswer.unrecorded(recorder.unrecorded(decision)));
    }
}
