package io.centerline.rulebook.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as the text of a sentence says it, such as {@code 5,000}, {@code -3} or {@code 50 %}.
 *
 * @param text as written
 * @param digits its digits with what stands between them
 * @param negative whether a minus sign stands before them
 * @param percent whether a percent sign or the word stands behind them
 */
record SpokenNumber(String text, String digits, boolean negative, boolean percent) {

    /** Percent signs of other scripts, and those of thousandths. */
    static final String OTHER_SIGNS = "\u066A\uFE6A\uFF05\u2030\u2031\u0609\u060A";

    private static final Pattern NUMBER = Pattern.compile("((?<![\\w.])[-\u2212\u2013])?"
            + "(\\d+(?:[.,'\u2019]\\d+|\\h\\d{3}(?!\\d))*)"
            + "(\\h?%|\\hper\\h?cent\\b)?");

    private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");

    /** The numbers of a text, in its order. */
    static List<SpokenNumber> list(String text) {
        List<SpokenNumber> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(new SpokenNumber(
                    number.group().strip(), number.group(2), number.group(1) != null, number.group(3) != null));
        }
        return numbers;
    }

    /** The number that is meant; empty where it is not written plainly. */
    Optional<BigDecimal> value() {
        if (!PLAIN.matcher(digits).matches() && !GROUPED.matcher(digits).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(digits.replace(",", ""));
        BigDecimal signed = negative ? value.negate() : value;
        return Optional.of(percent ? signed.movePointLeft(2) : signed);
    }
}
