package io.centerline.intake.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount of dollars as a cell writes it: with or without {@code $}, separators of thousands, and parentheses or a minus for
 * what is negative. A separator that could be either of two things is not guessed. Stateless.
 */
final class WrittenMoney {
    /** The text is no amount. */
    static final long FAULT = -2;
    /** Less than nothing. */
    static final long NEGATIVE = -3;
    /** Another currency than the US dollar. */
    static final long FOREIGN = -4;
    /** More than thirteen digits before the point. */
    static final long TOO_LARGE = -5;

    private static final int MOST_DIGITS = 13;
    private static final Pattern DOLLARS = Pattern.compile("(?i)US ?\\$|USD|\\$");
    private static final Pattern OTHER_CURRENCY = Pattern.compile(
            "(?i)[€£¥₹₩]|\\b(?:EUR|GBP|CAD|AUD|CNY|RMB|JPY|MXN|CHF|INR|KRW|TWD|HKD|SGD|BRL|SEK|DKK|NOK|PLN|THB|VND)\\b"
                    + "|(?<![A-Z])(?:C|CA|A|AU|HK|MX|NT|S|R) ?\\$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern POINT =
            Pattern.compile("(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]{0,2}0*)?|\\.[0-9]{1,2}");
    private static final Pattern COMMA = Pattern.compile("(?:[0-9]+|[0-9]{1,3}(?:\\.[0-9]{3})+)(?:,[0-9]{0,2}0*)?");
    private static final Pattern OPEN_POINT = Pattern.compile("[0-9]{1,3}\\.[0-9]{3}");
    private static final Pattern OPEN_COMMA = Pattern.compile("[0-9]{1,3},[0-9]{3}");

    private WrittenMoney() {}

    /**
     * Reads a cell.
     *
     * @param comma whether amounts of the column have a decimal comma
     * @param number whether the cell holds a number of a workbook, which may have any number of decimals
     * @return cents, or one of the faults
     */
    static long cents(String text, boolean comma, boolean number) {
        long plain = plain(text, comma);
        if (plain >= 0) {
            return plain;
        }
        String amount = text;
        if (OTHER_CURRENCY.matcher(amount).find()) {
            return FOREIGN;
        }
        amount = BLANKS.matcher(DOLLARS.matcher(amount).replaceAll("")).replaceAll("");
        boolean negative = false;
        if (amount.startsWith("(") && amount.endsWith(")")) {
            negative = true;
            amount = amount.substring(1, amount.length() - 1);
        }
        if (amount.startsWith("-") || amount.startsWith("\u2212")) {
            negative = true;
            amount = amount.substring(1);
        } else if (amount.endsWith("-")) {
            negative = true;
            amount = amount.substring(0, amount.length() - 1);
        }
        if (amount.isEmpty()) {
            // Accounting formats write zero as a dash.
            return negative ? 0 : FAULT;
        }
        if (number && amount.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
            return signed(rounded(amount), negative);
        }
        boolean withPoint = POINT.matcher(amount).matches();
        boolean withComma = COMMA.matcher(amount).matches();
        if (OPEN_POINT.matcher(amount).matches() && !comma
                || OPEN_COMMA.matcher(amount).matches() && comma) {
            return FAULT;
        }
        if (OPEN_POINT.matcher(amount).matches() || withComma && !withPoint) {
            amount = amount.replace(".", "").replace(',', '.');
        } else if (withPoint) {
            amount = amount.replace(",", "");
        } else {
            return FAULT;
        }
        return signed(rounded(amount), negative);
    }

    /** Whether the only separator of an amount could be one of thousands or of decimals. */
    static boolean isOpen(String text) {
        String amount = BLANKS.matcher(DOLLARS.matcher(text).replaceAll("")).replaceAll("");
        return OPEN_POINT.matcher(amount).matches()
                || OPEN_COMMA.matcher(amount).matches();
    }

    /** Whether the text is an amount whose comma can only be a decimal one, such as {@code 1.234,50}. */
    static boolean hasDecimalComma(String text) {
        int comma = text.lastIndexOf(',');
        if (comma < 0) {
            return false;
        }
        String amount = BLANKS.matcher(DOLLARS.matcher(text).replaceAll("")).replaceAll("");
        return COMMA.matcher(amount).matches() && !POINT.matcher(amount).matches();
    }

    /** The cents of the common forms, such as {@code 1250.5} and {@code $1,250.50}; -1 for any other text. */
    private static long plain(String text, boolean comma) {
        int length = text.length();
        long value = 0;
        int decimals = -1;
        int group = 0;
        boolean grouped = false;
        int start = length > 0 && text.charAt(0) == '$' ? 1 : 0;
        if (length == start || length - start > MOST_DIGITS) {
            return -1;
        }
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && decimals < 2) {
                value = value * 10 + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
                group += decimals < 0 ? 1 : 0;
            } else if (c == ',' && decimals < 0 && (grouped ? group == 3 : group > 0 && group <= 3)) {
                grouped = true;
                group = 0;
            } else if (c == '.' && decimals < 0 && (grouped ? group == 3 : group > 0)) {
                decimals = 0;
            } else {
                return -1;
            }
        }
        if (grouped && (group != 3 || comma && decimals < 0)) {
            return -1;
        }
        return decimals < 0 ? value * 100 : decimals == 1 ? value * 10 : decimals == 2 ? value : -1;
    }

    private static long signed(long cents, boolean negative) {
        return negative && cents > 0 ? NEGATIVE : cents;
    }

    private static long rounded(String amount) {
        if (amount.indexOf('.') != amount.lastIndexOf('.') || amount.equals(".") || amount.length() > 60) {
            return FAULT;
        }
        BigDecimal dollars = new BigDecimal(amount.startsWith(".") ? "0" + amount : amount);
        return dollars.precision() - dollars.scale() > MOST_DIGITS
                ? TOO_LARGE
                : dollars.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
