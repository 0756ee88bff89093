package io.centerline.rulebook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Kind;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static final String FILE = "rules/scenarios/a.yaml";

    private final Told faults = new Told();

    /** Keeps everything. */
    private static final class Told implements FindingSink {
        private final List<Finding> list = new ArrayList<>();

        @Override
        public void add(Finding finding) {
            list.add(finding);
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    }

    /** A parser of YAML takes them for blanks or ends of lines, and whoever reads the file does not see them. */
    @ParameterizedTest
    @CsvSource({"0085, U+0085", "2028, U+2028", "2029, U+2029"})
    void read_endOfLineOfAnotherKind_isRefusedWhereItStands(String code, String shown) {
        String odd = Character.toString(Integer.parseInt(code, 16));
        for (String yaml : List.of("a: 1\nb: x" + odd + "y\n", "a: 1\nb: 2" + odd, "a: 1\nb: '" + odd + "'\n")) {
            Told found = new Told();

            assertThat(YamlReader.read(FILE, yaml, found)).isEmpty();

            assertThat(found.list).as(yaml).singleElement().satisfies(said -> {
                assertThat(said.message()).contains(shown);
                assertThat(said.place().line()).isEqualTo(2);
                assertThat(said.place().column()).isEqualTo(yaml.indexOf(odd) - 4);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%TAG ! tag:a,2026:\n---\na: 1\n", "# case\n\n%YAML 1.1\n---\na: 1\n", "%A b\n---\na: 1\n"})
    void read_directive_isRefusedWhereItStands(String yaml) {
        assertThat(YamlReader.read(FILE, yaml, faults)).isEmpty();

        assertThat(faults.list).singleElement().satisfies(said -> {
            assertThat(said.message()).isEqualTo("directives (`%`) are not taken");
            assertThat(said.sourceLine()).startsWith("%");
            assertThat(said.place().column()).isOne();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 50 %\n", "a: |\n %TAG\nb: 1\n", "---\na: 1\n"})
    void read_percentSignElsewhere_isTaken(String yaml) {
        assertThat(YamlReader.read(FILE, yaml, faults)).isPresent();
    }

    /** Each is a number to one version of YAML and another number, or a text, to the next. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "010",
                "00",
                "-05",
                "+5",
                "+0.5",
                "0x10",
                "0XfF",
                "0o10",
                "0b11",
                "1_6",
                "1_000.5",
                "1e3",
                "1E-3",
                "-2.5e+3",
                ".5",
                "-.5",
                "5.",
                "1:30",
                "190:20:30",
                "1:30.5",
                ".inf",
                "-.Inf",
                ".NaN",
                "0901.11"
            })
    void read_numberThatIsNotPlain_isRefusedWhereItStands(String number) {
        for (String yaml :
                List.of("{ a: 1, b: " + number + " }", "a:\n- [ " + number + " ]\n", "# \ud83d\ude00\nb: " + number)) {
            Told found = new Told();

            assertThat(YamlReader.read(FILE, yaml, found)).isEmpty();

            assertThat(found.list).as(yaml).singleElement().satisfies(said -> {
                assertThat(said.message()).isEqualTo("`" + number + "` is not a plain number");
                assertThat(said.width()).isEqualTo(number.length());
                String line = said.sourceLine();
                assertThat(line.substring(said.place().column() - 1)).startsWith(number);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, WHOLE",
        "16, WHOLE",
        "-5, WHOLE",
        "1234567890123456789012345678901234567890, WHOLE",
        "0.5, DECIMAL",
        "-12.50, DECIMAL",
        "8471.30, DECIMAL",
        "2026-11-25, TEXT",
        "8471.30.0100, TEXT",
        "0901.11.0015, TEXT",
        "77-123123100, TEXT",
        "ABC12345678, TEXT",
        "e3, TEXT",
        "1st, TEXT",
        ".., TEXT",
        "\"010\", TEXT",
        "\"1:30\", TEXT",
        "true, FLAG",
        "null, NOTHING",
        "~, NOTHING"
    })
    void read_plainValue_isWhatItLooksLike(String yaml, Kind kind) {
        Scalar value = value("{ a: " + yaml + " }");

        assertThat(value.kind()).isEqualTo(kind);
        if (kind == Kind.WHOLE || kind == Kind.DECIMAL) {
            assertThat(value.text()).isEqualTo(yaml);
            assertThat(value.json().isNumber()).isTrue();
            assertThat(value.json().decimalValue()).isEqualByComparingTo(yaml);
        }
        assertThat(faults.list).isEmpty();
    }

    @Test
    void read_quotedAndBlockTexts_areTexts() {
        assertThat(value("{ a: '0x10' }").kind()).isEqualTo(Kind.TEXT);
        assertThat(value("a: |\n  010\n").kind()).isEqualTo(Kind.TEXT);
        assertThat(value("a: >-\n  1:30").text()).isEqualTo("1:30");
        assertThat(value("{ a: \"&x\" }").text()).isEqualTo("&x");
        assertThat(value("{ a: '*x' }").text()).isEqualTo("*x");
        assertThat(value("{ a: R&D }").text()).isEqualTo("R&D");
        assertThat(faults.list).isEmpty();
    }

    @Test
    void read_severalNumbersThatAreNotPlain_areToldTogether() {
        assertThat(YamlReader.read(FILE, "[ 010, 8, 0x10, 1_6 ]", faults)).isEmpty();
        assertThat(faults.list).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a: &x 1 }",
                "{ a: &x text }",
                "{ a: &x \"text\" }",
                "{ a: &x }",
                "{ &x a: 1 }",
                "&x a: 1",
                "- &x 1",
                "{ a: !!int 1 }",
                "{ a: !!str 1 }",
                "{ a: ! 1 }",
                "{ a: !own 1 }",
                "{ !!str a: 1 }",
                "{ a: &x !!str 1 }",
                "{ a: &x [ 1 ] }",
                "{ a: &x { b: 1 } }",
                "a: &x\n  b: 1",
                "a: !!map\n  b: 1",
                "\ud83d\ude00: &x 1"
            })
    void read_anchorOrTag_isRefusedOnAnyValueAndKey(String yaml) {
        assertThat(YamlReader.read(FILE, yaml, faults)).isEmpty();
        assertThat(faults.list)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("anchors (`&`), aliases (`*`) and tags (`!`) are not taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ a: *x }", "{ *x : 1 }", "- &x 1\n- *x"})
    void read_alias_isRefused(String yaml) {
        assertThat(YamlReader.read(FILE, yaml, faults)).isEmpty();
        assertThat(faults.list).hasSize(1);
    }

    private Scalar value(String yaml) {
        Optional<YamlNode> root = YamlReader.read(FILE, yaml, faults);
        assertThat(root).as(yaml).isPresent();
        return (Scalar) ((Keys) root.orElseThrow()).find("a").orElseThrow();
    }
}
