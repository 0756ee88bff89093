package io.centerline.editor;

import io.centerline.check.Diagnostic;
import io.centerline.check.History;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.RuleIds;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Offers what mends a finding, where there is one way to mend it. A finding that can be mended in several ways, such as a
 * contradiction of two rules, is left to a person. Stateless.
 */
public final class QuickFixes {
    private static final Pattern NAMED_RANGE = Pattern.compile("\\([0-9][0-9.-]*\\)");
    private static final Pattern ANNOTATED_ID = Pattern.compile("@id\\s*\\(\\s*\"([^\"\n]*)\"");
    private static final Pattern RULES_SAY = Pattern.compile("`sentence` differs: the rules say (?:`(.*)`|\"(.*)\")");

    private QuickFixes() {}

    /** What mends a finding; empty when nothing does alone. */
    public static List<QuickFix> of(Workspace workspace, Diagnostic diagnostic) {
        return of(workspace, diagnostic, null);
    }

    /**
     * The same, for findings against a history too.
     *
     * @param history what the rules must not change; null when nothing is compared
     */
    public static List<QuickFix> of(Workspace workspace, Diagnostic diagnostic, @Nullable History history) {
        SourceFile source =
                workspace.find(Workspace.path(diagnostic.finding().place())).orElse(null);
        if (source == null) {
            return List.of();
        }
        int at = workspace.offset(diagnostic.finding().place());
        Optional<QuickFix> fix = switch (diagnostic.code()) {
            case NAME_DIFFERS -> name(workspace, source, at);
            case CASE_MISSING -> rule(workspace, source, at).flatMap(rule -> NewCase.of(workspace, source, rule));
            case ID_IN_FORCE_TWICE -> nextId(workspace, source, at, history);
            case PAST_CHANGED, ID_REUSED ->
                history == null
                        ? Optional.empty()
                        : rule(workspace, source, at).flatMap(rule -> BegunAnew.of(workspace, source, rule, history));
            case CASE_FAILS -> sentence(source, diagnostic, at);
            case LANGUAGE, CASE_UNKNOWN_RULE, TEST_MALFORMED, EVIDENCE_MALFORMED, SCENARIO_FAILS ->
                AdvisedFix.of(source, diagnostic.finding(), at).or(() -> OnlyFix.of(source, diagnostic.finding(), at));
            case NEVER_HOLDS, ALWAYS_HOLDS -> OnlyFix.of(source, diagnostic.finding(), at);
            // Each of these can be mended in several ways, or in none that a program could tell.
            case UNREADABLE,
                    ID_NOT_IN_FORCE,
                    CONTRADICTION,
                    CLAIMED_TWICE,
                    GAP,
                    UNCLAIMED,
                    NEVER_WINS,
                    WINS_NOTHING_KNOWN,
                    RESERVED_CHAPTER,
                    COUNTING_POLICY,
                    ACTIVITY_UNSETTLED,
                    NOT_COMPILED,
                    EVALUATORS_DISAGREE,
                    NEVER_FIRES,
                    EARNS_NO_PLACE,
                    STANDING_UNSUPPORTED,
                    EVIDENCE_AGAINST -> Optional.empty();
        };
        return fix.filter(found -> changes(workspace, found)).map(List::of).orElse(List.of());
    }

    private static boolean changes(Workspace workspace, QuickFix fix) {
        return fix.changed().entrySet().stream()
                .anyMatch(file -> !file.getValue().equals(workspace.text(file.getKey())));
    }

    /** The rule that was read where a finding stands. */
    private static Optional<Rule> rule(Workspace workspace, SourceFile source, int at) {
        return block(source, at)
                .flatMap(block -> source.reading().rules().stream()
                        .filter(rule -> block.holds(workspace.offset(rule.place())))
                        .findFirst());
    }

    private static Optional<RuleBlock> block(SourceFile source, int at) {
        return source.blocks().stream().filter(block -> block.holds(at)).findFirst();
    }

    private static Optional<QuickFix> name(Workspace workspace, SourceFile source, int at) {
        RuleBlock block = block(source, at).orElse(null);
        Rule rule = rule(workspace, source, at).orElse(null);
        if (block == null || rule == null || rule.range().isEmpty()) {
            return Optional.empty();
        }
        Matcher said = NAMED_RANGE.matcher(source.text()).region(block.nameFrom(), block.nameTo());
        if (!said.find()) {
            return Optional.empty();
        }
        String range = "(" + rule.range().orElseThrow().written() + ")";
        return Optional.of(QuickFix.of(
                "Write " + range + " into the name, as the condition has it",
                source.path(),
                replaced(source.text(), said.start(), said.end(), range)));
    }

    private static Optional<QuickFix> nextId(
            Workspace workspace, SourceFile source, int at, @Nullable History history) {
        RuleBlock block = block(source, at).orElse(null);
        Rule rule = rule(workspace, source, at).orElse(null);
        if (block == null || rule == null) {
            return Optional.empty();
        }
        return next(workspace, rule, history)
                .map(id -> QuickFix.of(
                        "Give the rule the next free id, " + id, source.path(), renamed(source.text(), block, id)));
    }

    /** The next id that neither the workspace nor a history has; empty when the letters have none left. */
    static Optional<String> next(Workspace workspace, Rule rule, @Nullable History history) {
        Set<RuleId> used = new HashSet<>(workspace.ids());
        if (history != null) {
            history.rulebook().rules().forEach(each -> used.add(each.id()));
        }
        RuleIds ids = new RuleIds(workspace.rules(), used);
        try {
            return Optional.of((rule.range().isPresent()
                            ? ids.next(rule.range().orElseThrow().center())
                            : ids.next(rule.id().prefix()))
                    .text());
        } catch (EditRefused none) {
            return Optional.empty();
        }
    }

    /** A text with another id in the name and the annotation of a rule. */
    static String renamed(String text, RuleBlock block, String id) {
        String rule = text.substring(block.from(), block.to());
        List<int[]> places = new ArrayList<>();
        if (text.startsWith(block.id(), block.nameFrom())) {
            int name = block.nameFrom() - block.from();
            places.add(new int[] {name, name + block.id().length()});
        }
        Matcher annotated = ANNOTATED_ID.matcher(rule);
        if (annotated.find()) {
            places.add(new int[] {annotated.start(1), annotated.end(1)});
        }
        for (int i = places.size() - 1; i >= 0; i--) {
            rule = replaced(rule, places.get(i)[0], places.get(i)[1], id);
        }
        return replaced(text, block.from(), block.to(), rule);
    }

    /** A case repeats the rule's words, so its sentence follows them; any other answer is compared with the law first. */
    private static Optional<QuickFix> sentence(SourceFile source, Diagnostic diagnostic, int at) {
        Matcher said = RULES_SAY.matcher(diagnostic.finding().message());
        int to = Math.min(source.text().length(), at + diagnostic.finding().width());
        String told = source.text().substring(at, to);
        boolean quoted = told.length() > 1 && told.charAt(0) == '"' && told.charAt(told.length() - 1) == '"';
        if (!quoted || !said.matches()) {
            return Optional.empty();
        }
        String words = said.group(1) == null ? said.group(2) : said.group(1);
        return Optional.of(QuickFix.of(
                "Write the sentence that the rules say",
                source.path(),
                replaced(source.text(), at, to, quoted(words))));
    }

    /** A text in quotation marks, as YAML writes it. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String replaced(String text, int from, int to, String with) {
        return text.substring(0, from) + with + text.substring(to);
    }
}
