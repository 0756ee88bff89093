package io.centerline.rulebook.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
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
public record SpokenNumber(String text, String digits, boolean negative, boolean percent) {

    /** Percent signs of other scripts, and those of thousandths. */
    static final String OTHER_SIGNS = "\u066A\uFE6A\uFF05\u2030\u2031\u0609\u060A";

    private static final Pattern NUMBER = Pattern.compile("((?<![\\w.])[-\u2212\u2013])?"
            + "(\\d+(?:[.,'\u2019]\\d+|\\h\\d{3}(?!\\d))*)"
            + "(\\h?%|\\hper\\h?cent\\b)?");

    private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    /** What is said of shares in hundredths. */
    private static final String HUNDREDTHS = "(?=\\h(?:points?|percent|per cent)\\b)";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}");

    /**
     * A text with one number in place of another wherever it says that, in digits, as a percentage or as a word. Placeholders stay.
     *
     * @param was the number that conditions had
     * @param is the number that they have
     */
    public static String replaced(String text, BigDecimal was, BigDecimal is) {
        StringBuilder out = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int at = 0;
        while (placeholder.find()) {
            out.append(said(text.substring(at, placeholder.start()), was, is)).append(placeholder.group());
            at = placeholder.end();
        }
        return out.append(said(text.substring(at), was, is)).toString();
    }

    private static String said(String text, BigDecimal was, BigDecimal is) {
        BigDecimal share = was.movePointRight(2);
        BigDecimal hundredths = is.movePointRight(2);
        String points = digits(text, share, hundredths, HUNDREDTHS);
        String words =
                word(word(points, share, hundredths, HUNDREDTHS), was, is, "(?!\\h(?:points?|percent|per cent)\\b)");
        String half = was.compareTo(new BigDecimal("0.5")) == 0
                ? words.replaceAll("\\bhalf\\b", plain(hundredths) + " %")
                : words;
        return NUMBER.matcher(half).replaceAll(found -> Matcher.quoteReplacement(next(found, was, is)));
    }

    private static String next(MatchResult found, BigDecimal was, BigDecimal is) {
        SpokenNumber number =
                new SpokenNumber(found.group().strip(), found.group(2), found.group(1) != null, found.group(3) != null);
        if (number.value().filter(value -> value.compareTo(was) == 0).isEmpty()) {
            return found.group();
        }
        BigDecimal said = number.percent() ? is.movePointRight(2) : is;
        String digits = number.percent() ? plain(said.abs()) : said.abs().toPlainString();
        String grouped = number.digits().contains(",") ? grouped(digits) : digits;
        return (said.signum() < 0 ? "-" : "") + grouped + (found.group(3) == null ? "" : found.group(3));
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        return digits.substring(0, point).replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",") + digits.substring(point);
    }

    private static String digits(String text, BigDecimal was, BigDecimal is, String followed) {
        return text.replaceAll("(?<![\\w.,])" + Pattern.quote(plain(was)) + followed, plain(is));
    }

    /** Puts a number in place of one that is written as a word: as a word too, while it is small. */
    private static String word(String text, BigDecimal was, BigDecimal is, String followed) {
        Optional<String> old = word(was);
        if (old.isEmpty()) {
            return text;
        }
        String next = word(is).orElse(plain(is));
        String capital = Character.toUpperCase(old.get().charAt(0)) + old.get().substring(1);
        return text.replaceAll("\\b" + old.get() + "\\b" + followed, next)
                .replaceAll(
                        "\\b" + capital + "\\b" + followed, Character.toUpperCase(next.charAt(0)) + next.substring(1));
    }

    private static Optional<String> word(BigDecimal number) {
        boolean small = number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(SMALL.size())) < 0;
        return small ? Optional.of(SMALL.get(number.intValue())) : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

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
