package io.centerline.rulebook;

import io.centerline.facts.Activity;
import io.centerline.facts.ImporterKind;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.Matter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers questions of routing and remembers the answers, since a question holds a few words and no day: a routing rule has
 * no date to compare. The rules are compiled when the first question is asked, so who never routes does not wait for it.
 */
final class Routes {
    private final List<Rule> rules;
    private final Supplier<StageRules> compiled;
    private final Map<RoutingQuestion, List<Firing>> memo = new ConcurrentHashMap<>();

    Routes(List<Rule> rules, Supplier<StageRules> compiled) {
        this.rules = List.copyOf(rules);
        this.compiled = compiled;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Firing> ask(RoutingQuestion question) {
        List<Firing> known = memo.get(question);
        return known != null ? known : memo.computeIfAbsent(question, this::answer);
    }

    /** A rule that says who handles an activity looks at the account and nothing else, so the rest can be any. */
    Optional<Firing> handling(Activity activity, AccountStatus account) {
        Matter matter = new Matter(activity, ImporterKind.IMPORTER, account);
        return ask(new RoutingQuestion(matter, null, null)).stream()
                .filter(firing -> firing.conclusion() instanceof Handling)
                .findFirst();
    }

    private List<Firing> answer(RoutingQuestion question) {
        return rules.isEmpty() ? List.of() : List.copyOf(compiled.get().fire(question.facts()));
    }
}
