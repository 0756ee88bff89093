package io.centerline.check;

import io.centerline.rulebook.language.DrlWriter;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers rules of which both evaluators concluded the same, by a hash of all that the two read. A change of one stage
 * leaves the others as they are, so they need not be asked again. Safe for any number of threads.
 */
final class AgreedRules {
    /** More than the stages that a few rulebooks have on all their days. */
    private static final int MOST = 256;

    private final Map<String, Boolean> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** What stands for the rules of a stage that are asked as of a day. */
    static String key(Stage stage, List<Rule> rules, LocalDate day) {
        String asked = day + "\n" + DrlWriter.print(stage, rules);
        return Sha256.name(Sha256.of(asked.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the evaluators agreed on these rules before. */
    synchronized boolean has(String key) {
        return known.containsKey(key);
    }

    /** Remembers that they agree. */
    synchronized void add(String key) {
        known.put(key, true);
    }
}
