package io.centerline.check;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Asks the rules of a rulebook what cases would have to tell, for whoever writes cases. Judging them is left to {@link
 * RulebookCheck}. Safe for any number of threads.
 */
public final class CaseAnswers {
    private final Rulebook rulebook;
    private final HtsReader numbers;
    private final SampleNumbers goods;

    /** Asks these rules. */
    public CaseAnswers(Rulebook rulebook, Schedule schedule) {
        this.rulebook = rulebook;
        this.numbers = new HtsReader(schedule);
        this.goods =
                new SampleNumbers(ClaimMap.ofEach(rulebook.periods(), rulebook.rules()), new KnownNumbers(schedule));
    }

    /**
     * What the rules say to one case.
     *
     * @param rule the id, where the case names it
     * @param differs what they say in place of what the case tells
     * @param faults why it is no case: its rule does not fire, or fires in the near miss
     */
    public record Answer(Scalar rule, List<Difference> differs, List<Finding> faults) {
        public Answer {
            differs = List.copyOf(differs);
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing that a case tells otherwise.
     *
     * @param at where
     * @param found what the rules say
     */
    public record Difference(Scalar at, String found) {}

    /**
     * Asks the cases of a file, those that can be read and whose rule there is.
     *
     * @param path below the folder, such as {@code placement/appeal.cases.yaml}
     */
    public List<Answer> ask(String path, String text) {
        List<Answer> answers = new ArrayList<>();
        for (RuleCase each :
                new CaseReader(path, text, numbers, new Diagnostics()).read().cases()) {
            List<Difference> differs = new ArrayList<>();
            Diagnostics faults = new Diagnostics();
            CaseContext context = new CaseContext(rulebook, goods, new TreeMap<>(), faults, (told, found) -> {
                if (told.node() instanceof Scalar scalar) {
                    differs.add(new Difference(scalar, found));
                }
            });
            YamlNode rule = each.rule().node();
            if (rule instanceof Scalar id && !context.rules(id.text()).isEmpty()) {
                each.check(context);
                answers.add(new Answer(
                        id,
                        differs,
                        faults.list().stream().map(Diagnostic::finding).sorted().toList()));
            }
        }
        return answers;
    }
}
