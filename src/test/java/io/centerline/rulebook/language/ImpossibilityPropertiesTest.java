package io.centerline.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is called impossible is tried on every value. */
@SuppressWarnings("EnumOrdinal") // any value will do
class ImpossibilityPropertiesTest {

    /**
     * One comparison with a number from 0 to 6.
     *
     * @param operator one of the six, by position
     */
    record Bound(int operator, int number) {
        Operator symbol() {
            return Operator.values()[operator];
        }
    }

    @Property(tries = 300)
    void find_wholeNumbers_saysWhetherNoneFits(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 41) Integer> codes) {
        List<Bound> bounds = bounds(codes);
        boolean some = IntStream.range(0, 20)
                .anyMatch(n ->
                        bounds.stream().allMatch(bound -> bound.symbol().holds((long) n, (long) bound.number())));

        assertThat(isImpossible("Totals( " + comparisons("counted", bounds, "") + " )"))
                .isEqualTo(!some);
    }

    /** Shares are tried in steps of a twentieth; between two bounds that are a tenth apart there is always one. */
    @Property(tries = 300)
    void find_shares_saysWhetherNoneFits(@ForAll @Size(min = 1, max = 5) List<@IntRange(max = 41) Integer> codes) {
        List<Bound> bounds = bounds(codes);
        boolean some = IntStream.rangeClosed(0, 20)
                .mapToObj(n -> BigDecimal.valueOf(n * 5L, 2))
                .anyMatch(share -> bounds.stream()
                        .allMatch(bound -> bound.symbol().holds(share, BigDecimal.valueOf(bound.number(), 1))));

        assertThat(isImpossible("Tally( " + comparisons("share", bounds, "0.") + " )"))
                .isEqualTo(!some);
    }

    private static List<Bound> bounds(List<Integer> codes) {
        return codes.stream().map(code -> new Bound(code % 6, code / 6)).toList();
    }

    private static String comparisons(String field, List<Bound> bounds, String before) {
        return bounds.stream()
                .map(bound -> field + " " + bound.symbol().symbol() + " " + before + bound.number())
                .collect(Collectors.joining(", "));
    }

    private static boolean isImpossible(String condition) {
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = RuleReader.read(
                "rules/placement/a.drl", Stage.PLACEMENT, """
                package rules.placement;
                import io.centerline.rulebook.vocabulary.*;
                rule "PRE-001 x" @id("PRE-001") @citation("x") @standing("found") @inForce("2013-04-04/..")
                when
                    %s
                then
                    insert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));
                end
                """.formatted(condition), LanguageLimits.DEFAULT, findings);
        assertThat(findings).isEmpty();
        return Impossibility.find(rules.get(0)).stream().anyMatch(Impossibility.Claim::fatal);
    }
}
