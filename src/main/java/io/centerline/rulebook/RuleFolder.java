package io.centerline.rulebook;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that lies in a rule folder: the rules and, beside them, what tests them. Only the rules decide and only they make
 * the rulebook's hash; cases and scenarios are there to check them.
 *
 * @param rules the rule files
 * @param tests text of each case file ({@code <stage>/<topic>.cases.yaml}) and scenario ({@code scenarios/<story>.yaml})
 *     by its path below the folder; line ends are line feeds, a byte order mark is left out
 */
public record RuleFolder(RuleFiles rules, SortedMap<String, String> tests) {

    public RuleFolder {
        SortedMap<String, String> normalized = new TreeMap<>();
        tests.forEach((path, text) -> normalized.put(path, RuleFiles.normalize(text)));
        tests = Collections.unmodifiableSortedMap(normalized);
    }
}
