package io.centerline.web.decisions;

import io.centerline.application.QuotedRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written, beside what was found.
 *
 * @param file the file it stands in
 * @param open whether it is shown at once
 * @param lines its lines
 */
public record ShownRule(String file, boolean open, List<Line> lines) {

    /**
     * One line of a rule.
     *
     * @param number from 1, within the file
     * @param text as written
     * @param mark what to mark it as: {@code start}, {@code held}, {@code failed}, or nothing
     * @param found what was found there; empty where nothing is to be said
     */
    public record Line(int number, String text, String mark, String found) {}

    public ShownRule {
        lines = List.copyOf(lines);
    }

    /** A rule that concluded: its first line, the conditions that held, and its sentence with the values found. */
    static @Nullable ShownRule fired(@Nullable QuotedRule rule, DecisionView.Step step) {
        if (rule == null) {
            return null;
        }
        int start = step.source() == null ? 0 : step.source().line();
        boolean speaks = rule.lines().stream().anyMatch(line -> line.contains("@says("));
        String said = step.sentence() == null ? "" : step.sentence();
        List<Line> lines = new ArrayList<>();
        boolean condition = false;
        boolean told = false;
        for (int i = 0; i < rule.lines().size(); i++) {
            String text = rule.lines().get(i);
            int number = rule.first() + i;
            condition = condition && !text.strip().equals("then");
            boolean tells = !told && (speaks ? text.contains("@says(") : condition);
            told |= tells;
            lines.add(new Line(number, text, number == start ? "start" : condition ? "held" : "", tells ? said : ""));
            condition |= text.strip().equals("when");
        }
        return new ShownRule(rule.file(), "DECIDED".equals(step.outcome()), lines);
    }

    /** A rule that did not conclude: the conditions that failed, and what was there instead. */
    static @Nullable ShownRule missed(@Nullable QuotedRule rule, DecisionView.Unfired unfired) {
        if (rule == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rule.lines().size(); i++) {
            int number = rule.first() + i;
            String found = "";
            for (DecisionView.Missing missing : because(unfired)) {
                found = missing.line() == number && missing.found() != null ? missing.found() : found;
            }
            lines.add(new Line(number, rule.lines().get(i), found.isEmpty() ? "" : "failed", found));
        }
        return new ShownRule(rule.file(), false, lines);
    }

    private static List<DecisionView.Missing> because(DecisionView.Unfired unfired) {
        return unfired.because();
    }
}
