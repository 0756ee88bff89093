package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.rulebook.language.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that were accepted once can be read for ever, although nobody may store them anew. */
class StoredRulesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings/counting/name-of-signs",
                "findings/counting/name-without-words",
                "findings/counting/says-day",
                "findings/counting/says-day-of-the-window",
                "findings/membership/id-of-three-digits",
                "findings/membership/says",
                "findings/placement/id-of-four-digits",
                "findings/placement/says-adjoining-placeholders",
                "findings/placement/says-negative",
                "findings/placement/says-per-mille",
                "findings/placement/says-percent-in-words",
                "findings/placement/says-point-behind-a-placeholder",
                "findings/placement/says-thousands",
                "findings/placement/says-two-readings",
                "findings/placement/says-whole-fact",
                "attacks/placement/annotation-year-behind-the-last",
                "attacks/placement/annotation-year-zero",
                "attacks/placement/file-import-twice",
                "attacks/placement/file-semicolons",
                "attacks/placement/says-digit-arabic",
                "attacks/placement/says-digit-beside-a-placeholder",
                "attacks/placement/says-number-in-a-noun",
                "attacks/placement/text-blank-in-comment",
                "attacks/placement/text-hangul-filler",
                "attacks/placement/when-and",
                "attacks/placement/when-count-of-code",
                "attacks/placement/when-enclosed",
                "attacks/placement/when-semicolon"
            })
    void of_storedRulesOfAnEarlierForm_areReadAndCompiledButRefusedAsNew(String name) throws IOException {
        RuleFiles files = with(name);

        assertThatThrownBy(() -> Rulebook.of(files, Origin.NEW)).isInstanceOf(RulebookException.class);
        Rulebook stored = Rulebook.of(files, Origin.STORED);
        stored.compilations().forEach(Runnable::run);

        assertThat(stored.hash()).isEqualTo(files.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings/placement/id-of-another-stage",
                "findings/placement/malformed-id",
                "findings/placement/bad-interval",
                "attacks/placement/annotation-comma"
            })
    void of_storedRulesThatWereNeverAccepted_areRefused(String name) throws IOException {
        RuleFiles files = with(name);

        assertThatThrownBy(() -> Rulebook.of(files, Origin.STORED)).isInstanceOf(RulebookException.class);
    }

    private static RuleFiles with(String name) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        texts.put("membership/small.drl", TestRulebook.small().texts().get("membership/small.drl"));
        texts.put(name.substring(name.indexOf('/') + 1) + ".drl", Files.readString(RESOURCES.resolve(name + ".drl")));
        return new RuleFiles(new TreeMap<>(texts));
    }
}
