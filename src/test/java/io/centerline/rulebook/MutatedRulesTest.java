package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.language.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Shipped rule files with letters and words lost, doubled, swapped or put in: whatever comes of it is either rules that
 * the engine takes, or findings that lie inside the file and speak an analyst's language.
 */
class MutatedRulesTest {
    private static final Map<String, String> SHIPPED =
            RuleFiles.read(Path.of("rules")).texts();
    private static final List<String> PATHS = List.copyOf(SHIPPED.keySet());
    private static final Pattern WORD = Pattern.compile("\\w+|\\s+|[^\\w\\s]");
    private static final List<String> FOREIGN = List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ";",
            ",",
            ".",
            ":",
            "$",
            "@",
            "!",
            "\\",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            "or",
            "and",
            "not",
            "eval",
            "from",
            "rule",
            "when",
            "then",
            "end",
            "salience",
            "new",
            "null",
            "import",
            "query",
            "function",
            "declare",
            "global",
            "accumulate",
            "forall",
            "0",
            "-1",
            "999999999999999999999",
            "==",
            "\u202e",
            "\u0000",
            "\ud83d",
            "é");
    private static final Pattern WORDS_OF_THE_ENGINE =
            Pattern.compile("(?i)drools|mvel|antlr|\\bjava\\b|exception|\\btoken|_PAREN|<eof>|mismatched|\\[ERR");

    @Test
    @Timeout(60)
    void of_mutatedFiles_areRulesOrFindings() {
        Random random = new Random(20_260_101);
        int refused = 0;
        int compiled = 0;
        for (int i = 0; i < 4_000; i++) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            String text = mutated(excerpt(String.valueOf(SHIPPED.get(path)), random), random);
            try {
                Rulebook rulebook = Rulebook.of(new RuleFiles(new TreeMap<>(Map.of(path, text))));
                if (compiled < 60) {
                    compiled++;
                    KnowledgeStage.compile(rulebook.rules().get(0).stage(), inForceTogether(rulebook));
                }
            } catch (RulebookException refusal) {
                refused++;
                refusal.findings().forEach(finding -> assertSensible(finding, text));
            }
        }
        assertThat(refused).isGreaterThan(2_000);
        assertThat(compiled).isEqualTo(60);
    }

    private static List<io.centerline.rulebook.language.Rule> inForceTogether(Rulebook rulebook) {
        var last = rulebook.periods().get(rulebook.periods().size() - 1);
        return rulebook.rules().stream()
                .filter(rule -> rule.inForce().contains(last.from()))
                .toList();
    }

    private static void assertSensible(Finding finding, String text) {
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        String where = finding.render() + "\n" + text;
        assertThat(finding.place().line()).as(where).isBetween(1, lines.length);
        assertThat(finding.place().column())
                .as(where)
                .isBetween(1, lines[finding.place().line() - 1].length() + 1);
        String said = (finding.message() + " " + finding.help()).replaceAll("`[^`]*`", "");
        assertThat(WORDS_OF_THE_ENGINE.matcher(said).find()).as(said).isFalse();
    }

    /** A few rules, so that many mutations fit into the time. */
    private static String excerpt(String text, Random random) {
        List<String> rules = new ArrayList<>(List.of(text.split("(?<=\nend\n)")));
        int from = random.nextInt(rules.size());
        String some = String.join("", rules.subList(from, Math.min(rules.size(), from + 2)));
        return from == 0 ? some : rules.get(0).substring(0, rules.get(0).indexOf(";\n", 30) + 2) + some;
    }

    private static String mutated(String text, Random random) {
        String changed = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed = random.nextInt(3) == 0 ? letter(changed, random) : word(changed, random);
        }
        return changed;
    }

    private static String letter(String text, Random random) {
        int at = random.nextInt(text.length());
        String letter =
                random.nextBoolean() ? "" : Character.toString(random.nextInt(random.nextBoolean() ? 128 : 0x3000));
        return text.substring(0, at) + letter + text.substring(at + random.nextInt(2));
    }

    private static String word(String text, Random random) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        int at = random.nextInt(words.size());
        int other = random.nextInt(words.size());
        switch (random.nextInt(5)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(at));
            case 2 -> words.set(at, words.get(other));
            case 3 -> words.add(at, FOREIGN.get(random.nextInt(FOREIGN.size())));
            default -> words.subList(Math.min(at, other), Math.max(at, other)).clear();
        }
        return String.join("", words);
    }
}
