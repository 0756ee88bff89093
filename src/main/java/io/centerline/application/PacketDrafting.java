package io.centerline.application;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.activation.UnknownRulebook;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.facts.Facts;
import io.centerline.intake.Intake;
import io.centerline.intake.StoredFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts the packet of an appeal from a decision: the importer's own counts by heading. */
@Singleton
public final class PacketDrafting {
    private final DecisionLookup decisions;
    private final Accounts accounts;
    private final StoredFacts stored;
    private final Clock clock;

    PacketDrafting(DecisionLookup decisions, Accounts accounts, HtsReader reader, Schedule schedule, Clock clock) {
        this.decisions = decisions;
        this.accounts = accounts;
        this.stored = new StoredFacts(reader, schedule);
        this.clock = clock;
    }

    /**
     * Drafts a packet that would be filed today (UTC).
     *
     * @param id the id of a decision that places an importer
     * @param preferred the Center asked for; null for the one the count points to
     * @throws RefusedException when there is no such decision, or its facts are not there any more
     */
    public PacketDraft.Drafted draft(String id, @Nullable Center preferred) {
        Draft recorded = placement(id);
        Facts facts = facts(recorded);
        Placement placement = new Placement(rulebook(recorded.rulebook()));
        Decision decision = placement.decide(facts, List.of(), Explain.SUMMARY);
        AccountFile file = accounts.file(facts.importer().number());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return PacketDraft.of(recorded.id(), decision, placement.imports(facts), file, preferred, today);
    }

    private Draft placement(String id) {
        Draft draft = decisions.getWhole(id).draft();
        if (draft.kind() != DecisionKind.PLACEMENT) {
            throw new RefusedException(
                    FailureKind.NOT_A_PLACEMENT,
                    "this decision says where one activity goes; a packet is drafted from a decision that places an importer");
        }
        return draft;
    }

    private Facts facts(Draft draft) {
        byte[] facts = draft.facts();
        if (facts == null) {
            throw new RefusedException(
                    FailureKind.FACTS_ERASED,
                    "the facts of this decision were erased, so its counts by heading are not known");
        }
        Intake read = stored.read(facts, draft.asOf());
        if (read instanceof Intake.Accepted accepted) {
            return accepted.facts();
        }
        throw new RefusedException(
                FailureKind.NOT_REPLAYABLE, "this version of the program cannot read the facts of this decision");
    }

    private Rulebook rulebook(String hash) {
        try {
            return decisions.rulebook(hash);
        } catch (UnknownRulebook unknown) {
            throw new RefusedException(
                    FailureKind.NOT_REPLAYABLE,
                    "there is no rulebook `" + hash + "`, under which the decision was made");
        }
    }
}
