package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose text is changed in its own interval, under its id, with the reason in the comment above it.
 *
 * @param rules all rule files with the corrected text, by path; the case files are as they were
 * @param before the rule as it was
 */
public record CorrectedRule(SortedMap<String, String> rules, Rule before) {

    /**
     * What was wrong from the start. What is null stays as it is.
     *
     * @param range the numbers that a membership rule should have claimed; its Center is not read
     * @param center the Center they should have been given to
     * @param citation the source
     * @param standing what the rule rests on
     */
    public record Mends(
            @Nullable NumberRange range,
            @Nullable Center center,
            @Nullable String citation,
            @Nullable Standing standing) {}

    /**
     * Corrects a rule.
     *
     * @param on a day on which the rule meant is in force; null where its id stands for one rule only
     * @param reason why the past is changed
     * @throws EditRefused when there is no such rule, nothing would change, or the result would not be sound
     */
    public static CorrectedRule of(RuleFolder folder, String id, @Nullable LocalDate on, Mends mends, String reason) {
        List<Rule> rules = FolderRules.of(folder).rules();
        Rule rule = meant(rules, id, on);
        if (reason.isBlank()) {
            throw new EditRefused("the past is not changed without a reason", "say why `" + id + "` was wrong");
        }
        refuseOtherStage(rule, mends);
        String path = FolderRules.path(rule);
        TextEdits file = new TextEdits(folder.rules().textOf(rule.place()));
        String was = RuleText.of(rule, file).applied();
        String is = text(rule, file, mends, rules);
        if (is.equals(was)) {
            throw new EditRefused(id + " says that already", "name what it should say otherwise");
        }
        int start = file.offset(rule.place().line(), rule.place().column());
        file.replace(start, start + was.length(), RuleDraft.remark("Corrected: " + reason.strip()) + is);
        SortedMap<String, String> texts = new TreeMap<>(folder.rules().texts());
        texts.put(path, file.applied());
        FolderRules.changed(texts);
        return new CorrectedRule(texts, rule);
    }

    private static Rule meant(List<Rule> rules, String id, @Nullable LocalDate on) {
        if (on != null) {
            return FolderRules.named(rules, id, on);
        }
        List<Rule> named = FolderRules.withId(rules, id);
        if (named.size() > 1) {
            throw new EditRefused(
                    id + " stands for several rules: in force "
                            + named.stream().map(rule -> rule.inForce().words()).collect(Collectors.joining(", ")),
                    "name a day of the one that is meant (`--on`)");
        }
        return named.get(0);
    }

    private static void refuseOtherStage(Rule rule, Mends mends) {
        if (rule.range().isEmpty() && (mends.range() != null || mends.center() != null)) {
            throw new EditRefused(
                    rule.id() + " claims no range of the tariff",
                    "its citation and standing can be corrected; what it asks for is corrected in its file and activated as"
                            + " a correction");
        }
    }

    private static String text(Rule rule, TextEdits file, Mends mends, List<Rule> rules) {
        RuleText text = RuleText.of(rule, file);
        NumberRange has = rule.range().orElse(null);
        if (has != null && (mends.range() != null || mends.center() != null)) {
            NumberRange range = mends.range() == null ? has : mends.range();
            Center center = mends.center() == null ? has.center() : mends.center();
            String words =
                    mends.center() == null ? RuleName.of(rule.title(), "").center() : words(rules, center);
            text.name(rule.id().text(), RuleName.corrected(rule.title(), range.written(), words))
                    .range(range)
                    .center(center);
        }
        if (mends.citation() != null) {
            text.citation(mends.citation());
        }
        if (mends.standing() != null) {
            text.standing(mends.standing());
        }
        return text.applied();
    }

    /** A Center in the words that the names of its rules use. */
    static String words(List<Rule> rules, Center center) {
        return rules.stream()
                .filter(rule -> rule.range().isPresent() && rule.range().get().center() == center)
                .map(rule -> RuleName.of(rule.title(), "").center())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(center.title());
    }
}
