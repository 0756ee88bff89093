package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFolder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Case and scenario files that mean no good, or nothing at all. */
class HostileTestsTest {
    private static final String PATH = "scenarios/hostile.yaml";

    @Test
    void read_aliasBomb_isRefusedAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [ x, x, x, x, x, x, x, x, x, x ]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [ %s ]\n"
                    .formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9) + "*a" + (i - 1)));
        }

        assertThat(messages(bomb.toString()))
                .containsExactly("anchors (`&`), aliases (`*`) and tags (`!`) are not taken");
    }

    @Test
    void read_tagOfAClass_isRefused() {
        assertThat(messages("story: !!javax.script.ScriptEngineManager [ !!java.net.URL [ 'http://localhost' ] ]"))
                .containsExactly("anchors (`&`), aliases (`*`) and tags (`!`) are not taken");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void read_filesThatGoOnForEver_areRefused() {
        assertThat(messages("a: ".repeat(5) + "[ ".repeat(50_000))).hasSize(1);
        assertThat(messages("[ ".repeat(30))).hasSize(1).first().asString().contains("deep");
        assertThat(messages("- a\n".repeat(200_000))).containsExactly("the file has more than 100,000 values");
        assertThat(messages("x".repeat(1_000_001))).containsExactly("the file has more than 1,000,000 characters");
        assertThat(messages("count: 1" + "0".repeat(100_000))).isNotEmpty();
        assertThat(messages("count: 1e999999999")).isNotEmpty();
    }

    /** Faults by the thousand: as many are told as a person can mend, the rest in one last line. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void check_testsFullOfFaults_isAnAnswerOfBoundedSize() {
        for (String fault : List.of("- 010\n", "- a\n", "- rule: X\n", "- { a: 1, a: 1, a: 1 }\n")) {
            SortedMap<String, String> tests = new TreeMap<>(TestFolders.SMALL.tests());
            for (int i = 0; i < 3; i++) {
                tests.put("placement/f" + i + ".cases.yaml", fault.repeat(5_000));
            }

            CheckReport report = TestFolders.check(new RuleFolder(TestFolders.SMALL.rules(), tests));

            assertThat(report.sound()).isFalse();
            assertThat(report.diagnostics())
                    .as(fault)
                    .hasSize(501)
                    .last()
                    .extracting(found -> found.finding().message())
                    .isEqualTo("there is more to mend from here on");
            assertThat(ReportJson.write(report, path -> path)).hasSizeLessThan(500_000);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void check_rulesFullOfFaults_isAnAnswerOfBoundedSize() {
        RuleFolder folder = TestFolders.with(
                TestFolders.SMALL, "placement/predominance.drl", text -> text + "rule \"x\"\n".repeat(10_000));

        CheckReport report = TestFolders.check(folder);

        assertThat(report.diagnostics()).hasSize(501);
        assertThat(ReportJson.write(report, path -> path)).hasSizeLessThan(500_000);
    }

    /** Warnings by the hundred push no error aside. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void check_manyWarningsBeforeAnError_tellsTheError() {
        StringBuilder idle = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String id = "PRE-%03d".formatted(700 + i);
            idle.append("rule \"%s x\" @id(\"%s\") @citation(\"x\") @standing(\"found\") @inForce(\"2013-04-04/..\")\n"
                    .formatted(id, id));
            idle.append("""
                    when
                    Tally( share < 50, share < 60, share < 70, share < 80 )
                    then
                    insert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));
                    end
                    """);
        }
        RuleFolder folder = TestFolders.with(
                TestFolders.with(
                        TestFolders.SMALL,
                        "placement/idle.drl",
                        text -> "package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n" + idle),
                "placement/predominance.drl",
                text -> text.replace("counted > 0, counted < 5", "counted > 5, counted < 5"));

        CheckReport report = TestFolders.check(folder);

        assertThat(report.diagnostics()).hasSize(501);
        assertThat(report.diagnostics())
                .extracting(Diagnostic::code)
                .contains(DiagnosticCode.NEVER_HOLDS, DiagnosticCode.ALWAYS_HOLDS);
        assertThat(report.sound()).isFalse();
        assertThat(report.diagnostics()).isEqualTo(TestFolders.check(folder).diagnostics());
    }

    @Test
    void read_nothing_isRefused() {
        for (String empty :
                List.of("", " ", "# a comment\n", "---", "...", "\u0000", "\uFFFE", "\t", "null", "5", "[ ]")) {
            assertThat(messages(empty)).as("[" + empty + "]").isNotEmpty();
        }
    }

    /** Letters changed, lost and moved in every shipped file: whatever it then says, nothing is thrown. */
    @Test
    void read_mutatedFiles_neverThrows() {
        Random random = new Random(7);
        List<Map.Entry<String, String>> files =
                List.copyOf(TestFolders.SHIPPED.tests().entrySet());
        String letters = "{}[]:,-\"'`&*!|>%@#? \n\t\\0aé\uD83D";
        for (int i = 0; i < 400; i++) {
            Map.Entry<String, String> file = files.get(random.nextInt(files.size()));
            StringBuilder text = new StringBuilder(file.getValue());
            for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
                    default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
                }
            }
            Diagnostics diagnostics = read(file.getKey(), text.toString());
            for (Diagnostic found : diagnostics.list()) {
                assertThat(found.finding().place().line()).isPositive();
                assertThat(found.finding().render()).isNotEmpty();
                assertThat(found.finding().message().replaceAll("[`\"].*[`\"]", ""))
                        .doesNotContain("Exception", "null");
            }
        }
    }

    private static List<String> messages(String text) {
        return read(PATH, text).list().stream()
                .map(found -> found.finding().message())
                .toList();
    }

    private static Diagnostics read(String path, String text) {
        Diagnostics diagnostics = new Diagnostics();
        SortedMap<String, String> texts = new TreeMap<>(Map.of(path, text));
        TestFolder.read(texts, TestFolders.SCHEDULE, diagnostics);
        return diagnostics;
    }
}
