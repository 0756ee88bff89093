package io.centerline.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextMergeTest {
    private static final TextMerge.Names NAMES = new TextMerge.Names("mine", "theirs");
    private static final String BASE = "a\nb\nc\nd\ne\nf\n";

    private static TextMerge merge(String mine, String theirs) {
        return TextMerge.of(BASE, mine, theirs, NAMES);
    }

    @Test
    void merge_changesOfDistantLines_hasBoth() {
        TextMerge merged = merge("A\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\ne\nF\ng\n");

        assertThat(merged.clean()).isTrue();
        assertThat(merged.text()).isEqualTo("A\nb\nc\nd\ne\nF\ng\n");
    }

    @Test
    void merge_sameLines_keepsBothBetweenMarks() {
        TextMerge merged = merge("a\nB1\nc\nd\ne\nf\n", "a\nB2\nc\nd\ne\nf\n");

        assertThat(merged.conflicts()).containsExactly(2);
        assertThat(merged.text()).isEqualTo("a\n<<<<<<< mine\nB1\n=======\nB2\n>>>>>>> theirs\nc\nd\ne\nf\n");
        assertThat(TextMerge.marks(merged.text())).containsExactly(2);
    }

    @Test
    void merge_neighboringLines_isAConflict() {
        assertThat(merge("a\nB\nc\nd\ne\nf\n", "a\nb\nC\nd\ne\nf\n").clean()).isFalse();
    }

    @Test
    void merge_bothInsertAtOnePlace_isAConflict() {
        assertThat(merge("a\nx\nb\nc\nd\ne\nf\n", "a\ny\nb\nc\nd\ne\nf\n").text())
                .contains("<<<<<<< mine\nx\n=======\ny\n>>>>>>> theirs\n");
    }

    @Test
    void merge_sameChangeTwice_isOne() {
        assertThat(merge("a\nX\nc\nd\ne\nf\n", "a\nX\nc\nd\ne\nG\n").text()).isEqualTo("a\nX\nc\nd\ne\nG\n");
    }

    @Test
    void merge_deletedByOneAndChangedByTheOther_isAConflict() {
        assertThat(merge("a\nc\nd\ne\nf\n", "a\nB\nc\nd\ne\nf\n").clean()).isFalse();
    }

    @Test
    void merge_randomChanges_loseNoLineThatSomebodyWrote() {
        Random random = new Random(20);
        for (int round = 0; round < 2_000; round++) {
            List<String> base = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                base.add("l" + i);
            }
            List<String> mine = changed(base, random, "m" + round);
            List<String> theirs = changed(base, random, "t" + round);
            TextMerge merged =
                    TextMerge.of(String.join("\n", base), String.join("\n", mine), String.join("\n", theirs), NAMES);
            List<String> lines = Arrays.asList(merged.text().split("\n", -1));
            assertThat(lines)
                    .containsAll(
                            mine.stream().filter(line -> line.startsWith("m")).toList())
                    .containsAll(
                            theirs.stream().filter(line -> line.startsWith("t")).toList());
            if (merged.clean()) {
                List<String> kept = base.stream()
                        .filter(line -> mine.contains(line) && theirs.contains(line))
                        .toList();
                assertThat(lines.stream().filter(line -> line.startsWith("l")).toList())
                        .isEqualTo(kept);
            }
        }
    }

    private static List<String> changed(List<String> base, Random random, String mark) {
        List<String> changed = new ArrayList<>(base);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(3)) {
                case 0 -> changed.set(at, mark + "-" + i);
                case 1 -> changed.add(at, mark + "-" + i);
                default -> changed.remove(at);
            }
        }
        return changed;
    }
}
