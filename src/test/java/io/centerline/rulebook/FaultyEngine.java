package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Rulebooks whose engine is at fault, to see what comes of it. */
public final class FaultyEngine {
    private FaultyEngine() {}

    /** A rulebook that is not compiled: both evaluators are the reader, so thousands of rules are there at once. */
    public static Rulebook none(RuleFiles files) {
        return Rulebook.of(RuleReading.of(files), (stage, rules) -> new ReadStage(rules));
    }

    /** A rulebook whose engine never fires a rule that the files hold. */
    public static Rulebook forgetting(RuleFiles files, String id) {
        return forgetting(files, () -> id);
    }

    /** The same, of the rule that is named when it is asked. */
    public static Rulebook forgetting(RuleFiles files, Supplier<String> id) {
        return forgetting(RuleReading.of(files), facts -> id.get());
    }

    /** The same, of the rule that is named for the facts. */
    public static Rulebook forgetting(RuleReading reading, Function<List<?>, String> id) {
        return Rulebook.of(reading, (stage, rules) -> {
            StageRules sound = KnowledgeStage.compile(stage, rules);
            return new StageRules() {
                @Override
                public List<Rule> rules() {
                    return sound.rules();
                }

                @Override
                public List<Firing> fire(List<?> facts) {
                    return sound.fire(facts).stream()
                            .filter(firing -> !firing.rule().id().text().equals(id.apply(facts)))
                            .toList();
                }
            };
        });
    }
}
