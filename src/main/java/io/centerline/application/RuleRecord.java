package io.centerline.application;

import io.centerline.activation.Activation;
import io.centerline.activation.Activations;
import io.centerline.activation.RulebookStore;
import io.centerline.activation.StoredRulebook;
import io.centerline.journal.search.Counts;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Grouping;
import io.centerline.journal.search.Search;
import io.centerline.rulebook.language.RuleId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is on record of a rule beside what it says: its cases, how often it fired, and how it changed from rulebook to rulebook. */
@Singleton
public final class RuleRecord {
    private static final int MOST_RULEBOOKS = 30;
    private static final int MOST_ACTIVATIONS = 10_000;

    private final RulebookStore versions;
    private final RuleSources sources;
    private final Search search;
    private final Activations activations;

    RuleRecord(RulebookStore versions, RuleSources sources, Search search, Activations activations) {
        this.versions = versions;
        this.sources = sources;
        this.search = search;
        this.activations = activations;
    }

    /**
     * A rule in one stored rulebook.
     *
     * @param rulebook the rulebook
     * @param state how it stands there beside the rulebook stored before
     * @param changes the lines that are not as before, where it is changed
     * @param served the activations by which the rulebook served, the last one first
     */
    public record Version(StoredRulebook rulebook, State state, List<LineChange> changes, List<Activation> served) {
        public Version {
            changes = List.copyOf(changes);
            served = List.copyOf(served);
        }
    }

    /** How a rule stands in a rulebook beside the one stored before it. */
    public enum State {
        NEW("new"),
        SAME("as before"),
        CHANGED("changed"),
        GONE("not there");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** The rule as written in a stored rulebook; empty when it is not there. */
    public Optional<QuotedRule> text(String rulebook, RuleId id) {
        return sources.find(rulebook).map(texts -> texts.rules().get(id.text()));
    }

    /**
     * The cases of a rule as they are written.
     *
     * @param file the file of the rule, below the project
     * @return YAML; empty when the rulebook was stored without cases
     */
    public String cases(String rulebook, RuleId id, String file) {
        String path = file.replaceFirst("^rules/", "").replaceFirst("\\.drl$", ".cases.yaml");
        return versions.findFolder(rulebook)
                .map(folder -> folder.tests().get(path))
                .map(text -> within(text, id))
                .orElse("");
    }

    private static String within(String text, RuleId id) {
        StringBuilder cases = new StringBuilder();
        boolean own = false;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("- ")) {
                own = line.startsWith("- rule: " + id.text());
            }
            if (own && !line.isEmpty() && !line.startsWith("#")) {
                cases.append(line).append('\n');
            }
        }
        return cases.toString();
    }

    /** In how many recorded decisions the rule fired, by month. */
    public Counts fired(RuleId id) {
        return search.count(new Filter(null, null, null, null, null, null, id, null, null, null), Grouping.MONTH);
    }

    /** The rule in the last stored rulebooks, the newest first; those before the first with the rule are left out. */
    public List<Version> history(RuleId id) {
        List<StoredRulebook> stored = versions.list(MOST_RULEBOOKS + 1);
        Map<String, List<Activation>> served = activations.history(MOST_ACTIVATIONS, Long.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(Activation::rulebook));
        List<Version> history = new ArrayList<>();
        @Nullable QuotedRule before = null;
        for (int i = stored.size() - 1; i >= 0; i--) {
            StoredRulebook rulebook = stored.get(i);
            QuotedRule text = text(rulebook.hash(), id).orElse(null);
            if (i < MOST_RULEBOOKS && (text != null || before != null)) {
                history.add(0, version(rulebook, before, text, served.getOrDefault(rulebook.hash(), List.of())));
            }
            before = text;
        }
        return history;
    }

    private static Version version(
            StoredRulebook rulebook, @Nullable QuotedRule before, @Nullable QuotedRule text, List<Activation> served) {
        if (text == null) {
            return new Version(rulebook, State.GONE, List.of(), served);
        }
        if (before == null) {
            return new Version(rulebook, State.NEW, List.of(), served);
        }
        List<LineChange> changes = LineChange.between(before.lines(), text.lines());
        return new Version(rulebook, changes.isEmpty() ? State.SAME : State.CHANGED, changes, served);
    }
}
