package io.centerline.application;

import io.centerline.application.AuditStep.Result;
import io.centerline.decision.LeafHash;
import io.centerline.journal.InclusionProof;
import io.centerline.journal.LogAltered;
import io.centerline.journal.Recorded;
import io.centerline.journal.TransparencyLog;
import io.centerline.log.Checkpoint;
import io.centerline.log.NoteRefused;
import io.centerline.log.ProofCheck;
import io.centerline.log.ProofPath;
import io.centerline.log.ProofRefused;
import io.centerline.log.TreeHash;
import io.centerline.log.TreeHasher;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Verifies one recorded decision step by step: its hash, its place in the log, the signature over the log, and that the facts
 * are those of the receipt. It shows what {@code centerline audit} shows, with the keys of this service.
 */
@Singleton
public final class DecisionAudit {
    private final DecisionLookup decisions;
    private final TransparencyLog log;
    private final DecisionFacts facts;

    DecisionAudit(DecisionLookup decisions, TransparencyLog log, DecisionFacts facts) {
        this.decisions = decisions;
        this.log = log;
        this.facts = facts;
    }

    /**
     * Verifies the decision with an id.
     *
     * @throws RefusedException when there is none
     * @throws LogAltered when the store gives another decision than was recorded
     */
    public List<AuditStep> verify(String id) {
        Recorded recorded = decisions.get(id);
        byte[] entry = LeafHash.entry(recorded.draft().body());
        TreeHash leaf = new TreeHasher().leaf(entry);
        List<AuditStep> steps = new ArrayList<>();
        steps.add(hash(leaf, entry, TreeHash.of(recorded.leaf())));
        try {
            InclusionProof proof = log.prove(recorded);
            steps.add(inclusion(leaf, proof));
            steps.add(signature(proof));
        } catch (LogAltered altered) {
            steps.add(new AuditStep("Inclusion", Result.FAILS, String.valueOf(altered.getMessage()), List.of()));
        }
        steps.add(commitment(id));
        return steps;
    }

    private static AuditStep hash(TreeHash leaf, byte[] entry, TreeHash recorded) {
        boolean holds = leaf.equals(recorded);
        return new AuditStep(
                "Hash",
                holds ? Result.HOLDS : Result.FAILS,
                "the decision hashes to " + leaf + (holds ? "" : ", not to " + recorded),
                List.of("SHA-256 of a zero byte and the " + entry.length + " bytes of its canonical form (RFC 8785)"));
    }

    private static AuditStep inclusion(TreeHash leaf, InclusionProof proof) {
        long size = proof.checkpoint().size();
        TreeHash root = proof.checkpoint().root();
        List<String> workings = new ArrayList<>();
        for (ProofPath.Hop hop : ProofPath.of(proof.index(), size, leaf, proof.hashes())) {
            workings.add("with " + hop.beside() + (hop.left() ? " on the left: " : " on the right: ") + hop.result());
        }
        try {
            ProofCheck.inclusion(proof.index(), size, leaf, proof.hashes(), root);
        } catch (ProofRefused refused) {
            return new AuditStep("Inclusion", Result.FAILS, String.valueOf(refused.getMessage()), workings);
        }
        return new AuditStep(
                "Inclusion",
                Result.HOLDS,
                "that is leaf " + proof.index() + " of the " + size + (size == 1 ? " leaf" : " leaves")
                        + " under the root " + root.base64(),
                workings);
    }

    private AuditStep signature(InclusionProof proof) {
        List<VerifierKey> keys = log.verifiers();
        byte[] note = proof.checkpoint().note().getBytes(StandardCharsets.UTF_8);
        try {
            Checkpoint signed = Checkpoint.open(note, new Verifiers(keys));
            boolean same = signed.size() == proof.checkpoint().size()
                    && signed.root().equals(proof.checkpoint().root());
            return new AuditStep(
                    "Signature",
                    same ? Result.HOLDS : Result.FAILS,
                    same
                            ? "a key of this service signed that root for the log " + signed.origin()
                            : "the checkpoint signs another root: "
                                    + signed.root().base64(),
                    List.of("Ed25519 with the verifier key "
                            + keys.stream().map(VerifierKey::text).collect(Collectors.joining(", "))));
        } catch (NoteRefused refused) {
            return new AuditStep("Signature", Result.FAILS, String.valueOf(refused.getMessage()), List.of());
        }
    }

    private AuditStep commitment(String id) {
        Recorded recorded;
        try {
            recorded = decisions.getWhole(id);
        } catch (LogAltered altered) {
            return new AuditStep("Facts", Result.FAILS, String.valueOf(altered.getMessage()), List.of());
        }
        String erased = facts.erasure(recorded);
        if (erased != null) {
            return new AuditStep("Facts", Result.NOT_SHOWN, erased, List.of());
        }
        return recorded.draft().salt() == null
                ? new AuditStep(
                        "Facts", Result.NOT_SHOWN, "receipts of that time do not commit to the facts", List.of())
                : new AuditStep(
                        "Facts",
                        Result.HOLDS,
                        "they are those that the receipt commits to",
                        List.of("SHA-256 of the salt and the facts"));
    }
}
