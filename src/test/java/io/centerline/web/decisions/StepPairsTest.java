package io.centerline.web.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepPairsTest {

    private static List<DecisionView.Step> steps(String... rules) {
        return Stream.of(rules)
                .map(text -> new DecisionView.Step(null, text.substring(0, 1), null, text, null, null, null, List.of()))
                .toList();
    }

    private static String shown(StepPairs.Pair pair) {
        return (pair.left() == null ? "" : pair.left().sentence())
                + (pair.same() ? "=" : "|")
                + (pair.right() == null ? "" : pair.right().sentence())
                + (pair.parts() ? " parts" : "");
    }

    @Test
    void of_twoLists_putsEachStepBesideThatOfItsRule() {
        assertThat(StepPairs.of(steps("a", "b1", "d", "e"), steps("a", "b2", "c", "e")))
                .extracting(StepPairsTest::shown)
                .containsExactly("a=a", "b1|b2 parts", "d|", "|c", "e=e");
    }

    @Test
    void of_otherOrder_keepsBothOrders() {
        assertThat(StepPairs.of(steps("a", "b"), steps("b", "a")))
                .extracting(StepPairsTest::shown)
                .containsExactly("a| parts", "b=b", "|a");
    }

    @Test
    void of_emptyOrSame_partsNowhere() {
        assertThat(StepPairs.of(List.of(), List.of())).isEmpty();
        assertThat(StepPairs.of(steps("a", "a"), steps("a", "a"))).noneMatch(StepPairs.Pair::parts);
        assertThat(StepPairs.of(steps("a"), List.of()))
                .extracting(StepPairsTest::shown)
                .containsExactly("a| parts");
    }
}
