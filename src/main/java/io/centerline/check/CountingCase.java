package io.centerline.check;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Role;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Placement;
import io.centerline.placement.Window;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case of a counting rule. What it answers is the Center one line votes for, or the reason why it does not vote; of a
 * line that is there again, both; of a case without a line, what is counted over which days.
 *
 * @param sentence the sentence the rule says when it fires
 */
record CountingCase(Fields.Told rule, Asked fires, Fields.Told sentence, Asked nearly) implements RuleCase.Decided {
    private static final String NOT_COVERED = "not covered";
    private static final List<String> OPTIONAL = List.of("line", "again");

    private static final List<String> LINE_KEYS = List.of("date", "set", "role", "entryType", "value", "values");

    /** Lines with the same entry and line number on a day, one or two, and the answer told; none in a case without one. */
    record Asked(LocalDate asOf, List<EntryLine> lines, Fields.Told answer) {}

    static Optional<RuleCase> read(Fields.Told rule, YamlNode fires, YamlNode nearly, CaseReader reader) {
        Optional<Fields> firing = reader.part(fires, "`fires`", List.of("asOf", "answer", "sentence"), OPTIONAL);
        Optional<Fields> missing = reader.part(nearly, "`nearly`", List.of("asOf", "answer"), OPTIONAL);
        Optional<Asked> first = firing.flatMap(fields -> asked(fields, reader));
        Optional<Asked> second = missing.flatMap(fields -> asked(fields, reader));
        Optional<Fields.Told> sentence = firing.flatMap(fields -> fields.text("sentence"));
        return first.isPresent() && second.isPresent() && sentence.isPresent()
                ? Optional.of(new CountingCase(rule, first.get(), sentence.get(), second.get()))
                : Optional.empty();
    }

    private static Optional<Asked> asked(Fields fields, CaseReader reader) {
        Optional<LocalDate> asOf = fields.day("asOf");
        Optional<Fields.Told> answer = fields.text("answer", AnswerWords.COUNTING);
        List<EntryLine> lines = new ArrayList<>();
        boolean read = true;
        for (String key : OPTIONAL) {
            Optional<YamlNode> node = fields.find(key);
            Optional<EntryLine> line = node.flatMap(
                            found -> reader.part(found, "`" + key + "`", List.of("hts"), LINE_KEYS))
                    .flatMap(found -> line(found, reader));
            read &= node.isPresent() == line.isPresent();
            line.ifPresent(lines::add);
        }
        return asOf.isPresent() && answer.isPresent() && read
                ? Optional.of(new Asked(asOf.get(), lines, answer.get()))
                : Optional.empty();
    }

    private static Optional<EntryLine> line(Fields fields, CaseReader reader) {
        Optional<LocalDate> date = fields.day("date");
        Optional<ArticleSet> set = fields.word("set", ArticleSet.class);
        Optional<Role> role = fields.word("role", Role.class);
        Optional<List<HtsNumber>> numbers = fields.text("hts").flatMap(told -> numbers(fields, told, reader));
        Optional<String> type = fields.find("entryType").isPresent() ? entryType(fields) : Optional.of("");
        Optional<List<Long>> values = amounts(fields, "values");
        Optional<List<Long>> value = amounts(fields, "value");
        boolean read = numbers.isPresent()
                && type.isPresent()
                && values.isPresent()
                && value.isPresent()
                && fit(fields, numbers.get(), values.get(), value.get())
                && date.isPresent() == fields.find("date").isPresent()
                && set.isPresent() == fields.find("set").isPresent()
                && role.isPresent() == fields.find("role").isPresent();
        return read
                ? Optional.of(EntryLine.builder()
                        .entry("ABC12345678")
                        .line(1)
                        .date(date.orElse(null))
                        .numbers(numbers.get())
                        .set(set.orElse(null))
                        .role(role.orElse(null))
                        .entryType(type.get())
                        .centsByNumber(values.get())
                        .cents(value.get().isEmpty() ? null : value.get().get(0))
                        .build())
                : Optional.empty();
    }

    private static Optional<String> entryType(Fields fields) {
        Optional<Fields.Told> told = fields.text("entryType");
        if (told.isPresent() && !EntryLine.isEntryType(told.get().text())) {
            fields.say(
                    told.get().node(),
                    "`" + told.get().text() + "` is not the code of an entry type",
                    "write its two digits in quotes, as `\"21\"`");
            return Optional.empty();
        }
        return told.map(Fields.Told::text);
    }

