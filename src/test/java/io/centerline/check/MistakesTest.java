package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.centerline.Golden;
import io.centerline.rulebook.language.SourcePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an analyst reads after each of these changes of the small rulebook; re-recorded with {@code -Dgolden.record=true}. */
class MistakesTest {
    private static final Path MISTAKES = Path.of("src", "test", "resources", "check", "mistakes");

    @TestFactory
    Stream<DynamicTest> check_mistake_isNamedWhereItStands() throws IOException {
        return mistakes().stream()
                .map(mistake -> dynamicTest(mistake.getFileName().toString(), () -> {
                    String rendered = render(TestFolders.check(Mistake.made(mistake)));
                    Path expected = Path.of(mistake.toString().replace(".change", ".expected.txt"));
                    assertThat(rendered).isNotEmpty();
                    Golden.compare(rendered, expected);
                }));
    }

    @Test
    void check_anyMistake_isSaidInAnAnalystsWords() throws IOException {
        for (Path mistake : mistakes()) {
            for (Diagnostic found : TestFolders.check(Mistake.made(mistake)).diagnostics()) {
                String prose =
                        (found.finding().message() + " " + found.finding().help()).replaceAll("`[^`]*`", "");
                assertThat(prose)
                        .as(mistake.toString())
                        .doesNotContainPattern(
                                "[\\n\\r]|Exception|[Dd]rools|MVEL|[Jj]ava|\\bnull\\b|token|Jackson|YAMLP");
                assertThat(found.finding().message())
                        .as(mistake.toString())
                        .matches("[^A-Z].*[^.]|[A-Z]{3}-\\d.*[^.]|HTS number .*[^.]");
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
            for (SourcePlace place : found.related()) {
                part.append("  see: ").append(place).append('\n');
            }
            parts.add(part.toString());
        }
        return String.join("\n", parts);
    }

    private static List<Path> mistakes() throws IOException {
        try (Stream<Path> paths = Files.list(MISTAKES)) {
            return paths.filter(path -> path.toString().endsWith(".change"))
                    .sorted()
                    .toList();
        }
    }
}
