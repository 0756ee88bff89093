package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.InForce;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a membership rule says behind its id: {@code Baby carriages (8715) are Consumer Products until 30 June 2027}.
 *
 * @param goods the goods
 * @param verb {@code is} or {@code are}
 * @param center the Center in the short words of its rules
 */
record RuleName(String goods, String verb, String center) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String DAYS = "(?: (?:since|until|from) [0-9]{1,2} [A-Z].*)?";
    private static final Pattern FORM =
            Pattern.compile("(?<goods>.+) \\((?<range>[0-9][0-9.-]*)\\) (?<verb>is|are) (?<center>.+?)" + DAYS);

    /** Reads a name; one that says it otherwise is taken as the goods. */
    static RuleName of(String title, String center) {
        Matcher form = FORM.matcher(title);
        return form.matches()
                ? new RuleName(form.group("goods"), form.group("verb"), form.group("center"))
                : new RuleName(title, "are", center);
    }

    /** A name with another range and Center, as far as it says them; the rest stays. */
    static String corrected(String title, String range, String center) {
        Matcher form = FORM.matcher(title);
        return form.matches()
                ? title.substring(0, form.start("range"))
                        + range
                        + title.substring(form.end("range"), form.start("center"))
                        + center
                        + title.substring(form.end("center"))
                : title;
    }

    /**
     * The name for numbers and days.
     *
     * @param since whether the first day is said
     */
    String text(String range, InForce days, boolean since) {
        return goods + " (" + range + ") " + verb + " " + center + words(days, since);
    }

    private static String words(InForce days, boolean since) {
        if (!days.hasEnd()) {
            return since ? " since " + day(days.from()) : "";
        }
        return since ? " from " + day(days.from()) + " to " + day(days.until()) : " until " + day(days.until());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
