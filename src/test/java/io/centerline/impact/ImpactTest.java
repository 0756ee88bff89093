package io.centerline.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Intake;
import io.centerline.facts.IntakeLimits;
import io.centerline.facts.JsonIntake;
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
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImpactTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final JsonIntake INTAKE =
            new JsonIntake(new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT);
    private static final Rulebook PRESENT = Rulebook.of(TestRulebook.small());
    private static final Center MOVED = Center.ELECTRONICS;

    /** What was Electronics is Machinery. */
    private static final Rulebook CANDIDATE = Rulebook.of(replaced("Center.ELECTRONICS", "Center.MACHINERY"));

    @Test
    void of_sameRules_touchesNobody() {
        Impact impact = Impact.of(PRESENT, Rulebook.of(replaced("one heading", "one heading, renamed")), cases(50));

        assertThat(impact.cases()).isEqualTo(50);
        assertThat(impact.touched()).isEmpty();
        assertThat(impact.moved()).isZero();
        assertThat(impact.before()).isNotEqualTo(impact.after());
    }

    @Test
    void of_movedHeading_namesWhoMovesAndByWhichRule() {
        Intake.Accepted electronics = accepted(6, 1);
        Impact impact = Impact.of(PRESENT, CANDIDATE, List.of(electronics));

        assertThat(impact.moved()).isEqualTo(1);
        assertThat(impact.passages()).containsExactly(java.util.Map.entry(new Impact.Passage("CEE007", "CEE010"), 1L));
        assertThat(impact.touched().get(0).causes())
                .extracting(Cause::phrase)
                .containsExactly("6 lines of "
                        + Goods.of(MOVED).text().substring(0, 4)
                        + " pass from MEM-906 (Electronics) to MEM-906 (Machinery)");
    }

    @Test
    void of_placementRuleGone_isNamed() {
        Impact impact = Impact.of(
                PRESENT, Rulebook.of(TestRulebook.without(TestRulebook.small(), "PRE-005")), List.of(accepted(2, 0)));

        assertThat(impact.moved()).isZero();
        assertThat(impact.touched()).hasSize(1);
        assertThat(impact.touched().get(0).lost()).hasToString("[THIN_EVIDENCE]");
        assertThat(impact.touched().get(0).causes())
                .extracting(Cause::phrase)
                .containsExactly("PRE-005 no longer applies");
    }

    @Test
    void of_manyCases_agreesWithTheDecisionsAndWithCountingLines() {
        List<Intake.Accepted> cases = cases(300);
        Impact impact = Impact.of(PRESENT, CANDIDATE, cases);

        assertThat(impact.moved()).isBetween(1L, 299L);
        for (Effect effect : impact.touched()) {
            String digits = Goods.of(MOVED).digits();
            long lines = effect.before().facts().lines().stream()
                    .filter(line -> line.hts().get(0).digits().equals(digits))
                    .count();
            assertThat(effect.causes().stream().mapToLong(Cause::lines).sum()).isEqualTo(lines);
            assertThat(effect.moved())
                    .isEqualTo(!effect.before()
                            .outcome()
                            .code()
                            .equals(effect.after().outcome().code()));
        }
        long untouchedByLines = cases.stream()
                .filter(each -> each.facts().lines().stream()
                        .noneMatch(line -> line.hts()
                                .get(0)
                                .digits()
                                .equals(Goods.of(MOVED).digits())))
                .count();
        assertThat((long) impact.touched().size()).isLessThanOrEqualTo(300 - untouchedByLines);
    }

    @Test
    void of_casesInAnotherOrder_givesTheSameFigures() {
        List<Intake.Accepted> cases = cases(100);
        List<Intake.Accepted> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(7));

        Impact impact = Impact.of(PRESENT, CANDIDATE, cases);
        Impact other = Impact.of(PRESENT, CANDIDATE, shuffled);

        assertThat(other.passages()).isEqualTo(impact.passages());
        assertThat(other.byRule()).isEqualTo(impact.byRule());
        assertThat(other.moved()).isEqualTo(impact.moved());
    }

    private static RuleFiles replaced(String word, String by) {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.computeIfPresent("membership/small.drl", (path, text) -> text.replace(word, by));
        return new RuleFiles(texts);
    }

    private static List<Intake.Accepted> cases(int count) {
        Random random = new Random(count);
        List<Intake.Accepted> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(accepted(random.nextInt(8), random.nextInt(8)));
        }
        return cases;
    }

    /** A case with lines of Electronics and of Apparel. */
    private static Intake.Accepted accepted(int electronics, int apparel) {
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