    /** Amounts in US cents, separated by commas; none when the key is not there. */
    private static Optional<List<Long>> amounts(Fields fields, String key) {
        if (fields.find(key).isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<Fields.Told> told = fields.text(key);
        List<Long> amounts = new ArrayList<>();
        for (String text : told.map(Fields.Told::text).orElse("").split(",", -1)) {
            if (!text.strip().matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
                told.ifPresent(found -> fields.say(
                        found.node(), "this is no amount in US dollars", "write it in quotes, as `\"500.00\"`"));
                return Optional.empty();
            }
            amounts.add(new BigDecimal(text.strip()).movePointRight(2).longValueExact());
        }
        return Optional.of(amounts);
    }

    private static boolean fit(Fields fields, List<HtsNumber> numbers, List<Long> values, List<Long> value) {
        boolean fit = (values.isEmpty() || (value.isEmpty() && values.size() == numbers.size())) && value.size() <= 1;
        if (!fit) {
            fields.say(
                    fields.keys(),
                    "the values do not fit the numbers",
                    "write one `value` of the line, or `values` with one for each number");
        }
        return fit;
    }

    private static Optional<List<HtsNumber>> numbers(Fields fields, Fields.Told told, CaseReader reader) {
        List<HtsNumber> numbers = new ArrayList<>();
        List<String> texts = List.of(told.text().split(",", -1));
        for (String text : texts) {
            HtsReading reading = reader.numbers().read(text.strip());
            if (reading instanceof HtsReading.Unreadable unreadable) {
                fields.say(told.node(), unreadable.message(), unreadable.help());
            } else {
                numbers.add(((HtsReading.Readable) reading).number());
            }
        }
        if (texts.size() > EntryLine.MOST_NUMBERS) {
            fields.say(told.node(), "a line reports 1 to 16 numbers, found " + texts.size(), "");
            return Optional.empty();
        }
        return numbers.size() == texts.size() ? Optional.of(numbers) : Optional.empty();
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
            bench.differs(fires.answer(), "answer", NOT_COVERED, own);
            return;
        }
        Decision decision = decide(bench.rulebook(), fires, Placement.Explain.FULL);
        bench.fired(decision.rules(), fires.asOf());
        bench.differs(fires.answer(), "answer", answer(decision, fires), own);
        Explanation.Detail detail = decision.explanation().detail();
        Optional<Explanation.Step> step = detail == null
                ? Optional.empty()
                : detail.steps().stream()
                        .filter(each -> each.rule().id().text().equals(rule.text()))
                        .findFirst();
        if (step.isPresent()) {
            bench.differs(sentence, "sentence", step.get().sentence(), own);
        } else {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    rule.node(),
                    rule.text() + " does not fire in its case",
                    "compare the line with the rule's conditions",
                    own);
        }
    }

    private void checkNearly(CaseContext bench) {
        List<Rule> own = bench.rules(rule.text());
        if (!bench.isCovered(nearly.asOf())) {
            bench.differs(nearly.answer(), "answer", NOT_COVERED, own);
            return;
        }
        Decision decision = decide(bench.rulebook(), nearly, Placement.Explain.SUMMARY);
        bench.differs(nearly.answer(), "answer", answer(decision, nearly), own);
        if (decision.rules().stream().anyMatch(id -> id.text().equals(rule.text()))) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    nearly.answer().node(),
                    "this is no near miss: " + rule.text() + " fires",
                    "change one thing of the line, so that the rule just does not fire",
                    own);
        }
    }

    @Override
    public boolean sameAnswers(Rulebook rulebook, SampleNumbers goods) {
        return answer(rulebook, fires).equals(fires.answer().text())
                && answer(rulebook, nearly).equals(nearly.answer().text());
    }

    private static String answer(Rulebook rulebook, Asked asked) {
        if (asked.asOf().isBefore(rulebook.firstCoveredDay())) {
            return NOT_COVERED;
        }
        try {
            return answer(decide(rulebook, asked, Placement.Explain.SUMMARY), asked);
        } catch (RulebookException noPolicy) {
            return "no counting rule";
        }
    }

    private static String answer(Decision decision, Asked asked) {
        Explanation explanation = decision.explanation();
        if (asked.lines().isEmpty()) {
            Window window = explanation.counting();
            return window.measure() + " from " + window.from() + " to " + window.to();
        }
        return Stream.concat(
                        explanation.tallies().stream()
                                .map(tally -> tally.tally().center().code()),
                        explanation.notCounted().stream()
                                .filter(missed -> missed.count() > 0)
                                .map(missed -> missed.reason().name()))
                .collect(Collectors.joining(", "));
    }

    private static Decision decide(Rulebook rulebook, Asked asked, Placement.Explain explain) {
        Facts facts = new CaseFacts(asked.asOf()).lines(asked.lines()).facts();
        return new Placement(rulebook).decide(facts, List.of(), explain);
    }
}
