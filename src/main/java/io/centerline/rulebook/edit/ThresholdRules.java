package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.SpokenNumber;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.language.Threshold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Continues a rule under a new id with another number in its condition, its sentence and its name. Stateless. */
public final class ThresholdRules {
    private ThresholdRules() {}

    /**
     * Which number of which rule.
     *
     * @param id the rule's id; the rule in force on the day and without end is meant
     * @param field the field compared; null where the rule has one number, zero not counted
     * @param was the number as it is; null likewise
     */
    public record Which(
            String id, @Nullable String field, @Nullable BigDecimal was) {}

    /**
     * The folder with the new rule.
     *
     * @param rules all rule files, by path; the case files are as they were
     * @param before the rule that ends
     * @param after the rule that begins
     * @param threshold what the new rule compares, with the new number
     */
    public record Continued(SortedMap<String, String> rules, Rule before, Rule after, Threshold threshold) {}

    /**
     * Continues a rule.
     *
     * @param used ids that rules elsewhere have
     * @param number the new number
     * @param from the first day of the new rule
     * @throws EditRefused when it cannot be told which number is meant, or the result would not be sound
     */
    public static Continued of(
            RuleFolder folder,
            Collection<RuleId> used,
            Which which,
            BigDecimal number,
            LocalDate from,
            Grounds grounds) {
        RuleReading reading = FolderRules.of(folder);
        Rule rule = FolderRules.ending(reading.rules(), which.id(), from);
        if (rule.stage() == Stage.MEMBERSHIP) {
            throw new EditRefused(
                    which.id() + " is a rule of membership: its numbers are a range of the tariff",
                    "`centerline rules move` gives a range to another Center, and `rules split` cuts one");
        }
        int index = index(rule, which);
        Threshold old = rule.thresholds().get(index);
        if (old.number().compareTo(number) == 0) {
            throw new EditRefused(rule.id() + " compares with " + told(old) + " already", "name another number");
        }
        BigDecimal written = number.setScale(Math.max(
                old.number().scale(), Math.max(0, number.stripTrailingZeros().scale())));
        RuleId id = new RuleIds(reading.rules(), used).next(rule.id().prefix());
        String path = FolderRules.path(rule);
        TextEdits file = new TextEdits(folder.rules().textOf(rule.place()));
        RuleSpan span = RuleSpan.of(rule, file);
        file.replace(span.days(), span.daysEnd(), new InForce(rule.inForce().from(), from.minusDays(1)).toString());
        file.insert(span.end(), "\n" + text(rule, file, id, index, written, from, grounds));
        SortedMap<String, String> rules = new TreeMap<>(folder.rules().texts());
        rules.put(path, file.applied());
        Rule after = FolderRules.withId(FolderRules.changed(rules).rules(), id.text())
                .get(0);
        return new Continued(rules, rule, after, new Threshold(old.fact(), old.field(), written));
    }

    private static String text(
            Rule rule, TextEdits file, RuleId id, int index, BigDecimal number, LocalDate from, Grounds grounds) {
        BigDecimal was = rule.thresholds().get(index).number();
        RuleText text = RuleText.of(rule, file)
                .name(id.text(), SpokenNumber.replaced(rule.title(), was, number))
                .id(id.text())
                .citation(grounds.citation())
                .standing(grounds.standing())
                .days(new InForce(from, InForce.OPEN))
                .number(index, number.toPlainString());
        if (!text.says().isEmpty()) {
            text.says(SpokenNumber.replaced(text.says(), was, number));
        }
        String comment = "Continues " + rule.id() + " with " + number.toPlainString() + " in place of "
                + was.toPlainString() + "." + (grounds.reason().isEmpty() ? "" : " " + grounds.reason());
        return RuleDraft.remark(comment) + text.applied();
    }

    private static int index(Rule rule, Which which) {
        List<Threshold> all = rule.thresholds();
        List<Integer> meant = IntStream.range(0, all.size())
                .filter(i -> which.field() == null || all.get(i).field().equalsIgnoreCase(which.field()))
                .filter(i -> which.was() == null || all.get(i).number().compareTo(which.was()) == 0)
                .boxed()
                .toList();
        if (meant.size() > 1 && which.was() == null) {
            // A comparison with zero asks whether there is anything; nobody calls that a threshold.
            List<Integer> counted = meant.stream()
                    .filter(i -> all.get(i).number().signum() != 0)
                    .toList();
            meant = counted.isEmpty() ? meant : counted;
        }
        String has = all.stream().map(ThresholdRules::told).collect(Collectors.joining(", "));
        if (meant.isEmpty()) {
            throw new EditRefused(
                    all.isEmpty()
                            ? rule.id() + " compares nothing with a number"
                            : rule.id() + " has no such number; it compares with " + has,
                    all.isEmpty()
                            ? "what it asks for is changed in its file: end it, and write the next one below it"
                            : "name a field or a number that it has");
        }
        if (meant.size() > 1) {
            throw new EditRefused(
                    rule.id() + " compares with several numbers: " + has,
                    "say which one is meant, by its field (`--of`) or its number (`--was`)");
        }
        return meant.get(0);
    }

    private static String told(Threshold threshold) {
        String field = threshold.field().isEmpty() ? threshold.fact() : threshold.field();
        return field + " " + threshold.number().toPlainString();
    }
}
