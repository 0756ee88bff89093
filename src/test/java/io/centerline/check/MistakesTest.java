package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an analyst reads after each of these changes of the small rulebook. A {@code .change} file holds edits: the file,
 * then lines taken away ({@code -}) and lines put in their place ({@code +}); {@code remove} takes a file away. Re-recorded
 * with {@code -Dgolden.record=true}.
 */
class MistakesTest {
    private static final Path MISTAKES = Path.of("src", "test", "resources", "check", "mistakes");
    private static final boolean RECORD = Boolean.getBoolean("golden.record");

    @TestFactory
    Stream<DynamicTest> check_mistake_isNamedWhereItStands() throws IOException {
        return mistakes().stream()
                .map(mistake -> dynamicTest(mistake.getFileName().toString(), () -> {
                    String rendered = render(TestFolders.check(changed(mistake)));
                    Path expected = Path.of(mistake.toString().replace(".change", ".expected.txt"));
                    if (RECORD) {
                        Files.writeString(expected, rendered);
                    }
                    assertThat(rendered).isNotEmpty().isEqualTo(Files.readString(expected));
                }));
    }

    @Test
    void check_anyMistake_isSaidInAnAnalystsWords() throws IOException {
        for (Path mistake : mistakes()) {
            for (Diagnostic found : TestFolders.check(changed(mistake)).diagnostics()) {
                String prose =
                        (found.finding().message() + " " + found.finding().help()).replaceAll("`[^`]*`", "");
                assertThat(prose)
                        .as(mistake.toString())
                        .doesNotContainPattern(
                                "[\\n\\r]|Exception|[Dd]rools|MVEL|[Jj]ava|\\bnull\\b|token|Jackson|YAMLP");
                assertThat(found.finding().message())
                        .as(mistake.toString())
                        .matches("[^A-Z].*[^.]|[A-Z]{3}-\\d.*[^.]|HTS number .*[^.]");
                assertThat(DiagnosticCode.find(found.code())).isNotNull();
                assertThat(found.finding().place().line()).isPositive();
                assertThat(found.finding().place().column()).isPositive();
            }
        }
    }

    private static String render(CheckReport report) {
        List<String> parts = new ArrayList<>();
        for (Diagnostic found : report.diagnostics()) {
            StringBuilder part = new StringBuilder();
            part.append(found.severity()).append(' ').append(found.code()).append('\n');
            part.append(found.finding().render());
            if (!found.counterexample().isEmpty()) {
                part.append("  example: ").append(found.counterexample()).append('\n');
            }
            for (Place place : found.related()) {
                part.append("  see: ").append(place).append('\n');
            }
            parts.add(part.toString());
        }
        return String.join("\n", parts);
    }

    private static RuleFolder changed(Path mistake) throws IOException {
        RuleFolder folder = TestFolders.SMALL;
        String path = "";
        List<String> out = new ArrayList<>();
        List<String> in = new ArrayList<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(mistake));
        lines.add("edit ");
        for (String line : lines) {
            if (line.startsWith("edit ") || line.startsWith("remove ")) {
                folder = path.isEmpty() ? folder : edited(folder, path, String.join("\n", out), String.join("\n", in));
                out.clear();
                in.clear();
                path = line.startsWith("edit ") ? line.substring(5) : "";
                folder = line.startsWith("remove ") ? TestFolders.without(folder, line.substring(7)) : folder;
            } else {
                (line.startsWith("-") ? out : in).add(line.substring(1));
            }
        }
        return folder;
    }

    private static RuleFolder edited(RuleFolder folder, String path, String out, String in) {
        return TestFolders.with(folder, path, text -> {
            if (!out.isEmpty() && text.indexOf(out) != text.lastIndexOf(out)) {
                throw new IllegalArgumentException("`" + out + "` stands twice in " + path);
            }
            return out.isEmpty() ? text + in + "\n" : text.replace(out, in);
        });
    }

    private static List<Path> mistakes() throws IOException {
        try (Stream<Path> paths = Files.list(MISTAKES)) {
            return paths.filter(path -> path.toString().endsWith(".change"))
                    .sorted()
                    .toList();
        }
    }
}
