package io.centerline.replay;

import io.centerline.decision.Contract;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.LeafHash;
import io.centerline.decision.Receipt;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Issue;
import io.centerline.facts.Masking;
import io.centerline.log.TreeHasher;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions as the service keeps them. */
public final class Past {
    public static final String SCHEDULE = "hts-2026-rev4";

    private Past() {}

    /** A decision with unsalted facts, under the program's schedule. */
    static KeptDecision decided(Facts facts, Rulebook rulebook, Explain explain, List<Issue> warnings) {
        return decided(facts, rulebook, explain, warnings, SCHEDULE, null);
    }

    /** A decision under an earlier contract. */
    static KeptDecision decided(Facts facts, Rulebook rulebook, Explain explain, Contract contract) {
        return decided(facts, rulebook, explain, List.of(), SCHEDULE, null, contract);
    }

    public static KeptDecision decided(
            Facts facts,
            Rulebook rulebook,
            Explain explain,
            List<Issue> warnings,
            String schedule,
            byte @Nullable [] salt) {
        return decided(facts, rulebook, explain, warnings, schedule, salt, Contract.CURRENT);
    }

    private static KeptDecision decided(
            Facts facts,
            Rulebook rulebook,
            Explain explain,
            List<Issue> warnings,
            String schedule,
            byte @Nullable [] salt,
            Contract contract) {
        byte[] canonical = FactsJson.canonical(facts, Masking.NONE);
        String commitment = salt == null
                ? FactsJson.hash(facts)
                : "sha256:" + HexFormat.of().formatHex(new TreeHasher().salted(salt, canonical, 0, canonical.length));
        Receipt receipt = new Receipt(
                UUID.fromString("019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11"),
                rulebook.hash(),
                commitment,
                schedule,
                "0.0.9",
                contract,
                facts.asOf(),
                Instant.parse("2026-11-25T01:02:03.004Z"));
        byte[] body = DecisionJson.write(contract.placement(rulebook).decide(facts, warnings, explain), receipt);
        return new KeptDecision(41, body, LeafHash.of(body), canonical, salt);
    }

    /** The same with another text in its body or facts. */
    static KeptDecision altered(KeptDecision kept, String before, String after) {
        return new KeptDecision(
                kept.index(),
                replaced(kept.body(), before, after),
                kept.leaf(),
                replaced(kept.facts(), before, after),
                kept.salt());
    }

    private static byte[] replaced(byte[] text, String before, String after) {
        return new String(text, StandardCharsets.UTF_8).replace(before, after).getBytes(StandardCharsets.UTF_8);
    }
}
