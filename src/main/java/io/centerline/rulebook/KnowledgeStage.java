package io.centerline.rulebook;

import io.centerline.rulebook.language.DrlWriter;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.BetaRangeIndexOption;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.AccumulateFunctionOption;
import org.kie.internal.conf.IndexLeftBetaMemoryOption;
import org.kie.internal.conf.IndexRightBetaMemoryOption;
import org.kie.internal.io.ResourceFactory;

/**
 * Rules of one stage, compiled.
 *
 * <p>Built through a knowledge builder of its own, so nothing is left in the engine's repository and everything is
 * collected with this object. Each evaluation has a fresh session; any number of threads may evaluate at once.
 */
final class KnowledgeStage implements StageRules {
    private final List<Rule> rules;
    private final Map<String, Rule> byName;
    private final KieBase base;

    private KnowledgeStage(List<Rule> rules, KieBase base) {
        this.rules = rules;
        this.byName = rules.stream().collect(Collectors.toMap(DrlWriter::name, Function.identity()));
        this.base = base;
    }

    /**
     * Compiles rules of one stage, no id of which stands for two of them on one day.
     *
     * @throws RulebookException naming the rules the engine does not take
     */
    static KnowledgeStage compile(Stage stage, List<Rule> rules) {
        try {
            return new KnowledgeStage(List.copyOf(rules), build(stage, rules));
        } catch (EngineRefusal refusal) {
            RulebookException refused = new RulebookException(refused(stage, rules));
            refused.initCause(refusal);
            throw refused;
        }
    }

    private static KieBase build(Stage stage, List<Rule> rules) throws EngineRefusal {
        KnowledgeBuilderConfiguration configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, EngineLoader.INSTANCE);
        configuration.setOption(AccumulateFunctionOption.get(DrlWriter.RATIO_SUM, new RatioSum()));
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        byte[] drl = DrlWriter.print(stage, rules).getBytes(StandardCharsets.UTF_8);
        builder.add(ResourceFactory.newByteArrayResource(drl), ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new EngineRefusal(builder.getErrors().toString());
        }
        KieBaseConfiguration options = RuleBaseFactory.newKnowledgeBaseConfiguration(null, EngineLoader.INSTANCE);
        // Under `not` and `exists` an index drops one comparison of two, and it tells 0.5 from 0.50. A case has few
        // facts.
        options.setOption(IndexLeftBetaMemoryOption.NO);
        options.setOption(IndexRightBetaMemoryOption.NO);
        options.setOption(BetaRangeIndexOption.DISABLED);
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(options);
        base.addPackages(builder.getKnowledgePackages());
        return base;
    }

    /** What the engine says is in its own words and of no use to an analyst, so each rule is tried alone. */
    private static List<Finding> refused(Stage stage, List<Rule> rules) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                build(stage, List.of(rule));
            } catch (EngineRefusal refusal) {
                findings.add(refused(rule, "the rule is well formed, but the engine cannot take it"));
            }
        }
        return findings.isEmpty()
                ? List.of(refused(rules.get(0), "the engine cannot take the rules of this stage together"))
                : findings;
    }

    private static Finding refused(Rule rule, String message) {
        return new Finding(
                rule.place(), 4, message, "this is a fault of the program; write the condition in another way", "");
    }

    /** What the engine says against rules; for the log. */
    private static final class EngineRefusal extends Exception {
        private static final long serialVersionUID = 1L;

        EngineRefusal(String message) {
            super(message);
        }
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public List<Firing> fire(List<?> facts) {
        KieSession session = base.newKieSession();
        try {
            Recorder recorder = new Recorder();
            facts.forEach(session::insert);
            session.fireAllRules(recorder);
            recorder.firings.sort(Firing.ORDER);
            return recorder.firings;
        } finally {
            session.dispose();
        }
    }

    /**
     * Takes each match from the engine, stamped with its rule, and concludes in its place. The engine matches and chooses; the
     * one thing it would do beyond is to insert the conclusion as a fact, which no rule can see.
     */
    private final class Recorder implements AgendaFilter {
        private final List<Firing> firings = new ArrayList<>();

        @Override
        public boolean accept(Match match) {
            Rule rule = byName.get(match.getRule().getName());
            if (rule == null) {
                throw new IllegalStateException("the engine fired a rule it was not given");
            }
            firings.add(new Firing(rule, rule.conclude(match::getDeclarationValue), values(rule, match)));
            return false;
        }

        private Map<String, Object> values(Rule rule, Match match) {
            List<String> names = rule.sentence().variables();
            if (names.isEmpty()) {
                return Map.of();
            }
            Map<String, Object> values = new HashMap<>();
            names.forEach(name -> values.put(name, match.getDeclarationValue(name)));
            return values;
        }
    }
}
