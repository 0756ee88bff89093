package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Account;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Evidence;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Role;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Explanation.Flip;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.RandomFacts;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class PlacementPropertiesTest {
    private static final Rulebook SHUFFLED =
            Rulebook.of(shuffled(TestRulebook.shared().files()));

    /** A decision without what may depend on the order of lines: warnings, the facts as received, examples. */
    private record Essence(
            Outcome outcome,
            Center indicated,
            List<ReviewNote> reviews,
            List<RuleId> rules,
            String summary,
            List<?> tallies,
            List<String> missed,
            List<String> steps,
            List<String> notFired,
            List<Flip> flips) {

        static Essence of(Decision decision) {
            Explanation explanation = decision.explanation();
            return new Essence(
                    decision.outcome(),
                    decision.indicated(),
                    decision.reviews(),
                    decision.rules(),
                    explanation.summary(),
                    explanation.tallies().stream()
                            .map(center -> List.of(
                                    center.tally(),
                                    center.headings().stream()
                                            .map(heading -> heading.heading() + " " + heading.count() + " "
                                                    + heading.rule().id())
                                            .toList()))
                            .toList(),
                    explanation.notCounted().stream()
                            .map(missed -> missed.reason() + " " + missed.count() + " " + missed.rules())
                            .toList(),
                    explanation.detail().steps().stream()
                            .map(step -> step.rule() + " " + step.outcome() + " " + step.sentence())
                            .toList(),
                    explanation.detail().notFired().stream()
                            .map(notFired ->
                                    notFired.rule() + " " + notFired.because().condition() + " "
                                            + notFired.because().found())
                            .toList(),
                    explanation.detail().flips());
        }
    }

    @Property(tries = 500)
    void decide_anyOrderOfLinesEvidenceAndFile_isTheSame(@ForAll("facts") Facts facts, @ForAll Random random) {
        Account account = facts.account();
        Facts other = new Facts(
                facts.importer(),
                facts.asOf(),
                shuffled(facts.lines(), random),
                shuffled(facts.evidence(), random),
                account == null
                        ? null
                        : new Account(
                                account.center(),
                                account.since(),
                                shuffled(account.directed(), random),
                                shuffled(account.appeals(), random)));
        assertThat(Essence.of(Story.decide(other))).isEqualTo(Essence.of(Story.decide(facts)));
    }

    @Property(tries = 300)
    void decide_anyOrderOfRules_isTheSame(@ForAll("facts") Facts facts) {
        Decision decision = new Placement(SHUFFLED).decide(facts, List.of(), Placement.Explain.FULL);
        assertThat(Essence.of(decision)).isEqualTo(Essence.of(Story.decide(facts)));
    }

    @Property(tries = 500)
    void tallies_sharesAndCounts_addUpToOneAndToAllLines(@ForAll("facts") Facts facts) {
        Explanation explanation = Story.decide(facts).explanation();
        long counted = explanation.tallies().stream()
                .mapToLong(center -> center.tally().count())
                .sum();
        long missed = explanation.notCounted().stream()
                .mapToLong(Explanation.Missed::count)
                .sum();
        assertThat(counted + missed)
                .isEqualTo(facts.lines().stream().mapToLong(EntryLine::count).sum());
        for (CenterTally center : explanation.tallies()) {
            Tally tally = center.tally();
            assertThat(tally.share().multiply(BigDecimal.valueOf(counted)).subtract(BigDecimal.valueOf(tally.count())))
                    .isBetween(new BigDecimal("-1E-25"), new BigDecimal("1E-25"));
            assertThat(center.headings().stream()
                            .mapToLong(Explanation.HeadingCount::count)
                            .sum())
                    .isEqualTo(tally.count());
        }
        if (counted > 0) {
            BigDecimal sum = explanation.tallies().stream()
                    .map(center -> center.tally().share())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.subtract(BigDecimal.ONE)).isBetween(new BigDecimal("-1E-30"), new BigDecimal("1E-30"));
        }
    }

    @Property(tries = 500)
    void decide_oneMoreLineForTheLeader_keepsTheLeader(@ForAll("facts") Facts facts) {
        Decision decision = Story.decide(facts);
        Center leader = decision.indicated();
        if (leader != null) {
            Decision after = Story.decide(with(facts, leader, 1));
            assertThat(after.indicated()).isEqualTo(leader);
            assertThat(after.outcome()).isEqualTo(decision.outcome());
        }
    }

    @Property(tries = 500)
    void flips_linesAdded_turnTheAnswerAndOneFewerDoesNot(@ForAll("facts") Facts facts) {
        Decision decision = Story.decide(facts);
        List<Center> flipped = new ArrayList<>();
        for (Flip flip : decision.explanation().detail().flips()) {
            flipped.add(flip.center());
            assertThat(placedIn(with(facts, flip.center(), flip.lines()))).isEqualTo(flip.center());
            assertThat(placedIn(with(facts, flip.center(), flip.lines() - 1))).isNotEqualTo(flip.center());
            if (flip.pendingAt() > 0) {
                assertThat(Story.decide(with(facts, flip.center(), flip.pendingAt()))
                                .outcome())
                        .isInstanceOf(Outcome.Pending.class);
            }
        }
        for (CenterTally center : decision.explanation().tallies()) {
            Center other = center.tally().center();
            if (!flipped.contains(other) && other != placedIn(facts)) {
                assertThat(placedIn(with(facts, other, 10_000))).isNotEqualTo(other);
            }
        }
    }

    /** The law in plain Java: what decides, read off the facts without any rule. */
    @Property(tries = 1_000)
    void decide_plainReadingOfTheLaw_agrees(@ForAll("facts") Facts facts) {
        Decision decision = Story.decide(facts);
        PlainReading plain = new PlainReading(facts);
        assertThat(decision.indicated()).isEqualTo(plain.indicated());
        assertThat(decision.outcome()).isEqualTo(plain.outcome());
        assertThat(Story.codes(decision)).isEqualTo(plain.reviews());
    }

    private static Center placedIn(Facts facts) {
        return Story.decide(facts).outcome() instanceof Outcome.Placed placed ? placed.center() : null;
    }

    static Facts with(Facts facts, Center center, long more) {
        List<EntryLine> lines = new ArrayList<>(facts.lines());
        for (long i = 0; i < Math.min(more, 100); i++) {
            int count = Math.toIntExact(i == 99 ? more - 99 : 1);
            lines.add(EntryLine.builder()
                    .date(facts.asOf())
                    .number(Goods.of(center))
                    .count(count)
                    .build());
        }
        return new Facts(facts.importer(), facts.asOf(), lines, facts.evidence(), facts.account());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** Each file's rules in reverse order, in files of new names that sort the other way round. */
    private static RuleFiles shuffled(RuleFiles files) {
        TreeMap<String, String> texts = new TreeMap<>();
        int number = files.texts().size();
        for (var file : files.texts().entrySet()) {
            if (!file.getKey().endsWith(".drl")) {
                texts.put(file.getKey(), file.getValue());
                continue;
            }
            List<String> parts = new ArrayList<>(List.of(file.getValue().split("(?m)(?=^rule )")));
            String head = parts.remove(0);
            Collections.reverse(parts);
            String folder = file.getKey().substring(0, file.getKey().indexOf('/'));
            texts.put("%s/%03d.drl".formatted(folder, number--), head + String.join("\n", parts));
        }
        return new RuleFiles(texts);
    }

    @Provide
    Arbitrary<Facts> facts() {
        return RandomFacts.days()
                .flatMap(asOf -> Combinators.combine(
                                Arbitraries.frequency(
                                        weighted(8, ImporterKind.IMPORTER),
                                        weighted(1, ImporterKind.BROKER),
                                        weighted(1, ImporterKind.COURIER)),
                                line(asOf).list().ofMaxSize(14),
                                RandomFacts.evidence(asOf).list().ofMaxSize(2),
                                RandomFacts.accounts(asOf).injectNull(0.4),
                                Arbitraries.of(true, false))
                        .as((kind, lines, evidence, account, bare) -> new Facts(
                                new Importer(
                                        new ImporterNumber("12-345678900", ImporterNumber.Format.EIN), "Acme", kind),
                                asOf,
                                lines,
                                bare ? List.<Evidence>of() : evidence,
                                bare ? null : account)));
    }

    private static Tuple2<Integer, ImporterKind> weighted(int weight, ImporterKind kind) {
        return Tuple.of(weight, kind);
    }

    private static Arbitrary<EntryLine> line(LocalDate asOf) {
        Arbitrary<LocalDate> dates = Arbitraries.of(0, 1, 30, 364, 365, 366, 367, -1)
                .map(days -> asOf.minusDays(days))
                .injectNull(0.1);
        Arbitrary<List<HtsNumber>> numbers = Arbitraries.frequencyOf(
                Tuple.of(12, RandomFacts.centers().map(center -> List.of(Goods.of(center)))),
                Tuple.of(1, Arbitraries.just(List.of(new HtsNumber("99038815")))),
                // A range of low standing, a heading that moved in 2014, and one that belongs to nobody.
                Tuple.of(
                        2,
                        Arbitraries.of("8543100000", "8511100000", "7416000000", "8541410000")
                                .map(digits -> List.of(new HtsNumber(digits)))),
                Tuple.of(1, RandomFacts.centers().map(center -> List.of(new HtsNumber("99038815"), Goods.of(center)))),
                Tuple.of(
                        1,
                        RandomFacts.centers()
                                .list()
                                .ofSize(2)
                                .map(centers -> centers.stream().map(Goods::of).toList())));
        Arbitrary<String> entries = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("")), Tuple.of(1, Arbitraries.of("E-1", "e1", "E2")));
        Arbitrary<String> types = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just("")), Tuple.of(1, Arbitraries.of("01", "21", "31", "43", "64")));
        return Combinators.combine(
                        dates,
                        numbers,
                        Arbitraries.frequency(
                                Tuple.of(8, ArticleSet.NONE), Tuple.of(1, ArticleSet.X), Tuple.of(1, ArticleSet.V)),
                        Arbitraries.frequency(Tuple.of(9, Role.IMPORTER_OF_RECORD), Tuple.of(1, Role.CONSIGNEE)),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.longs().between(0, 3),
                        entries,
                        types)
                .as((date, hts, set, role, count, dollars, entry, type) -> EntryLine.builder()
                        .entry(entry)
                        .line(entry.isEmpty() ? 0 : 1)
                        .entryType(type)
                        .date(date)
                        .numbers(hts)
                        .set(set)
                        .role(role)
                        .count(count)
                        .cents(dollars * 100)
                        .centsByNumber(
                                hts.size() == 2 && dollars > 1
                                        ? List.of(dollars * 50, dollars * 50)
                                        : hts.size() == 2 && dollars == 1 ? List.of(100L, 0L) : List.of())
                        .build());
    }
}
