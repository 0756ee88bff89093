package io.centerline.check;

import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.Rule;
import java.util.List;
import java.util.Set;

/** What can be proved of rules without running them. */
final class RulebookProofs {
    private final KnownNumbers known;

    RulebookProofs(KnownNumbers known) {
        this.known = known;
    }

    /**
     * Proves what can be proved.
     *
     * @param maps the claims of every period; none when not all rules could be read, since gaps of a part are none
     */
    void check(RuleReading reading, List<ClaimMap> maps, Diagnostics diagnostics) {
        RuleTexts texts = new RuleTexts(reading.files());
        List<Rule> rules = reading.rules();
        Set<Rule> disputed = new ClashProof(texts, known, diagnostics).check(rules);
        IntervalProof.check(rules, texts, diagnostics);
        new RangeProof(texts, known, diagnostics).check(rules);
        ConditionProof.check(rules, texts, diagnostics);
        if (!maps.isEmpty()) {
            new CountingProof(texts, diagnostics, rules)
                    .check(maps.stream().map(ClaimMap::days).toList());
            NumberProof numbers = new NumberProof(texts, known, diagnostics, rules, maps);
            new ActivityProof(texts, diagnostics, rules)
                    .check(maps.stream().map(ClaimMap::days).toList());
            numbers.gaps();
            numbers.winners(disputed);
            new EvidenceProof(
                            reading.evidence(),
                            reading.files().texts().getOrDefault(RangeEvidence.FILE, ""),
                            texts,
                            known,
                            diagnostics)
                    .check(rules, maps);
        }
    }
}
