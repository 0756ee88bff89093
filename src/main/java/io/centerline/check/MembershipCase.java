package io.centerline.check;

import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.HtsReading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case of a membership rule.
 *
 * @param center the Center told, by its code
 * @param sentence the sentence told
 * @param decides the rule that decides the near miss; null when none is told
 */
record MembershipCase(
        Fields.Told rule,
        Asked fires,
        Fields.Told center,
        Fields.Told sentence,
        Asked nearly,
        Fields.@Nullable Told decides)
        implements RuleCase {

    /** A number on a day, where the case tells it. */
    record Asked(YamlNode at, HtsNumber number, LocalDate asOf) {}

    static Optional<RuleCase> read(Fields.Told rule, YamlNode fires, YamlNode nearly, CaseReader reader) {
        Optional<Fields> firing =
                reader.part(fires, "`fires`", List.of("hts", "asOf", "center", "sentence"), List.of());
        Optional<Fields> missing = reader.part(nearly, "`nearly`", List.of("hts", "asOf"), List.of("rule"));
        if (firing.isEmpty() || missing.isEmpty()) {
            return Optional.empty();
        }
        Optional<Asked> number = asked(firing.get(), reader.numbers());
        Optional<Asked> near = asked(missing.get(), reader.numbers());
        firing.get().center("center");
        Optional<Fields.Told> center = firing.get().text("center");
        Optional<Fields.Told> sentence = firing.get().text("sentence");
        Optional<Fields.Told> decides = missing.get().text("rule");
        return number.isPresent() && near.isPresent() && center.isPresent() && sentence.isPresent()
                ? Optional.of(new MembershipCase(
                        rule, number.get(), center.get(), sentence.get(), near.get(), decides.orElse(null)))
                : Optional.empty();
    }

    private static Optional<Asked> asked(Fields fields, HtsReader numbers) {
        Optional<LocalDate> asOf = fields.day("asOf");
        Optional<Fields.Told> hts = fields.text("hts");
        if (hts.isEmpty() || asOf.isEmpty()) {
            return Optional.empty();
        }
        HtsReading reading = numbers.read(hts.get().text());
        if (reading instanceof HtsReading.Unreadable unreadable) {
            fields.say(hts.get().node(), unreadable.message(), unreadable.help());
            return Optional.empty();
        }
        return Optional.of(new Asked(hts.get().node(), ((HtsReading.Readable) reading).number(), asOf.get()));
    }

    @Override
    public LocalDate firesOn() {
        return fires.asOf();
    }

    @Override
    public void check(CaseContext bench) {
        checkFires(bench);
        checkNearly(bench);
    }

    private void checkFires(CaseContext bench) {
        List<Rule> own = bench.rules(rule.text());
        if (!bench.isCovered(fires.asOf())) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    fires.at(),
                    "no rule is in force on " + fires.asOf(),
                    "the first covered day is " + bench.rulebook().firstCoveredDay(),
                    own);
            return;
        }
        Classified classified = classify(bench.rulebook(), fires);
        if (classified == null) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    fires.at(),
                    "`" + fires.number().text() + "` has no Center on " + fires.asOf() + ", so " + rule.text()
                            + " does not decide it",
                    "choose a number the rule claims",
                    own);
            return;
        }
        bench.fired(classified.rule());
        List<Rule> related =
                Stream.concat(own.stream(), Stream.of(classified.rule())).toList();
        if (!classified.rule().id().text().equals(rule.text())) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    fires.at(),
                    "`" + fires.number().text() + "` is decided by "
                            + classified.rule().id() + " on " + fires.asOf() + ", not by " + rule.text(),
                    "choose a number the rule decides, or mend the ranges",
                    related);
            return;
        }
        bench.differs(center, "center", classified.center().code(), related);
        bench.differs(sentence, "sentence", classified.sentence(fires.number()), related);
    }

    private void checkNearly(CaseContext bench) {
        Classified classified = bench.isCovered(nearly.asOf()) ? classify(bench.rulebook(), nearly) : null;
        String answer = classified == null ? "none" : classified.rule().id().text();
        List<Rule> related = classified == null ? bench.rules(rule.text()) : List.of(classified.rule());
        if (classified != null) {
            bench.fired(classified.rule());
        }
        if (answer.equals(rule.text())) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    nearly.at(),
                    "`" + nearly.number().text() + "` on " + nearly.asOf() + " is no near miss: " + rule.text()
                            + " decides it",
                    "choose the next number above the range, or a day off its interval",
                    related);
        } else if (decides != null) {
            bench.differs(decides, "rule", answer, related);
        } else if (!answer.equals("none")) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    nearly.at(),
                    "`" + nearly.number().text() + "` is decided by " + answer + ", which the case does not tell",
                    "add `rule: " + answer + "`",
                    related);
        }
    }

    private static @Nullable Classified classify(Rulebook rulebook, Asked asked) {
        return rulebook.edition(asked.asOf()).classify(asked.number());
    }
}
