package io.centerline.application;

import io.centerline.rulebook.RuleFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as it is written, with the comment above it.
 *
 * @param id such as {@code PRE-001}
 * @param file path below the project, such as {@code rules/placement/predominance.drl}
 * @param first number of the first line, from 1
 * @param lines the lines, without line ends
 */
public record QuotedRule(String id, String file, int first, List<String> lines) {
    private static final Pattern START = Pattern.compile("\\s*rule\\s+\"([A-Z]{3}-[0-9]{3,5})\\b.*");
    private static final Pattern END = Pattern.compile("\\s*end\\s*");

    public QuotedRule {
        lines = List.copyOf(lines);
    }

    /** The rules of all files, by id; a text that is no rule file has none. */
    static Map<String, QuotedRule> all(RuleFiles files) {
        Map<String, QuotedRule> rules = new LinkedHashMap<>();
        files.texts().forEach((path, text) -> {
            if (path.endsWith(".drl")) {
                read("rules/" + path, text.split("\n", -1), rules);
            }
        });
        return rules;
    }

    private static void read(String file, String[] lines, Map<String, QuotedRule> rules) {
        for (int at = 0; at < lines.length; at++) {
            Matcher start = START.matcher(lines[at]);
            if (start.matches()) {
                int from = at;
                while (from > 0 && lines[from - 1].startsWith("//")) {
                    from--;
                }
                while (at < lines.length - 1 && !END.matcher(lines[at]).matches()) {
                    at++;
                }
                List<String> quoted = List.of(lines).subList(from, at + 1);
                rules.put(start.group(1), new QuotedRule(start.group(1), file, from + 1, quoted));
            }
        }
    }

    /** The rule as text, each line ended. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
