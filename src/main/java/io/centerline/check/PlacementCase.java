package io.centerline.check;

import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.NotEligible;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A case of a placement rule.
 *
 * @param fires facts with which it fires
 * @param concludes what the rule then concludes
 * @param sentence what it then says
 * @param decision what is then decided
 * @param nearly facts with which it nearly fires
 * @param because what the first condition that fails found instead
 * @param decidedNearly what is then decided
 */
record PlacementCase(
        Fields.Told rule,
        PlacementFacts fires,
        Fields.Told concludes,
        Fields.Told sentence,
        Fields.Told decision,
        PlacementFacts nearly,
        Fields.Told because,
        Fields.Told decidedNearly)
        implements RuleCase.Decided {

    static Optional<RuleCase> read(Fields.Told rule, YamlNode fires, YamlNode nearly, CaseReader reader) {
        Optional<Fields> firing =
                reader.part(fires, "`fires`", List.of("facts", "concludes", "sentence", "decision"), List.of());
        Optional<Fields> missing = reader.part(nearly, "`nearly`", List.of("facts", "because", "decision"), List.of());
        Optional<PlacementFacts> facts = firing.flatMap(fields -> PlacementFacts.read(fields, reader));
        Optional<PlacementFacts> near = missing.flatMap(fields -> PlacementFacts.read(fields, reader));
        Optional<Fields.Told> concludes = firing.flatMap(fields -> fields.text("concludes", AnswerWords.PLACEMENT));
        Optional<Fields.Told> sentence = firing.flatMap(fields -> fields.text("sentence"));
        Optional<Fields.Told> decision = firing.flatMap(fields -> fields.text("decision", AnswerWords.PLACEMENT));
        Optional<Fields.Told> because = missing.flatMap(fields -> fields.text("because"));
        Optional<Fields.Told> decided = missing.flatMap(fields -> fields.text("decision", AnswerWords.PLACEMENT));
        boolean read = facts.isPresent()
                && near.isPresent()
                && concludes.isPresent()
                && sentence.isPresent()
                && decision.isPresent()
                && because.isPresent()
                && decided.isPresent();
        return read
                ? Optional.of(new PlacementCase(
                        rule,
                        facts.get(),
                        concludes.get(),
                        sentence.get(),
                        decision.get(),
                        near.get(),
                        because.get(),
                        decided.get()))
                : Optional.empty();
    }

    @Override
    public LocalDate firesOn() {
        return fires.asOf();
    }

    @Override
    public void check(CaseContext bench) {
        if (fires.canBeAsked(bench)) {
            checkFires(bench);
        }
        if (nearly.canBeAsked(bench)) {
            checkNearly(bench);
        }
    }

    private void checkFires(CaseContext bench) {
        Placement.Examined examined = examine(bench, fires);
        List<Rule> own = bench.rules(rule.text());
        Optional<Firing> firing = firing(examined);
        if (firing.isEmpty()) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    fires.at(),
                    rule.text() + " does not fire: it found " + found(examined),
                    "compare the facts with the rule's conditions",
                    own);
        } else {
            String concluded = say(firing.get().conclusion());
            bench.differs(concludes, "concludes", concluded, own);
            bench.differs(sentence, "sentence", firing.get().sentence(), own);
        }
        bench.differs(decision, "decision", say(examined.decision()), own);
    }

    private void checkNearly(CaseContext bench) {
        Placement.Examined examined = examine(bench, nearly);
        List<Rule> own = bench.rules(rule.text());
        if (firing(examined).isPresent()) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    nearly.at(),
                    "this is no near miss: " + rule.text() + " fires",
                    "change one fact, so that the rule just does not fire",
                    own);
        } else {
            bench.differs(because, "because", found(examined), own);
        }
        bench.differs(decidedNearly, "decision", say(examined.decision()), own);
    }

    private static Placement.Examined examine(CaseContext bench, PlacementFacts facts) {
        Placement.Examined examined =
                new Placement(bench.rulebook()).examine(facts.facts(bench.goods()), List.of(), Placement.Explain.FULL);
        examined.firings().forEach(firing -> bench.fired(firing.rule()));
        bench.fired(examined.decision().rules(), facts.asOf());
        return examined;
    }

    private Optional<Firing> firing(Placement.Examined examined) {
        return examined.firings().stream()
                .filter(firing -> firing.rule().id().text().equals(rule.text()))
                .findFirst();
    }

    private String found(Placement.Examined examined) {
        Explanation.Detail detail = examined.decision().explanation().detail();
        return detail == null
                ? ""
                : detail.notFired().stream()
                        .filter(entry -> entry.rule().id().text().equals(rule.text()))
                        .map(entry -> entry.because().found())
                        .findFirst()
                        .orElse("not in force");
    }

    @Override
    public boolean sameAnswers(Rulebook rulebook, SampleNumbers goods) {
        return decision(rulebook, goods, fires).equals(decision.text())
                && decision(rulebook, goods, nearly).equals(decidedNearly.text());
    }

    private static String decision(Rulebook rulebook, SampleNumbers goods, PlacementFacts facts) {
        return say(new Placement(rulebook).decide(facts.facts(goods), List.of(), Placement.Explain.SUMMARY));
    }

    /** Such as {@code CEE007 on PREDOMINANCE, review THIN_EVIDENCE}. */
    private static String say(Decision decision) {
        Outcome outcome = decision.outcome();
        String basis = outcome.basis() == null ? "" : " on " + outcome.basis();
        String reviews =
                decision.reviews().stream().map(note -> note.code().name()).collect(Collectors.joining(", "));
        return outcome.code() + basis + (reviews.isEmpty() ? "" : ", review " + reviews);
    }

    private static String say(Conclusion conclusion) {
        if (conclusion instanceof Proposal proposal) {
            return proposal.center().code() + " on " + proposal.basis();
        }
        if (conclusion instanceof Review review) {
            return review.text();
        }
        return "not eligible on " + ((NotEligible) conclusion).basis();
    }
}
