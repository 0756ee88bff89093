package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Reads the rules that a change starts from and ends with, and finds the one that is meant. Stateless. */
final class FolderRules {
    private FolderRules() {}

    /**
     * The rules of a folder.
     *
     * @throws EditRefused when they cannot be read
     */
    static RuleReading of(RuleFolder folder) {
        RuleReading reading = RuleReading.of(folder.rules());
        if (!reading.findings().isEmpty()) {
            throw new EditRefused(
                    "the rules have errors already, the first at "
                            + reading.findings().get(0).place() + ": "
                            + reading.findings().get(0).message(),
                    "`centerline check` lists them; mend them first");
        }
        return reading;
    }

    /**
     * The rules of changed files.
     *
     * @throws EditRefused when they could not be read
     */
    static RuleReading changed(SortedMap<String, String> rules) {
        RuleReading reading = RuleReading.of(new RuleFiles(rules));
        if (!reading.findings().isEmpty()) {
            Finding first = reading.findings().get(0);
            throw new EditRefused(
                    "the changed rules would not be sound: " + first.place() + ": " + first.message(), first.help());
        }
        return reading;
    }

    /**
     * The rule of an id that a change can end before a day.
     *
     * @throws EditRefused when there is none, it ends already, or it begins on the day
     */
    static Rule ending(List<Rule> rules, String id, LocalDate from) {
        Rule rule = named(rules, id, from);
        if (rule.inForce().hasEnd()) {
            throw new EditRefused(
                    id + " ends on " + rule.inForce().until() + " already", "change the rules that follow it");
        }
        if (!rule.inForce().from().isBefore(from)) {
            throw new EditRefused(id + " begins on " + from + " itself, so it would never serve", "choose a later day");
        }
        return rule;
    }

    /**
     * The rule of an id that is in force on a day.
     *
     * @throws EditRefused when there is none
     */
    static Rule named(List<Rule> rules, String id, LocalDate day) {
        List<Rule> named = withId(rules, id);
        return named.stream()
                .filter(each -> each.inForce().contains(day))
                .findFirst()
                .orElseThrow(() -> new EditRefused(
                        id + " is not in force on " + day + ", but "
                                + named.get(named.size() - 1).inForce().words(),
                        "choose a day on which it is"));
    }

    /**
     * The rules of an id, at least one.
     *
     * @throws EditRefused when there is none
     */
    static List<Rule> withId(List<Rule> rules, String id) {
        List<Rule> named =
                rules.stream().filter(rule -> rule.id().text().equals(id)).toList();
        if (named.isEmpty()) {
            throw new EditRefused(
                    "there is no rule `" + id + "`", "write an id as it stands at the beginning of a rule's name");
        }
        return named;
    }

    /** The path of a rule's file below the folder. */
    static String path(Rule rule) {
        return rule.place().file().substring("rules/".length());
    }
}
