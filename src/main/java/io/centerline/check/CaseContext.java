package io.centerline.check;

import io.centerline.routing.Router;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What cases and scenarios are run with. Safe for any number of threads. */
final class CaseContext {
    /** What to do about an answer that is not as told. */
    private static final String COMPARE = "compare the answer with the law before you copy anything from it";

    private final Rulebook rulebook;
    private final Router router;
    private final SampleNumbers goods;
    private final FileLines lines;
    private final Diagnostics diagnostics;
    private final Set<Rule> fired = ConcurrentHashMap.newKeySet();
    private final @Nullable BiConsumer<Fields.Told, String> answers;

    CaseContext(Rulebook rulebook, SampleNumbers goods, SortedMap<String, String> texts, Diagnostics diagnostics) {
        this(rulebook, goods, texts, diagnostics, null);
    }

    /**
     * The same for cases whose answers are wanted rather than judged.
     *
     * @param answers receives what the rules say where a case tells something else
     */
    CaseContext(
            Rulebook rulebook,
            SampleNumbers goods,
            SortedMap<String, String> texts,
            Diagnostics diagnostics,
            @Nullable BiConsumer<Fields.Told, String> answers) {
        this.answers = answers;
        this.rulebook = rulebook;
        this.router = new Router(rulebook);
        this.goods = goods;
        this.lines = new FileLines(place -> texts.getOrDefault(place.file().substring("rules/".length()), ""));
        this.diagnostics = diagnostics;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    /** One router for all cases, since it remembers accounts. */
    Router router() {
        return router;
    }

    SampleNumbers goods() {
        return goods;
    }

    boolean isCovered(LocalDate day) {
        return !day.isBefore(rulebook.firstCoveredDay());
    }

    void fired(Rule rule) {
        fired.add(rule);
    }

    /** The rules that had these ids on a day. */
    void fired(Collection<RuleId> ids, LocalDate day) {
        rulebook.rules().stream()
                .filter(rule -> rule.inForce().contains(day) && ids.contains(rule.id()))
                .forEach(fired::add);
    }

    /** The rules that fired; one id may stand for several, each in force on other days. */
    Set<Rule> allFired() {
        return fired;
    }

    /** Something at a place of a case or scenario; related are the rules it speaks of. */
    void say(DiagnosticCode code, YamlNode node, String message, String help, List<Rule> related) {
        List<SourcePlace> places =
                related.stream().map(Rule::place).sorted().distinct().toList();
        diagnostics.add(
                code, new Finding(node.place(), node.width(), message, help, lines.at(node.place())), places, "");
    }

    /** A case that tells one thing where the rules say another. */
    void differs(Fields.Told told, String key, String found, List<Rule> related) {
        if (!told.text().equals(found) && answers != null) {
            answers.accept(told, found);
        } else if (!told.text().equals(found)) {
            say(
                    DiagnosticCode.CASE_FAILS,
                    told.node(),
                    "`" + key + "` differs: the rules say " + Fields.quote(found),
                    COMPARE,
                    related);
        }
    }

    /** The rules of an id. */
    List<Rule> rules(String id) {
        return rulebook.rules().stream()
                .filter(rule -> rule.id().text().equals(id))
                .toList();
    }
}
