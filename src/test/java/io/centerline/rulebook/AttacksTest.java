package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.centerline.Golden;
import io.centerline.rulebook.language.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rule files that try to run code, to loop, to grow or to hide: each is refused where it stands, at once, and nothing of it
 * runs. The messages are re-recorded with {@code -Dgolden.record=true}.
 */
class AttacksTest {
    private static final Path ATTACKS = Path.of("src/test/resources/attacks");
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Pattern WORDS_OF_THE_ENGINE = Pattern.compile(
            "(?i)drools|mvel|antlr|\\bjava\\b|\\bkie\\b|exception|\\bnull\\b|\\btoken|_PAREN|<eof>|mismatched|\\[ERR|descr");

    @TestFactory
    Stream<DynamicTest> read_attack_isRefusedWhereItStands() throws IOException {
        return attacks().stream()
                .map(attack -> dynamicTest(ATTACKS.relativize(attack).toString(), () -> {
                    String rendered = Finding.renderAll(findings(attack));
                    Path expected = Path.of(attack.toString().replace(".drl", ".expected.txt"));
                    Golden.compare(rendered, expected);
                }));
    }

    @Test
    void read_everyAttack_runsNothing() throws IOException {
        int threads = Thread.getAllStackTraces().size();
        Map<Object, Object> properties = Map.copyOf(System.getProperties());

        for (Path attack : attacks()) {
            findings(attack);
        }

        assertThat(System.getProperty("centerline.attack")).isNull();
        assertThat(System.getProperties()).isEqualTo(properties);
        assertThat(Path.of("/tmp/centerline-attack")).doesNotExist();
        assertThat(Thread.getAllStackTraces().size()).isLessThanOrEqualTo(threads + 2);
    }

    @Test
    void read_everyAttack_isSaidInTheWordsOfTheRuleLanguage() throws IOException {
        List<Path> attacks = attacks();
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(150);
        for (Path attack : attacks) {
            long lines = Files.readString(attack).lines().count();
            for (Finding finding : findings(attack)) {
                String said = (finding.message() + " " + finding.help()).replaceAll("`[^`]*`", "");
                assertThat(WORDS_OF_THE_ENGINE.matcher(said).find())
                        .as("%s: %s", attack, said)
                        .isFalse();
                assertThat(said).doesNotContain("\n");
                assertThat(finding.place().line()).isBetween(1, (int) lines + 1);
            }
        }
    }

    private static List<Finding> findings(Path attack) throws IOException {
        String path = ATTACKS.relativize(attack).toString();
        RuleFiles files = new RuleFiles(new TreeMap<>(Map.of(path, Files.readString(attack))));
        RulebookException refusal = assertTimeoutPreemptively(
                AT_ONCE, () -> catchThrowableOfType(RulebookException.class, () -> Rulebook.of(files)));
        assertThat(refusal).as("%s is accepted", attack).isNotNull();
        assertThat(refusal.findings())
                .as("%s is not found", attack)
                .noneMatch(finding -> finding.message().contains("no membership rule"));
        return refusal.findings();
    }

    private static List<Path> attacks() throws IOException {
        try (Stream<Path> paths = Files.walk(ATTACKS)) {
            return paths.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }
}
