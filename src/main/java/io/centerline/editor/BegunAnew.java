package io.centerline.editor;

import io.centerline.check.History;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourceText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends a rule that says something else for past days than it did: the rule as it was ends the day before, and what was
 * written begins under the next id.
 */
final class BegunAnew {
    private static final Pattern DAYS = Pattern.compile("@inForce\\s*\\(\\s*\"([^\"]*)\"");

    private BegunAnew() {}

    static Optional<QuickFix> of(Workspace workspace, SourceFile source, Rule rule, History history) {
        Rule was = history.rulebook().rules().stream()
                .filter(each -> each.id().equals(rule.id()) && each.inForce().overlaps(rule.inForce()))
                .findFirst()
                .orElse(null);
        String id = QuickFixes.next(workspace, rule, history).orElse(null);
        RuleBlock block = source.blocks().stream()
                .filter(each -> each.holds(workspace.offset(rule.place())))
                .findFirst()
                .orElse(null);
        if (was == null
                || id == null
                || block == null
                || !was.inForce().from().isBefore(history.today())
                || was.inForce().until().isBefore(history.today())
                || rule.inForce().until().isBefore(history.today())) {
            return Optional.empty();
        }
        String old = written(history, was);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        LocalDate eve = history.today().minusDays(1);
        String ended = days(old, was.inForce().from() + "/" + eve);
        String renamed = QuickFixes.renamed(source.text(), block, id);
        int to = block.to() + renamed.length() - source.text().length();
        String until = rule.inForce().hasEnd() ? rule.inForce().until().toString() : "..";
        String begun = days(renamed.substring(block.from(), to), history.today() + "/" + until);
        return Optional.of(QuickFix.of(
                "End " + rule.id() + " on " + eve + " and begin anew as " + id,
                source.path(),
                QuickFixes.replaced(source.text(), block.from(), block.to(), ended + "\n\n" + begun)));
    }

    private static String written(History history, Rule was) {
        String text = history.rulebook().files().textOf(was.place());
        int at = new TextLines(text).offset(was.place().line() - 1, was.place().column() - 1);
        return RuleBlock.list(text).stream()
                .filter(block -> block.holds(at))
                .findFirst()
                .map(block -> text.substring(block.from(), block.to()))
                .orElse("");
    }

    private static String days(String rule, String days) {
        Matcher told = DAYS.matcher(SourceText.withoutComments(rule));
        return told.find() ? QuickFixes.replaced(rule, told.start(1), told.end(1), days) : rule;
    }
}
