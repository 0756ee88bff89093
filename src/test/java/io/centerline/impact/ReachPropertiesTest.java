package io.centerline.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.RoutingFacts;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.RandomFacts;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** A case that is not decided because no difference reaches it would have been decided alike. */
class ReachPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final HtsNumber UNCLAIMED = new HtsNumber("8541410000");

    private static final Rulebook PLAIN = Rulebook.of(TestRulebook.small());

    /** Rulebooks that differ in every way a rule can, each from its neighbours in one or two. */
    private static final List<Rulebook> RULEBOOKS = List.of(
            PLAIN,
            membership("one heading", "one heading, renamed", "citation(\"test\")", "citation(\"other\")"),
            membership("Center.ELECTRONICS", "Center.MACHINERY"),
            membership("standing(\"found\")", "standing(\"inferred:low\")"),
            membership("heading == 8471", "heading >= 8471, heading <= 8541"),
            membership(
                    "2013-04-04/..\")\nwhen $hts : HtsNumber( heading == 8471",
                    "2014-03-10/..\")\nwhen $hts : HtsNumber( heading == 8471"),
            Rulebook.of(TestRulebook.without(TestRulebook.small(), "PRE-005")),
            Rulebook.of(TestRulebook.without(TestRulebook.small(), "CNT-002")),
            Rulebook.of(TestRulebook.without(TestRulebook.small(), "DIR-001")),
            placement("counted < 5", "counted < 3", "5 or more", "3 or more"),
            Rulebook.of(TestRulebook.without(TestRulebook.small(), "RTE-103")),
            lowAbove("ELECTRONICS"),
            lowAbove("MACHINERY"));

    private static final ImpactComparison[][] COMPARISONS = RULEBOOKS.stream()
            .map(before -> RULEBOOKS.stream()
                    .map(after -> new ImpactComparison(before, after))
                    .toArray(ImpactComparison[]::new))
            .toArray(ImpactComparison[][]::new);

    @Property(tries = 3_000)
    void effect_anyCaseAndRulebooks_isWhatDecidingTwiceFinds(
            @ForAll("facts") Facts facts, @ForAll("rulebooks") int before, @ForAll("rulebooks") int after) {
        ImpactComparison comparison = COMPARISONS[before][after];

        assertThat(shown(comparison.effect(facts))).isEqualTo(shown(comparison.decided(facts)));
        if (comparison.reachesNobody()) {
            assertThat(comparison.decided(facts)).isEmpty();
        }
    }

    @Property(tries = 3_000)
    void effect_anyRoutingAndRulebooks_isWhatRoutingTwiceFinds(
            @ForAll("facts") Facts facts,
            @ForAll Activity activity,
            @ForAll("rulebooks") int before,
            @ForAll("rulebooks") int after) {
        ImpactComparison comparison = COMPARISONS[before][after];
        RoutingFacts routing = new RoutingFacts(
                facts.importer(),
                facts.asOf(),
                activity,
                new EntrySummary("OHC00000017", "4101", facts.lines()),
                facts.account());

        assertThat(shown(comparison.effect(routing))).isEqualTo(shown(comparison.routed(routing)));
    }

    private static Optional<Example> shown(Optional<Effect> effect) {
        return effect.map(difference -> Example.of(new CasePlace(0, ""), difference));
    }

    @Test
    void includes_casesThatNoDifferenceReaches_areNotDecided() {
        Facts electronics = facts(DAY, Goods.of(Center.ELECTRONICS));
        Facts machinery = facts(DAY, Goods.of(Center.MACHINERY));

        assertThat(reach(1, electronics)).as("other texts").isFalse();
        assertThat(reach(2, electronics)).as("another Center").isTrue();
        assertThat(reach(2, machinery)).as("another number").isFalse();
        assertThat(reach(3, machinery)).as("another standing").isTrue();
        assertThat(reach(4, electronics)).as("a wider range").isFalse();
        assertThat(reach(4, facts(DAY, UNCLAIMED))).as("a number claimed now").isTrue();
        assertThat(reach(5, electronics)).as("a later first day").isFalse();
        assertThat(reach(5, facts(LocalDate.of(2014, 3, 9), Goods.of(Center.ELECTRONICS))))
                .as("the day before it")
                .isTrue();
        for (int ruling : new int[] {6, 7, 8, 9}) {
            assertThat(reach(ruling, machinery)).as("rules of the whole case").isTrue();
        }
    }

    /** Two rulebooks that place alike, and differ in what they would do without the range of low standing. */
    @Test
    void effect_rangeBelowOneOfLowStanding_reachesTheReview() {
        ImpactComparison comparison = new ImpactComparison(lowAbove("ELECTRONICS"), lowAbove("MACHINERY"));
        Facts facts =
                facts(DAY, Collections.nCopies(6, Goods.of(Center.ELECTRONICS)).toArray(HtsNumber[]::new));

        assertThat(comparison.effect(facts)).hasValueSatisfying(effect -> {
            assertThat(effect.moved()).isFalse();
            assertThat(effect.gained()).containsExactly(ReviewCode.INFERRED_RANGE);
        });
    }

    @Test
    void reachesNobody_rulebooksThatDifferInTexts_onlyThose() {
        assertThat(RULEBOOKS.stream().map(after -> new ImpactComparison(PLAIN, after).reachesNobody()))
                .startsWith(true, true)
                .endsWith(Collections.nCopies(RULEBOOKS.size() - 2, false).toArray(Boolean[]::new));
    }

    private static boolean reach(int candidate, Facts facts) {
        Rulebook after = RULEBOOKS.get(candidate);
        return Reach.of(
                        new Reach.Editions(PLAIN.edition(facts.asOf()), after.edition(facts.asOf())),
                        PLAIN,
                        after,
                        facts.asOf())
                .includes(facts.lines());
    }

    @Test
    void rulebooks_ofTheProperty_doDecideDifferently() {
        for (int i : new int[] {2, 3, 6, 9}) {
            Rulebook other = RULEBOOKS.get(i);
            assertThat(Arrays.asList(1, 2, 4, 5))
                    .as("rulebook " + i)
                    .anyMatch(lines -> new ImpactComparison(PLAIN, other)
                            .decided(facts(
                                    DAY,
                                    java.util.Collections.nCopies(lines, Goods.of(Center.ELECTRONICS))
                                            .toArray(HtsNumber[]::new)))
                            .isPresent());
        }
    }

    @Provide
    Arbitrary<Integer> rulebooks() {
        return Arbitraries.integers().between(0, RULEBOOKS.size() - 1);
    }

    @Provide
    Arbitrary<Facts> facts() {
        return RandomFacts.days()
                .flatMap(asOf -> Combinators.combine(
                                Arbitraries.frequency(
                                        Tuple.of(8, ImporterKind.IMPORTER), Tuple.of(1, ImporterKind.BROKER)),
                                line(asOf).list().ofMaxSize(8),
                                RandomFacts.evidence(asOf).list().ofMaxSize(1),
                                RandomFacts.accounts(asOf).injectNull(0.7))
                        .as((kind, lines, evidence, account) -> of(kind, asOf, lines, evidence, account)));
    }

    private static Arbitrary<EntryLine> line(LocalDate asOf) {
        Arbitrary<HtsNumber> numbers = Arbitraries.frequencyOf(
                Tuple.of(8, RandomFacts.centers().map(Goods::of)),
                Tuple.of(1, Arbitraries.of(new HtsNumber("99038815"), UNCLAIMED)));
        return Combinators.combine(
                        numbers,
                        Arbitraries.of(0, 30, 366).map(asOf::minusDays),
                        Arbitraries.frequency(Tuple.of(6, ArticleSet.NONE), Tuple.of(1, ArticleSet.V)))
                .as((number, date, set) -> line(number, date, set));
    }

    private static EntryLine line(HtsNumber number, LocalDate date, ArticleSet set) {
        return EntryLine.builder()
                .date(date)
                .number(number)
                .set(set)
                .cents(100L)
                .build();
    }

    private static Facts facts(LocalDate asOf, HtsNumber... numbers) {
        return of(
                ImporterKind.IMPORTER,
                asOf,
                Arrays.stream(numbers)
                        .map(number -> line(number, asOf, ArticleSet.NONE))
                        .toList(),
                List.of(),
                null);
    }

    private static Facts of(
            ImporterKind kind,
            LocalDate asOf,
            List<EntryLine> lines,
            List<io.centerline.facts.Evidence> evidence,
            Account account) {
        Importer importer = new Importer(new ImporterNumber("12-345678900", ImporterNumber.Format.EIN), "Acme", kind);
        return new Facts(importer, asOf, lines, evidence, account);
    }

    /** Computers are Electronics by a range of low standing; without it, chapter 84 belongs to another Center. */
    private static Rulebook lowAbove(String center) {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.computeIfPresent(
                "membership/small.drl",
                (path, text) -> text.replaceFirst(
                                "found(\"\\) @inForce\\(\"2013-04-04/..\"\\)\nwhen \\$hts : HtsNumber\\( heading == 8471)",
                                "inferred:low$1")
                        + """
                rule "MEM-1050 chapter 84"
                    @id("MEM-1050") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    $hts : HtsNumber( chapter == 84 )
                then
                    insert(new Membership($hts, Center.%s));
                end
                """.formatted(center));
        return Rulebook.of(new RuleFiles(texts));
    }

    private static Rulebook membership(String... words) {
        return changed("membership/small.drl", words);
    }

    private static Rulebook placement(String... words) {
        return changed("placement/predominance.drl", words);
    }

    private static Rulebook changed(String file, String... words) {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        for (int i = 0; i < words.length; i += 2) {
            String word = words[i];
            String by = words[i + 1];
            if (!String.valueOf(texts.get(file)).contains(word)) {
                throw new IllegalArgumentException("nowhere: " + word);
            }
            texts.computeIfPresent(file, (path, text) -> text.replace(word, by));
        }
        return Rulebook.of(new RuleFiles(texts));
    }
}
