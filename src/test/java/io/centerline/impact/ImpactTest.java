package io.centerline.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Facts;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.placement.Placement;
import io.centerline.rulebook.FaultyEngine;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class ImpactTest {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final JsonIntake INTAKE =
            new JsonIntake(new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT);
    public static final Rulebook PRESENT = Rulebook.of(TestRulebook.small());
    private static final Center MOVED = Center.ELECTRONICS;

    /** What was Electronics is Machinery. */
    public static final Rulebook CANDIDATE = Rulebook.of(replaced("Center.ELECTRONICS", "Center.MACHINERY"));

    /** What was Electronics is Machinery from a day on. */
    public static Rulebook changingOn(LocalDate day) {
        SortedMap<String, String> texts = new TreeMap<>(PRESENT.files().texts());
        texts.computeIfPresent("membership/small.drl", (path, text) -> {
            Matcher rule = Pattern.compile("(?ms)^rule \"MEM-0906 .*?^end$").matcher(text);
            if (!rule.find()) {
                throw new IllegalStateException("no rule of Electronics");
            }
            String ended = rule.group().replace("2013-04-04/..", "2013-04-04/" + day.minusDays(1));
            String next = rule.group()
                    .replace("MEM-0906", "MEM-0996")
                    .replace("2013-04-04", day.toString())
                    .replace("Center.ELECTRONICS", "Center.MACHINERY");
            return text.replace(rule.group(), ended + "\n" + next);
        });
        return Rulebook.of(new RuleFiles(texts));
    }

    @Test
    void of_sameRules_touchesNobody() {
        Impact impact = Impact.of(PRESENT, Rulebook.of(replaced("one heading", "one heading, renamed")), cases(50));

        assertThat(impact.cases()).isEqualTo(50);
        assertThat(impact.touched()).isZero();
        assertThat(impact.examples()).isEmpty();
        assertThat(impact.moved()).isZero();
        assertThat(impact.before()).isNotEqualTo(impact.after());
    }

    @Test
    void of_movedHeading_namesWhoMovesAndByWhichRule() {
        Intake.Accepted electronics = accepted(6, 1);
        Impact impact = Impact.of(PRESENT, CANDIDATE, List.of(electronics));

        assertThat(impact.moved()).isEqualTo(1);
        assertThat(impact.passages()).containsExactly(java.util.Map.entry(new Impact.Passage("CEE007", "CEE010"), 1L));
        assertThat(impact.examples().get(0).causes())
                .extracting(Cause::phrase)
                .containsExactly("6 lines of "
                        + Goods.of(MOVED).text().substring(0, 4)
                        + " pass from MEM-0906 (Electronics) to MEM-0906 (Machinery)");
    }

    @Test
    void of_placementRuleGone_isNamed() {
        Impact impact = Impact.of(
                PRESENT, Rulebook.of(TestRulebook.without(TestRulebook.small(), "PRE-005")), List.of(accepted(2, 0)));

        assertThat(impact.moved()).isZero();
        assertThat(impact.touched()).isEqualTo(1);
        assertThat(impact.losing()).isEqualTo(1);
        assertThat(impact.reviews()).hasToString("{THIN_EVIDENCE=ReviewChange[gained=0, lost=1]}");
        assertThat(impact.examples().get(0).lost()).hasToString("[THIN_EVIDENCE]");
        assertThat(impact.examples().get(0).causes())
                .extracting(Cause::phrase)
                .containsExactly("PRE-005 no longer applies");
    }

    @Test
    void of_caseOnWhichTheEvaluatorsDisagree_isOneUndecidedCase() {
        Rulebook faulty = FaultyEngine.forgetting(CANDIDATE.files(), "PRE-005");

        Impact impact = Impact.of(PRESENT, faulty, List.of(accepted(6, 1), accepted(2, 0), accepted(7, 1)));

        assertThat(impact.cases()).isEqualTo(2);
        assertThat(impact.moved()).isEqualTo(2);
        assertThat(impact.undecided()).isEqualTo(1);
        assertThat(impact.firstUndecided()).singleElement().satisfies(missed -> {
            assertThat(missed.place().index()).isEqualTo(1);
            assertThat(missed.reason()).startsWith("the two evaluators of the rules disagree on PRE-005 (");
        });
    }

    /** A fault in what is counted leaves an edition without an answer for any case. */
    @Test
    void compile_editionOnWhichTheEvaluatorsDisagree_isLeftToTheCases() {
        Rulebook faulty = FaultyEngine.forgetting(CANDIDATE.files(), "CNT-001");
        ImpactComparison comparison = new ImpactComparison(PRESENT, faulty);

        comparison.compile();

        assertThat(Impact.of(PRESENT, faulty, List.of(accepted(6, 1))).undecided())
                .isEqualTo(1);
    }

    @Test
    void of_manyCases_agreesWithTheDecisionsAndWithCountingLines() {
        List<Intake.Accepted> cases = cases(300);
        Impact impact = Impact.of(PRESENT, CANDIDATE, cases);

        assertThat(impact.moved()).isBetween(1L, 299L);
        assertThat(impact.examples().stream().map(Example::moved).toList())
                .as("those that move come first")
                .isSortedAccordingTo(Comparator.reverseOrder());
        for (Example example : impact.examples()) {
            Facts facts = cases.get(Math.toIntExact(example.place().index())).facts();
            assertThat(example.causes().stream().mapToLong(Cause::lines).sum()).isEqualTo(electronics(facts));
            assertThat(example.from()).isEqualTo(code(PRESENT, facts));
            assertThat(example.to()).isEqualTo(code(CANDIDATE, facts));
        }
        long moved = cases.stream()
                .filter(each -> !code(PRESENT, each.facts()).equals(code(CANDIDATE, each.facts())))
                .count();
        assertThat(impact.moved()).isEqualTo(moved);
        assertThat(impact.touched()).isEqualTo(impact.examples().size());
    }

    private static long electronics(Facts facts) {
        return facts.lines().stream()
                .filter(line -> line.hts().get(0).equals(Goods.of(MOVED)))
                .count();
    }

    private static String code(Rulebook rulebook, Facts facts) {
        return new Placement(rulebook)
                .decide(facts, List.of(), Placement.Explain.SUMMARY)
                .outcome()
                .code();
    }

    @Test
    void figures_casesInAnyOrderAndPortions_areTheSame() {
        List<Intake.Accepted> cases = cases(100);
        ImpactComparison comparison = new ImpactComparison(PRESENT, CANDIDATE);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        Figures straight = new Figures(5);
        order.forEach(i -> add(straight, i, comparison, cases));

        Collections.shuffle(order, new Random(7));
        Figures sum = new Figures(5);
        for (int from = 0; from < 100; from += 20) {
            Figures portion = new Figures(5);
            order.subList(from, from + 20).forEach(i -> add(portion, i, comparison, cases));
            sum.add(portion);
        }

        Impact impact = straight.impact("a", "b");
        assertThat(sum.impact("a", "b")).isEqualTo(impact);
        assertThat(impact.cases()).isEqualTo(90);
        assertThat(impact.undecided()).isEqualTo(10);
        assertThat(impact.firstUndecided())
                .extracting(missed -> missed.place().index())
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L);
        assertThat(impact.examples()).hasSize(5).allMatch(Example::moved);
        assertThat(impact.examples())
                .extracting(Example::place)
                .isSorted()
                .first()
                .isEqualTo(Impact.of(PRESENT, CANDIDATE, cases).examples().stream()
                        .map(Example::place)
                        .filter(place -> place.index() % 10 != 0)
                        .findFirst()
                        .orElseThrow());
    }

    /** Every tenth case is one that cannot be asked. */
    private static void add(Figures figures, int index, ImpactComparison comparison, List<Intake.Accepted> cases) {
        CasePlace place = new CasePlace(index, "");
        if (index % 10 == 0) {
            figures.add(new Undecided(place, "no reason"));
        } else {
            figures.add(
                    place,
                    CaseKind.PLACEMENT,
                    comparison.effect(cases.get(index).facts()));
        }
    }

    private static RuleFiles replaced(String word, String by) {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.computeIfPresent("membership/small.drl", (path, text) -> text.replace(word, by));
        return new RuleFiles(texts);
    }

    public static List<Intake.Accepted> cases(int count) {
        Random random = new Random(count);
        List<Intake.Accepted> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(accepted(random.nextInt(8), random.nextInt(8)));
        }
        return cases;
    }

    /** A case with lines of Electronics and of Apparel. */
    public static Intake.Accepted accepted(int electronics, int apparel) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Collections.nCopies(electronics, line(MOVED)));
        lines.addAll(Collections.nCopies(apparel, line(Center.APPAREL_TEXTILES)));
        String body = "{\"importer\":{\"number\":\"12-345678900\"},\"lines\":[" + String.join(",", lines) + "]}";
        return (Intake.Accepted) INTAKE.read(body.getBytes(StandardCharsets.UTF_8), DAY);
    }

    private static String line(Center center) {
        return "{\"hts\":\"" + Goods.of(center).text() + "\",\"date\":\"2026-03-02\"}";
    }
}
