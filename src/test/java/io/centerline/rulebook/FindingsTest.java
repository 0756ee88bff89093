package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.centerline.Golden;
import io.centerline.rulebook.language.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst reads after each of these mistakes; re-recorded with {@code -Dgolden.record=true}. */
class FindingsTest {
    private static final Path MISTAKES = Path.of("src/test/resources/findings");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> read_mistake_isNamedWhereItStands() throws IOException {
        return mistakes().stream()
                .map(mistake -> dynamicTest(MISTAKES.relativize(mistake).toString(), () -> {
                    String rendered = Finding.renderAll(findings(mistake));
                    Path expected = Path.of(mistake.toString().replace(".drl", ".expected.txt"));
                    Golden.compare(rendered, expected);
                }));
    }

    @Test
    void read_anyMistake_isSaidInTheWordsOfTheRuleLanguage() throws IOException {
        for (Path mistake : mistakes()) {
            for (Finding finding : findings(mistake)) {
                assertThat((finding.message() + " " + finding.help()).replaceAll("`[^`]*`", ""))
                        .as(mistake.toString())
                        .doesNotContain(
                                "\n",
                                "Exception",
                                "Drools",
                                "drools",
                                "java",
                                "Java",
                                "[ERR",
                                "<eof>",
                                "token",
                                "null");
                assertThat(finding.message()).as(mistake.toString()).matches("(?s)[^A-Z].*[^.]|[A-Z]{3}-\\d.*[^.]");
                assertThat(finding.place().line()).isPositive();
                assertThat(finding.place().column()).isPositive();
            }
        }
    }

    private List<Finding> findings(Path mistake) throws IOException {
        Path home = Files.createTempDirectory(folder, "rules");
        Path copy = home.resolve(MISTAKES.relativize(mistake));
        Files.createDirectories(copy.getParent());
        Files.copy(mistake, copy);
        RulebookException refusal = catchThrowableOfType(RulebookException.class, () -> Rulebook.read(home));
        assertThat(refusal).as("%s is accepted", mistake).isNotNull();
        return refusal.findings();
    }

    private static List<Path> mistakes() throws IOException {
        try (Stream<Path> paths = Files.walk(MISTAKES)) {
            return paths.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }
}
