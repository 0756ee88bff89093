package io.centerline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {

    @Test
    void of_sameEntryInOtherSpellings_isTheSameLine() {
        RepeatedLines repeated = RepeatedLines.of(List.of(
                line("ABC12345678", 1).build(),
                line("abc-1234567-8", 1).build(),
                line("ABC12345678", 2).build(),
                line("ABC 1234567 8", 1).build(),
                line("ABC12345679", 1).build()));

        assertThat(IntStream.range(0, 5).map(repeated::firstOf)).containsExactly(0, 0, 2, 0, 4);
        assertThat(repeated.hasVersions(0)).isFalse();
    }

    @Test
    void of_marksThatNobodyTypesTwiceAlike_doNotCount() {
        for (String other : List.of(
                "ABC\u00A01234567\u00A08",
                "ABC\u20131234567\u20118",
                "abc.1234567.8",
                "ABC/1234567/8",
                "ABC_1234567_8",
                "ABC1234\u200B5678")) {
            List<EntryLine> lines =
                    List.of(line("ABC12345678", 1).build(), line(other, 1).build());

            assertThat(RepeatedLines.of(lines).firstOf(1)).isZero();
            assertThat(RepeatedLines.ofPlainSpellings(lines).any()).isFalse();
            assertThat(EntrySummary.bare(other)).isEqualTo("ABC12345678");
        }
    }

    @Test
    void of_linesWithoutEntryOrLineNumber_areNeverTheSame() {
        RepeatedLines repeated = RepeatedLines.of(List.of(
                line("", 1).build(),
                line("", 1).build(),
                line("--", 1).build(),
                line("- -", 1).build(),
                line("ABC12345678", 0).build(),
                line("ABC12345678", 0).build()));

        assertThat(repeated.any()).isFalse();
    }

    @Test
    void of_anEntrysLines_needNotNameIt() {
        RepeatedLines repeated = RepeatedLines.of(
                List.of(line("", 1).build(), line("abc12345678", 1).build()), "ABC-1234567-8");

        assertThat(repeated.firstOf(1)).isZero();
    }

    /** Whichever comes first, all of them are versions. */
    @Test
    void hasVersions_oneOfThreeDiffers_isSoOfAll() {
        EntryLine same = line("ABC12345678", 1).quantity(new BigDecimal("12")).build();
        EntryLine alike =
                line("ABC12345678", 1).quantity(new BigDecimal("12.0")).build();
        EntryLine other = line("ABC12345678", 1).entryType("21").build();

        assertThat(RepeatedLines.of(List.of(same, alike)).hasVersions(1)).isFalse();
        for (List<EntryLine> order : List.of(List.of(same, alike, other), List.of(other, same, alike))) {
            RepeatedLines repeated = RepeatedLines.of(order);
            assertThat(IntStream.range(0, 3).allMatch(repeated::hasVersions)).isTrue();
        }
    }

    @Test
    void of_manyLines_findsWhatAComparisonOfAllFinds() {
        Random random = new Random(18);
        List<EntryLine> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String entry = "ABC" + random.nextInt(700);
            int number = 1 + random.nextInt(3);
            lines.add(line(entry, number).build());
            names.add(entry + "/" + number);
        }
        RepeatedLines repeated = RepeatedLines.of(lines);

        for (int i = 0; i < lines.size(); i++) {
            assertThat(repeated.firstOf(i)).isEqualTo(names.indexOf(names.get(i)));
        }
    }

    private static EntryLine.Builder line(String entry, int number) {
        return EntryLine.builder().entry(entry).line(number).number(new HtsNumber("8471300100"));
    }
}
