package io.centerline.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineChangeTest {
    @Test
    void between_lineReplaced_namesOnlyIt() {
        assertThat(LineChange.between(List.of("rule", "a", "end"), List.of("rule", "b", "end")))
                .containsExactly(new LineChange(false, "a"), new LineChange(true, "b"));
    }

    @Test
    void between_linesAddedAndRemovedAtTheEnds_keepsTheirOrder() {
        assertThat(LineChange.between(List.of("x", "rule", "end"), List.of("rule", "end", "y", "z")))
                .containsExactly(new LineChange(false, "x"), new LineChange(true, "y"), new LineChange(true, "z"));
        assertThat(LineChange.between(List.of("rule"), List.of("rule"))).isEmpty();
    }
}
