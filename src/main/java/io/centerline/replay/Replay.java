package io.centerline.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.LeafHash;
import io.centerline.decision.Receipt;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.RoutingFacts;
import io.centerline.intake.Intake;
import io.centerline.intake.RoutingRequest;
import io.centerline.intake.StoredFacts;
import io.centerline.log.TreeHasher;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Router;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.centerline.text.Sha256;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides recorded decisions again. What intake noted about how the request was written is taken over from the record,
 * because the request itself is not kept. Safe for any number of threads.
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
     * @throws ReplayRefused when the record, its schedule or its rulebook is missing or unreadable
     */
    public Replayed replay(KeptDecision kept, Rulebooks rulebooks) throws ReplayRefused {
        Entry entry = entry(kept);
        Optional<Rulebook> rulebook = rulebooks.find(entry.rulebook());
        if (rulebook.isEmpty()) {
            throw new ReplayRefused(
                    "there is no rulebook `" + entry.rulebook() + "`, under which it was decided",
                    "decide it under another one to see what that says");
        }
        return replay(kept, entry, rulebook.get());
    }

    /**
     * Decides again under another rulebook.
     *
     * @throws ReplayRefused when the record or its schedule is missing or unreadable, or the rulebook does not cover its day
     */
    public Replayed replay(KeptDecision kept, Rulebook rulebook) throws ReplayRefused {
        return replay(kept, entry(kept), rulebook);
    }

    private Replayed replay(KeptDecision kept, Entry entry, Rulebook rulebook) throws ReplayRefused {
        Optional<Schedule> schedule = schedules.find(entry.schedule());
        if (schedule.isEmpty()) {
            throw new ReplayRefused(
                    "there is no schedule `" + entry.schedule() + "`, under which it was decided",
                    "the database it was decided with keeps it: `GET /v1/schedules/" + entry.schedule() + "`");
        }
        StoredFacts reader = new StoredFacts(new HtsReader(schedule.get()), schedule.get());
        byte[] recorded = kept.facts();
        if (recorded == null) {
            throw new ReplayRefused(
                    "there are no facts to decide it from", "they were erased, or left out of an export");
        }
        byte[] again = entry.routes()
                ? route(reader, recorded, kept.salt(), entry, rulebook)
                : place(reader, recorded, kept.salt(), entry, rulebook);
        return compare(kept, entry, rulebook.hash(), again);
    }

    private static byte[] place(
            StoredFacts reader, byte[] recorded, byte @Nullable [] salt, Entry entry, Rulebook rulebook)
            throws ReplayRefused {
        Facts facts = facts(reader, recorded, entry.asOf());
        checkCovered(facts.asOf(), rulebook);
        String commitment = salt == null ? FactsJson.hash(facts) : commitment(recorded, salt);
        Decision decision = new Placement(rulebook).decide(facts, entry.warnings(), entry.explain());
        return DecisionJson.write(decision, receipt(entry, rulebook, commitment, facts.asOf()));
    }

    private static byte[] route(
            StoredFacts reader, byte[] recorded, byte @Nullable [] salt, Entry entry, Rulebook rulebook)
            throws ReplayRefused {
        RoutingRequest read = reader.readRouting(recorded, entry.asOf());
        if (read instanceof RoutingRequest.Refused refused) {
            throw unreadable(refused.issues());
        }
        RoutingFacts facts = ((RoutingRequest.Accepted) read).facts();
        checkCovered(facts.asOf(), rulebook);
        RoutingAnswer answer = new Router(rulebook).route(facts, entry.warnings(), entry.explain());
        if (answer instanceof RoutingAnswer.Refused refused) {
            throw new ReplayRefused(
                    "under the rulebook `" + rulebook.hash() + "` it goes nowhere: "
                            + refused.issues().get(0).message(),
                    "");
        }
        String commitment = salt == null ? FactsJson.hash(facts) : commitment(recorded, salt);
        return DecisionJson.write(
                ((RoutingAnswer.Routed) answer).routing(), receipt(entry, rulebook, commitment, facts.asOf()));
    }

    private static void checkCovered(LocalDate asOf, Rulebook rulebook) throws ReplayRefused {
        if (asOf.isBefore(rulebook.firstCoveredDay())) {
            throw new ReplayRefused(
                    "it was decided as of `" + asOf + "`, before `" + rulebook.firstCoveredDay()
                            + "`, the first day the rulebook `" + rulebook.hash() + "` covers",
                    "");
        }
    }

    private static Receipt receipt(Entry entry, Rulebook rulebook, String commitment, LocalDate asOf) {
        return new Receipt(
                entry.id(), rulebook.hash(), commitment, entry.schedule(), entry.program(), asOf, entry.decidedAt());
    }

    private static Replayed compare(KeptDecision kept, Entry entry, String rulebook, byte[] again) {
        String recordedLeaf = HexFormat.of().formatHex(kept.leaf());
        String replayedLeaf = HexFormat.of().formatHex(LeafHash.of(again));
        ObjectNode now = (ObjectNode) tree(again);
        boolean another = !rulebook.equals(entry.rulebook());
        if (another) {
            ((ObjectNode) now.get("receipt")).put("rulebook", entry.rulebook());
        }
        List<Difference> differences = new ArrayList<>(ReplayComparison.of(entry.json(), now));
        if (!another && differences.isEmpty() && !recordedLeaf.equals(replayedLeaf)) {
            differences.add(
                    new Difference("leaf", "", "", TextNode.valueOf(recordedLeaf), TextNode.valueOf(replayedLeaf)));
        }
        return new Replayed(
                entry.id().toString(),
                kept.index(),
                new Replayed.Pair(entry.rulebook(), rulebook),
                new Replayed.Pair(recordedLeaf, replayedLeaf),
                entry.program(),
                entry.schedule(),
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

    /** What the recorded decision says of how it was made. */
    private record Entry(
            UUID id,
            String rulebook,
            String schedule,
            String program,
            LocalDate asOf,
            Instant decidedAt,
            Explain explain,
            List<Issue> warnings,
            JsonNode json) {

        /** Whether it says where an activity goes, and not where an importer is placed. */
        boolean routes() {
            return json.has("activity");
        }
    }

    private static Entry entry(KeptDecision kept) throws ReplayRefused {
        try {
            JsonNode json = JSON.readTree(kept.body());
            JsonNode receipt = json.path("receipt");
            List<Issue> warnings = new ArrayList<>();
            for (JsonNode warning : json.path("warnings")) {
                warnings.add(new Issue(
                        IssueCode.valueOf(text(warning, "code")),
                        text(warning, "pointer"),
                        text(warning, "message"),
                        ""));
            }
            return new Entry(
                    UUID.fromString(text(json, "id")),
                    text(receipt, "rulebook"),
                    text(receipt, "schedule"),
                    text(receipt, "program"),
                    LocalDate.parse(text(receipt, "asOf")),
                    Instant.parse(text(receipt, "decidedAt")),
                    json.path("explanation").has("steps") ? Explain.FULL : Explain.SUMMARY,
                    warnings,
                    json);
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            throw new ReplayRefused("the record is no decision: it was altered", "");
        }
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field);
        }
        return value.textValue();
    }
}
