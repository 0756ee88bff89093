package io.centerline.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextGuardTest {

    /** What Unicode calls default ignorable, and the letters and symbols beyond that are drawn as nothing. */
    private static IntStream unseen() {
        return Stream.of(
                        IntStream.of(
                                0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFEFF, 0xFFA0),
                        IntStream.rangeClosed(0x180B, 0x180F),
                        IntStream.rangeClosed(0x200B, 0x200F),
                        IntStream.rangeClosed(0x202A, 0x202E),
                        IntStream.rangeClosed(0x2060, 0x206F),
                        IntStream.rangeClosed(0xFE00, 0xFE0F),
                        IntStream.rangeClosed(0xFFF0, 0xFFFB),
                        IntStream.rangeClosed(0x1BCA0, 0x1BCA3),
                        IntStream.rangeClosed(0x1D173, 0x1D17A),
                        IntStream.of(0x16FE4, 0x1D159),
                        IntStream.rangeClosed(0xE0000, 0xE0FFF))
                .flatMapToInt(codes -> codes);
    }

    @Test
    void check_unseenCharacter_isRefusedWhereverItStands() {
        unseen().forEach(code -> {
            String letter = Character.toString(code);
            for (String text :
                    List.of("// a" + letter, "/* a" + letter + " */", "rule \"a" + letter + "\"", "a" + letter)) {
                List<Finding> findings = TextGuard.check(
                        new SourceText("rules/placement/a.drl", text), LanguageLimits.DEFAULT, Origin.NEW);
                assertThat(findings).as("U+%04X in %s", code, text).hasSize(1);
                assertThat(findings.get(0).place().column()).isEqualTo(text.indexOf(letter) + 1);
                assertThat(findings.get(0).message()).startsWith("the invisible character U+");
                assertThat(findings.get(0).sourceLine()).doesNotContain(letter);
            }
        });
    }

    @Test
    void check_visibleLettersOfAnyScript_mayStandInTextsAndComments() {
        for (int seen : List.of(0xE9, 0xA7, 0x2026, 0x6F22, 0x1100, 0x915, 0x1F600, 0xA0)) {
            String letter = Character.toString(seen);
            assertThat(TextGuard.check(
                            new SourceText("rules/placement/a.drl", "// " + letter + "\nrule \"" + letter + "\""),
                            LanguageLimits.DEFAULT,
                            Origin.NEW))
                    .as("U+%04X", seen)
                    .isEmpty();
        }
    }
}
