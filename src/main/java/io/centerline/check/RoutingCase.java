package io.centerline.check;

import io.centerline.facts.Activity;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Facts;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Router;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.RoutingQuestion;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Shortfall;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A case of a routing rule.
 *
 * @param fires an activity with which it fires
 * @param concludes what the rule then concludes
 * @param sentence what it then says
 * @param nearly an activity with which it nearly fires
 * @param because what the first condition that fails found instead
 */
record RoutingCase(
        Fields.Told rule, Asked fires, Fields.Told concludes, Fields.Told sentence, Asked nearly, Fields.Told because)
        implements RuleCase.Decided {
    private static final List<String> OPTIONAL = List.of("kind", "counts", "account", "directed", "appeals");

    /**
     * One activity and where it goes.
     *
     * @param facts the importer, what is on file and the goods of the entry
     * @param routing where it goes
     */
    record Asked(Activity activity, PlacementFacts facts, Fields.Told routing) {

        RoutingFacts facts(SampleNumbers goods) {
            Facts told = facts.facts(goods);
            EntrySummary entry = new EntrySummary("", "", told.lines());
            return new RoutingFacts(told.importer(), told.asOf(), activity, entry, told.account());
        }
    }

    static Optional<RuleCase> read(Fields.Told rule, YamlNode fires, YamlNode nearly, CaseReader reader) {
        Optional<Fields> firing =
                reader.part(fires, "`fires`", List.of("facts", "concludes", "sentence", "routing"), List.of());
        Optional<Fields> missing = reader.part(nearly, "`nearly`", List.of("facts", "because", "routing"), List.of());
        Optional<Asked> first = firing.flatMap(fields -> asked(fields, reader));
        Optional<Asked> second = missing.flatMap(fields -> asked(fields, reader));
        Optional<Fields.Told> concludes = firing.flatMap(fields -> fields.text("concludes", AnswerWords.ROUTING));
        Optional<Fields.Told> sentence = firing.flatMap(fields -> fields.text("sentence"));
        Optional<Fields.Told> because = missing.flatMap(fields -> fields.text("because"));
        return first.isPresent()
                        && second.isPresent()
                        && concludes.isPresent()
                        && sentence.isPresent()
                        && because.isPresent()
                ? Optional.of(new RoutingCase(
                        rule, first.get(), concludes.get(), sentence.get(), second.get(), because.get()))
                : Optional.empty();
    }

    private static Optional<Asked> asked(Fields part, CaseReader reader) {
        Optional<Fields> fields =
                part.find("facts").flatMap(node -> reader.part(node, "`facts`", List.of("asOf", "activity"), OPTIONAL));
        Optional<Activity> activity = fields.flatMap(found -> found.word("activity", Activity.class));
        Optional<PlacementFacts> facts = fields.flatMap(found -> PlacementFacts.of(found, reader));
        Optional<Fields.Told> routing = part.text("routing", AnswerWords.ROUTING);
        return activity.isPresent() && facts.isPresent() && routing.isPresent()
                ? Optional.of(new Asked(activity.get(), facts.get(), routing.get()))
                : Optional.empty();
    }

    @Override
    public LocalDate firesOn() {
        return fires.facts().asOf();
    }

    @Override
    public void check(CaseContext bench) {
        if (fires.facts().canBeAsked(bench)) {
            checkFires(bench);
        }
        if (nearly.facts().canBeAsked(bench)) {
            checkNearly(bench);
        }
    }

    private void checkFires(CaseContext bench) {
        Router.Examined examined = examine(bench, fires);
        List<Rule> own = bench.rules(rule.text());
        Optional<Firing> firing = firing(examined);
        if (firing.isEmpty()) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    fires.facts().at(),
                    rule.text() + " does not fire: it found " + found(bench, fires, examined),
                    "compare the facts with the rule's conditions",
                    own);
        } else {
            bench.differs(concludes, "concludes", say(firing.get().conclusion()), own);
            bench.differs(sentence, "sentence", firing.get().sentence(), own);
        }
        bench.differs(fires.routing(), "routing", say(examined.answer()), own);
    }

    private void checkNearly(CaseContext bench) {
        Router.Examined examined = examine(bench, nearly);
        List<Rule> own = bench.rules(rule.text());
        if (firing(examined).isPresent()) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    nearly.facts().at(),
                    "this is no near miss: " + rule.text() + " fires",
                    "change one fact, so that the rule just does not fire",
                    own);
        } else {
            bench.differs(because, "because", found(bench, nearly, examined), own);
        }
        bench.differs(nearly.routing(), "routing", say(examined.answer()), own);
    }

    private static Router.Examined examine(CaseContext bench, Asked asked) {
        Router.Examined examined = bench.router().examine(asked.facts(bench.goods()), List.of(), Explain.SUMMARY);
        examined.firings().forEach(firing -> bench.fired(firing.rule()));
        return examined;
    }

    private Optional<Firing> firing(Router.Examined examined) {
        return examined.firings().stream()
                .filter(firing -> firing.rule().id().text().equals(rule.text()))
                .findFirst();
    }

    private String found(CaseContext bench, Asked asked, Router.Examined examined) {
        RoutingQuestion question = examined.question();
        if (question == null) {
            return "a question that is not put to it";
        }
        return bench.rules(rule.text()).stream()
                .filter(each -> each.inForce().contains(asked.facts().asOf()))
                .flatMap(each -> new Reasoner(question.facts()).shortfall(each).stream())
                .map(Shortfall::found)
                .findFirst()
                .orElse("not in force");
    }

    @Override
    public boolean sameAnswers(Rulebook rulebook, SampleNumbers goods) {
        Router router = new Router(rulebook);
        return List.of(fires, nearly).stream()
                .allMatch(asked -> say(router.route(asked.facts(goods), List.of(), Explain.SUMMARY))
                        .equals(asked.routing().text()));
    }

    /** Such as {@code BOTH CEE007 on ACCOUNT} or {@code CENTER PNDING, review TIE}. */
    private static String say(RoutingAnswer answer) {
        if (answer instanceof RoutingAnswer.Refused refused) {
            return refused.issues().stream()
                    .map(issue -> issue.code().name())
                    .collect(Collectors.joining(", ", "refused: ", ""));
        }
        Routing routing = ((RoutingAnswer.Routed) answer).routing();
        String center = routing.office().hasCenter() ? " " + routing.code() : "";
        String basis = routing.basis() == null ? "" : " on " + routing.basis();
        String reviews =
                routing.reviews().stream().map(note -> note.code().name()).collect(Collectors.joining(", "));
        return routing.office() + center + basis + (reviews.isEmpty() ? "" : ", review " + reviews);
    }

    private static String say(Conclusion conclusion) {
        return conclusion instanceof Proposal proposal
                ? proposal.center().code() + " on " + proposal.basis()
                : ((Handling) conclusion).office().name();
    }
}
