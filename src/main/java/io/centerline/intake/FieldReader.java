package io.centerline.intake;

import io.centerline.facts.DayRule;
import io.centerline.facts.EntryLine;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Words;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import io.centerline.text.Nearest;
import io.centerline.text.TextRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for single fields, the same for JSON and for files: each method takes a field's text as received and gives
 * its value, or null after reporting an issue at the place. Not thread-safe, as its {@link Issues} are not.
 */
public final class FieldReader {

    public static final int LONGEST_NAME = 300;
    static final int LONGEST_REFERENCE = 300;

    /** The greatest value of a line, in cents: 13 digits before the point. */
    public static final long MOST_CENTS = 999_999_999_999_999L;

    private static final int MOST_VALUE_DIGITS = 13;
    private static final int MOST_TOTAL_DIGITS = 30;
    private static final int MOST_QUANTITY_DIGITS = 15;
    private static final int MOST_QUANTITY_DECIMALS = 6;

    private static final Pattern RULEBOOK = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Issues issues;
    private final ImporterNumberReader importerNumbers = new ImporterNumberReader();

    public FieldReader(Issues issues) {
        this.issues = issues;
    }

    /** A text of at most so many characters (Unicode code points), perhaps empty. */
    @Nullable
    public String text(InputPlace place, String text, int longest) {
        int fault = TextRules.firstFault(text);
        if (fault >= 0) {
            String what = Character.isSurrogate(text.charAt(fault)) ? "half a surrogate pair" : "a control character";
            String code = String.format(Locale.ROOT, "U+%04X", (int) text.charAt(fault));
            issues.add(
                    IssueCode.TEXT_MALFORMED,
                    place,
                    place.subject() + " holds " + what + ", " + code + ", at position " + (fault + 1),
                    "remove it");
            return null;
        }
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            issues.add(
                    IssueCode.TEXT_TOO_LONG,
                    place,
                    place.subject() + " has " + text.codePointCount(0, text.length()) + " characters, at most "
                            + longest + " are accepted",
                    "shorten it");
            return null;
        }
        return text;
    }

    /** A text that says something. */
    @Nullable
    String statement(InputPlace place, String text, int longest) {
        if (text.isBlank()) {
            issues.add(IssueCode.FIELD_MISSING, place, place.subject() + " is empty", "name the document or person");
            return null;
        }
        return text(place, text, longest);
    }

    /** The hash of a rulebook, {@code sha256:} and 64 hexadecimal digits in lower case. */
    @Nullable
    String rulebook(InputPlace place, String text) {
        if (RULEBOOK.matcher(text).matches()) {
            return text;
        }
        issues.add(
                IssueCode.VALUE_MALFORMED,
                place,
                place.subject() + " " + Echo.of(text) + " is no hash of a rulebook",
                "write `sha256:` and 64 hexadecimal digits in lower case, as `receipt.rulebook` shows it");
        return null;
    }

    /** An id as the service gives it, {@code 01234567-89ab-7def-8123-456789abcdef}. */
    @Nullable
    UUID id(InputPlace place, String text) {
        if (ID.matcher(text).matches()) {
            return UUID.fromString(text);
        }
        issues.add(
                IssueCode.VALUE_MALFORMED,
                place,
                place.subject() + " " + Echo.of(text) + " is no id",
                "write it as the service gave it, such as `01234567-89ab-7def-8123-456789abcdef`");
        return null;
    }

    /** A day under the rule of {@link DayRule}. */
    @Nullable
    public LocalDate date(InputPlace place, String text) {
        LocalDate day = DayRule.find(text);
        if (day == null) {
            DayRule.Fault fault = DayRule.fault(text);
            issues.add(
                    fault.code(),
                    place,
                    place.subject() + " " + Echo.of(text) + " " + fault.predicate(text),
                    switch (fault) {
                        case FORM -> "write for example `2026-03-02`";
                        case CALENDAR -> "correct the day";
                        case YEAR -> "leave the field out when there is no such day";
                    });
        }
        return day;
    }

    /** A day as {@link #date}, not before the first one that rules cover. */
    @Nullable
    LocalDate asOf(InputPlace place, String text, LocalDate firstCoveredDay) {
        LocalDate asOf = date(place, text);
        if (asOf != null && asOf.isBefore(firstCoveredDay)) {
            issues.add(DayRule.beforeCoverage(
                    place.pointer(), place.subject() + " `" + asOf + "`", firstCoveredDay, "the rules cover"));
            return null;
        }
        return asOf;
    }

    /** An amount of dollars, as cents: digits, perhaps a point and one or two decimals. */
    @Nullable
    public Long cents(InputPlace place, String text) {
        if (!isPlainDecimal(place, text, "5400.00", MOST_VALUE_DIGITS, 2)) {
            return null;
        }
        int point = text.indexOf('.');
        long cents = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i != point) {
                cents = cents * 10 + (text.charAt(i) - '0');
            }
        }
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        return decimals == 0 ? cents * 100 : decimals == 1 ? cents * 10 : cents;
    }

    /** A total of dollars, scale 2: written as {@link #cents} with as many digits as the values of any case add up to. */
    @Nullable
    public BigDecimal total(InputPlace place, String text) {
        return isPlainDecimal(place, text, "5400.00", MOST_TOTAL_DIGITS, 2) ? new BigDecimal(text).setScale(2) : null;
    }

    /** The two digits of an entry type. */
    @Nullable
    String entryType(InputPlace place, String text) {
        if (EntryLine.isEntryType(text)) {
            return text;
        }
        issues.add(
                IssueCode.VALUE_MALFORMED,
                place,
                place.subject() + " " + Echo.of(text) + " is not the code of an entry type",
                "write its two digits, for example `01`");
        return null;
    }

    /** A quantity in the tariff's unit: digits, perhaps a point and up to six decimals. */
    @Nullable
    public BigDecimal quantity(InputPlace place, String text) {
        return isPlainDecimal(place, text, "12.5", MOST_QUANTITY_DIGITS, MOST_QUANTITY_DECIMALS)
                ? new BigDecimal(text)
                : null;
    }

    /** An integer, given by its digits, of at least {@code least} and at most 2147483647. */
    @Nullable
    public Integer integer(InputPlace place, String digits, int least) {
        boolean negative = digits.startsWith("-");
        for (int i = negative ? 1 : 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                issues.add(
                        IssueCode.VALUE_MALFORMED,
                        place,
                        place.subject() + " " + Echo.of(digits) + " is not an integer",
                        "write it with digits alone");
                return null;
            }
        }
        boolean fits = digits.length() <= 11 && digits.length() > (negative ? 1 : 0);
        long value = fits ? Long.parseLong(digits) : Long.MAX_VALUE;
        if (value < least || value > Integer.MAX_VALUE) {
            issues.add(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    place,
                    place.subject() + " " + Echo.of(digits) + " is outside " + least + " to " + Integer.MAX_VALUE,
                    "send a number within these limits");
            return null;
        }
        return (int) value;
    }

    /** A word of a closed list, written exactly. */
    public <E> @Nullable E word(InputPlace place, String text, Words<E> words) {
        E value = words.find(text);
        if (value == null) {
            issues.add(
                    IssueCode.VALUE_UNKNOWN,
                    place,
                    place.subject() + " " + Echo.of(text) + " is not known",
                    Nearest.advise(text, words.list()));
        }
        return value;
    }

    /** A Center by its ACE code. */
    @Nullable
    Center center(InputPlace place, String text) {
        Center center = Words.CENTERS.find(text);
        if (center == null) {
            issues.add(
                    IssueCode.VALUE_UNKNOWN,
                    place,
                    place.subject() + " " + Echo.of(text) + " is not the code of a Center",
                    findByTitle(text)
                            .map(named -> "did you mean `" + named.code() + "`, " + named.title() + "?")
                            .orElse("codes run from `CEE001` to `CEE010`"));
        }
        return center;
    }

    /** An importer of record number. */
    @Nullable
    public ImporterNumber importerNumber(InputPlace place, String text) {
        ImporterNumberReader.Reading reading = importerNumbers.read(text);
        if (reading instanceof ImporterNumberReader.Reading.Readable readable) {
            return readable.number();
        }
        ImporterNumberReader.Reading.Unreadable fault = (ImporterNumberReader.Reading.Unreadable) reading;
        issues.add(fault.code(), place, place.prefix() + fault.message(), fault.help());
        return null;
    }

    private static Optional<Center> findByTitle(String text) {
        for (Center center : Center.values()) {
            if (center.title().equalsIgnoreCase(text)
                    || center.code().equalsIgnoreCase(text)
                    || center.name().equalsIgnoreCase(text)) {
                return Optional.of(center);
            }
        }
        return Optional.empty();
    }

    private boolean isPlainDecimal(InputPlace place, String text, String example, int mostDigits, int mostDecimals) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (isNegative(text)) {
            issues.add(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    place,
                    place.subject() + " " + Echo.of(text) + " is negative",
                    "send 0 or more");
            return false;
        }
        boolean plain = whole > 0
                && (point < 0 || decimals > 0)
                && areDigits(text, 0, whole)
                && areDigits(text, whole + 1, text.length());
        if (!plain || decimals > mostDecimals) {
            String expected = " is not a plain decimal number with at most " + mostDecimals + " decimals";
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    place,
                    place.subject() + " " + Echo.of(text) + expected,
                    "write for example `" + example + "`, without exponent, currency or thousands separators");
            return false;
        }
        if (whole > mostDigits) {
            issues.add(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    place,
                    place.subject() + " " + Echo.of(text) + " has more than " + mostDigits + " digits before the point",
                    "compare it with the entry summary");
            return false;
        }
        return true;
    }

    private static boolean isNegative(String text) {
        return text.length() > 1 && text.charAt(0) == '-' && text.charAt(1) >= '0' && text.charAt(1) <= '9';
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
