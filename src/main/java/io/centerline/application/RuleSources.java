package io.centerline.application;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.RulebookStore;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds rules as they are written, in the rulebook that a receipt names. Nothing is compiled, so the rules of rulebooks that
 * this version of the program no longer takes are found too. The last few rulebooks are kept. Thread-safe.
 */
@Singleton
public final class RuleSources {
    private static final int KEPT = 32;

    private final RulebookStore versions;
    private final ActiveRulebook active;
    private final Map<String, Texts> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Texts> eldest) {
            return size() > KEPT;
        }
    });

    /**
     * The sources of a rulebook.
     *
     * @param files all files that its hash covers
     * @param rules the rules as written, by id
     */
    public record Texts(RuleFiles files, Map<String, QuotedRule> rules) {
        public Texts {
            rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        }
    }

    RuleSources(RulebookStore versions, ActiveRulebook active) {
        this.versions = versions;
        this.active = active;
    }

    /** The sources of the rulebook with a hash; empty when it is not stored. */
    public Optional<Texts> find(String hash) {
        Texts known = kept.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Texts> texts = files(hash).map(files -> new Texts(files, QuotedRule.all(files)));
        texts.ifPresent(found -> kept.put(hash, found));
        return texts;
    }

    private Optional<RuleFiles> files(String hash) {
        Rulebook serving = active.latest().rulebook();
        return serving.hash().equals(hash)
                ? Optional.of(serving.files())
                : versions.findFolder(hash).map(RuleFolder::rules);
    }
}
