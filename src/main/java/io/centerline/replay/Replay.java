package io.centerline.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.LeafHash;
import io.centerline.decision.Receipt;
import io.centerline.decision.RecordedDecision;
import io.centerline.decision.UnknownContract;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Issue;
import io.centerline.facts.RoutingFacts;
import io.centerline.intake.Intake;
import io.centerline.intake.RoutingRequest;
import io.centerline.intake.StoredFacts;
import io.centerline.log.TreeHasher;
import io.centerline.placement.Decision;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.centerline.text.Sha256;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides recorded decisions again, each under the contract of its receipt. What intake noted about how the request was
 * written is taken over from the record, because the request itself is not kept. Safe for any number of threads.
 */
public final class Replay {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schedules schedules;

    /** With the schedules that are kept. */
    public Replay(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Finds schedules by the name of their edition. */
    public interface Schedules {

        /** The edition; empty when it is not kept. What it throws passes through a replay. */
        Optional<Schedule> find(String edition);
    }

    /** Finds rulebooks by their hash. */
    public interface Rulebooks {

        /** The rulebook with a hash; empty when there is none. What it throws passes through a replay. */
        Optional<Rulebook> find(String hash);
    }

    /**
     * Decides again under the rulebook of the receipt.
     *
     * @throws ReplayRefused when the record, its schedule or its rulebook is missing or unreadable, or its contract
     *     is newer than this program
     */
    public Replayed replay(KeptDecision kept, Rulebooks rulebooks) throws ReplayRefused {
        RecordedDecision recorded = read(kept);
        String hash = recorded.receipt().rulebook();
        Optional<Rulebook> rulebook = rulebooks.find(hash);
        if (rulebook.isEmpty()) {
            throw new ReplayRefused(
                    "there is no rulebook `" + hash + "`, under which it was decided",
                    "the service that decided it keeps it: `curl -H 'Accept: application/zip' …/v1/rulebooks/" + hash
                            + " -o rulebook.zip`; `--rules rulebook.zip` then names it");
        }
        return replay(kept, recorded, rulebook.get());
    }

    /**
     * Decides again under another rulebook.
     *
     * @throws ReplayRefused when the record or its schedule is missing or unreadable, its contract is newer than this
     *     program, or the rulebook does not cover its day
     */
    public Replayed replay(KeptDecision kept, Rulebook rulebook) throws ReplayRefused {
        return replay(kept, read(kept), rulebook);
    }

    private Replayed replay(KeptDecision kept, RecordedDecision recorded, Rulebook rulebook) throws ReplayRefused {
        String edition = recorded.receipt().schedule();
        Optional<Schedule> schedule = schedules.find(edition);
        if (schedule.isEmpty()) {
            throw new ReplayRefused(
                    "there is no schedule `" + edition + "`, under which it was decided",
                    "the database it was decided with keeps it: `GET /v1/schedules/" + edition + "`"
                            + (edition.contains(Schedule.WITH)
                                    ? "; editions were added to it, and `schedule list` says what those added here make"
                                    : ""));
        }
        StoredFacts reader = new StoredFacts(new HtsReader(schedule.get()), schedule.get());
        byte[] facts = kept.facts();
        if (facts == null) {
            throw new ReplayRefused(
                    "there are no facts to decide it from",
                    "export with `?facts=true`; facts that were erased are gone");
        }
        byte[] again = recorded.kind() == DecisionKind.ROUTING
                ? route(reader, facts, kept.salt(), recorded, rulebook)
                : place(reader, facts, kept.salt(), recorded, rulebook);
        return compare(kept, recorded, rulebook.hash(), again);
    }

    private static byte[] place(
            StoredFacts reader, byte[] kept, byte @Nullable [] salt, RecordedDecision recorded, Rulebook rulebook)
            throws ReplayRefused {
        Facts facts = facts(reader, kept, recorded.receipt().asOf());
        checkCovered(facts.asOf(), rulebook);
        String commitment = salt == null ? FactsJson.hash(facts) : commitment(kept, salt);
        Decision decision = recorded.receipt()
                .contract()
                .placement(rulebook)
                .decide(facts, recorded.warnings(), recorded.explain());
        return DecisionJson.write(decision, receipt(recorded.receipt(), rulebook, commitment, facts.asOf()));
    }

    private static byte[] route(
            StoredFacts reader, byte[] kept, byte @Nullable [] salt, RecordedDecision recorded, Rulebook rulebook)
            throws ReplayRefused {
        RoutingRequest read = reader.readRouting(kept, recorded.receipt().asOf());
        if (read instanceof RoutingRequest.Refused refused) {
            throw unreadable(refused.issues());
        }
        RoutingFacts facts = ((RoutingRequest.Accepted) read).facts();
        checkCovered(facts.asOf(), rulebook);
        RoutingAnswer answer =
                recorded.receipt().contract().router(rulebook).route(facts, recorded.warnings(), recorded.explain());
        if (answer instanceof RoutingAnswer.Refused refused) {
            throw new ReplayRefused(
                    "under the rulebook `" + rulebook.hash() + "` it goes nowhere: "
                            + refused.issues().get(0).message(),
                    "");
        }
        String commitment = salt == null ? FactsJson.hash(facts) : commitment(kept, salt);
        return DecisionJson.write(
                ((RoutingAnswer.Routed) answer).routing(),
                receipt(recorded.receipt(), rulebook, commitment, facts.asOf()));
    }

    private static void checkCovered(LocalDate asOf, Rulebook rulebook) throws ReplayRefused {
        if (asOf.isBefore(rulebook.firstCoveredDay())) {
            throw new ReplayRefused(
                    "it was decided as of `" + asOf + "`, before `" + rulebook.firstCoveredDay()
                            + "`, the first day the rulebook `" + rulebook.hash() + "` covers",
                    "");
        }
    }

    private static Receipt receipt(Receipt recorded, Rulebook rulebook, String commitment, LocalDate asOf) {
        return new Receipt(
                recorded.id(),
                rulebook.hash(),
                commitment,
                recorded.schedule(),
                recorded.program(),
                recorded.contract(),
                asOf,
                recorded.decidedAt());
    }

    private static Replayed compare(KeptDecision kept, RecordedDecision recorded, String rulebook, byte[] again) {
        String recordedLeaf = HexFormat.of().formatHex(kept.leaf());
        String replayedLeaf = HexFormat.of().formatHex(LeafHash.of(again));
        Receipt receipt = recorded.receipt();
        boolean another = !rulebook.equals(receipt.rulebook());
        List<Difference> differences = new ArrayList<>(ReplayComparison.of(recorded.json(), tree(again)));
        if (another) {
            differences.removeIf(Difference::isOfTheRulebook);
        }
        if (!another && differences.isEmpty() && !recordedLeaf.equals(replayedLeaf)) {
            differences.add(
                    new Difference("leaf", "", "", TextNode.valueOf(recordedLeaf), TextNode.valueOf(replayedLeaf)));
        }
        return new Replayed(
                recorded.id().toString(),
                kept.index(),
                new Replayed.Pair(receipt.rulebook(), rulebook),
                new Replayed.Pair(recordedLeaf, replayedLeaf),
                receipt.program(),
                receipt.schedule(),
                differences,
                again);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new IllegalStateException("a decision was not written as JSON", impossible);
        }
    }

    private static Facts facts(StoredFacts reader, byte[] kept, LocalDate asOf) throws ReplayRefused {
        Intake read = reader.read(kept, asOf);
        if (read instanceof Intake.Refused refused) {
            throw unreadable(refused.issues());
        }
        return ((Intake.Accepted) read).facts();
    }

    private static ReplayRefused unreadable(List<Issue> issues) {
        return new ReplayRefused(
                "its facts cannot be read: " + issues.get(0).message(),
                "they were altered, or are of a program with another contract");
    }

    private static String commitment(byte[] kept, byte[] salt) {
        return Sha256.name(new TreeHasher().salted(salt, kept, 0, kept.length));
    }

    private static RecordedDecision read(KeptDecision kept) throws ReplayRefused {
        try {
            return RecordedDecision.read(kept.body());
        } catch (UnknownContract newer) {
            throw new ReplayRefused(String.valueOf(newer.getMessage()), newer.help());
        } catch (IllegalArgumentException unreadable) {
            throw new ReplayRefused("the record is no decision: it was altered", "");
        }
    }
}
