package io.centerline.application;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds rules of a rulebook by what people know of them: a number, an id, a citation, or words of the rule's name. */
public final class RuleSearch {
    private static final int LONGEST_NUMBER = 10;
    private static final int SHORTEST_PLURAL = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.\\s]*");
    private static final Pattern ID = Pattern.compile("[A-Za-z]{3}-[0-9]{0,5}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}§().-]+");

    private RuleSearch() {}

    /**
     * The rules that a text names, whenever they are in force: by stage, then by id.
     *
     * @param text 2, 4, 6, 8 or 10 digits of a number, whose membership rules are meant; the beginning of an id; or words, all of which stand in
     *     the rule's name, its citation or the code of its Center
     */
    public static List<Rule> find(Rulebook rulebook, String text) {
        String asked = text.strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        String digits = NUMBER.matcher(asked).matches() ? asked.replaceAll("[^0-9]", "") : "";
        if (!digits.isEmpty() && digits.length() % 2 == 0) {
            return matching(rulebook, claims(digits));
        }
        if (ID.matcher(asked).matches()) {
            String id = asked.toUpperCase(Locale.ROOT);
            return matching(rulebook, rule -> rule.id().text().startsWith(id));
        }
        List<String> words = words(asked);
        return words.isEmpty()
                ? List.of()
                : matching(rulebook, rule -> words.stream().allMatch(named(rule)::contains));
    }

    /** The words of a text as they are looked for. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.strip()))
                .filter(word -> !word.isEmpty())
                .map(RuleSearch::stem)
                .toList();
    }

    private static List<Rule> matching(Rulebook rulebook, Predicate<Rule> wanted) {
        return rulebook.rules().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Rule::stage).thenComparing(Rule::id))
                .toList();
    }

    /** Rules whose range shares a number with those that start with some digits. */
    private static Predicate<Rule> claims(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            return rule -> false;
        }
        long first = padded(digits, '0');
        long last = padded(digits, '9');
        return rule -> rule.range()
                .filter(range -> first(range) <= last && first <= last(range))
                .isPresent();
    }

    private static long padded(String digits, char with) {
        return Long.parseLong(digits + String.valueOf(with).repeat(LONGEST_NUMBER - digits.length()));
    }

    private static long first(NumberRange range) {
        return range.from() * power(range);
    }

    private static long last(NumberRange range) {
        return (range.to() + 1L) * power(range) - 1;
    }

    private static long power(NumberRange range) {
        long power = 1;
        for (int i = range.digits(); i < LONGEST_NUMBER; i++) {
            power *= 10;
        }
        return power;
    }

    private static String named(Rule rule) {
        String centers = rule.centers().stream().map(Center::code).sorted().collect(Collectors.joining(" "));
        return (rule.id() + " " + rule.title() + " " + rule.citation() + " " + centers).toLowerCase(Locale.ROOT);
    }

    /** A word as it is looked for, so that {@code tires} finds a tire. */
    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > SHORTEST_PLURAL && lower.endsWith("s") && !lower.endsWith("ss")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
