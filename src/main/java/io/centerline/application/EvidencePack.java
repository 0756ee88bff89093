package io.centerline.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.LeafHash;
import io.centerline.journal.InclusionProof;
import io.centerline.journal.KeptSchedules;
import io.centerline.journal.Recorded;
import io.centerline.journal.TransparencyLog;
import io.centerline.log.ProofPath;
import io.centerline.log.VerifierKey;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers all that proves one decision, so that it can be read and verified without the service: the decision as it was
 * recorded, its facts, the rules and the part of the tariff it rests on, the proof, and the checkpoint with its key.
 */
@Singleton
public final class EvidencePack {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DecisionLookup decisions;
    private final TransparencyLog log;
    private final DecisionFacts facts;
    private final RuleSources sources;
    private final KeptSchedules schedules;

    EvidencePack(
            DecisionLookup decisions,
            TransparencyLog log,
            DecisionFacts facts,
            RuleSources sources,
            KeptSchedules schedules) {
        this.decisions = decisions;
        this.log = log;
        this.facts = facts;
        this.sources = sources;
        this.schedules = schedules;
    }

    /**
     * What is in a pack.
     *
     * @param recorded the decision
     * @param body the decision as the service answers it
     * @param proof that it is in the log
     * @param verifiers what verifies the log
     * @param masked whether the facts are masked
     * @param facts the facts as the service answers them; null where they were erased
     * @param erased that they were erased; null where they are there
     * @param rules the rules; null where they are not kept
     * @param numbers the numbers of the facts
     * @param files every file but those that only a door can make, by name
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Contents(
            Recorded recorded,
            byte[] body,
            InclusionProof proof,
            List<String> verifiers,
            boolean masked,
            byte @Nullable [] facts,
            @Nullable String erased,
            RuleSources.@Nullable Texts rules,
            List<PackedNumber> numbers,
            SortedMap<String, byte[]> files) {
        public Contents {
            verifiers = List.copyOf(verifiers);
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Gathers a pack.
     *
     * @param id a decision id
     * @param masked whether facts are masked; if not, that they are given out is noted
     * @throws RefusedException when there is no such decision, or facts may not be given out unmasked
     */
    public Contents of(String id, boolean masked) {
        Recorded recorded = decisions.getWhole(id);
        String erased = facts.erasure(recorded);
        byte[] shown = erased == null ? facts.read(recorded, masked, true) : null;
        InclusionProof proof = log.prove(recorded);
        RuleSources.Texts rules = sources.find(recorded.draft().rulebook()).orElse(null);
        List<PackedNumber> numbers = new TariffPart(decisions)
                .of(recorded, schedules.find(recorded.draft().schedule()).orElse(null));
        byte[] body = DecisionJson.withPlace(
                recorded.draft().body(), recorded.index(), HexFormat.of().formatHex(recorded.leaf()));
        List<String> keys = log.verifiers().stream().map(VerifierKey::text).toList();
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("decision.json", body);
        files.put("leaf.json", LeafHash.entry(recorded.draft().body()));
        if (shown != null) {
            files.put("facts.json", shown);
        }
        if (rules != null) {
            rules.files().texts().forEach((path, text) -> files.put("rules/" + path, utf8(text)));
        }
        putProof(files, recorded, proof, !masked && erased == null);
        files.put("verifier.key", utf8(String.join("\n", keys) + "\n"));
        return new Contents(recorded, body, proof, keys, masked, shown, erased, rules, numbers, files);
    }

    private void putProof(SortedMap<String, byte[]> files, Recorded recorded, InclusionProof proof, boolean unmasked) {
        try {
            files.put(
                    "proof.json",
                    JSON.writeValueAsBytes(ProofAnswer.of(recorded.draft().id(), proof)));
            ByteArrayOutputStream export = new ByteArrayOutputStream();
            log.export(proof.checkpoint(), proof.index(), proof.index() + 1, unmasked)
                    .writeTo(export);
            files.put("proof.ndjson", export.toByteArray());
            files.put("checkpoint", utf8(proof.checkpoint().note()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a proof can be written", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        StringBuilder path = new StringBuilder();
        for (ProofPath.Hop hop : ProofPath.of(proof.index(), proof.checkpoint().size(), proof.leaf(), proof.hashes())) {
            path.append(hop.left() ? "left " : "right ").append(hop.beside()).append('\n');
        }
        files.put("path.txt", utf8(path.toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
