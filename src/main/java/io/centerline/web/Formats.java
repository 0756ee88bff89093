package io.centerline.web;

import io.centerline.rulebook.language.InForce;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How templates write days, numbers and amounts: as people in the United States do. Times are UTC. */
@TemplateExtension
public final class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss 'UTC'", Locale.US).withZone(ZoneOffset.UTC);
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.US);
    private static final int SHORT_HASH = 8;
    private static final Pattern OFFICE = Pattern.compile("[A-Z_]+");
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    /** Code between backticks, or a day outside of it. */
    private static final Pattern CODE_OR_DAY =
            Pattern.compile("`([^`]+)`|(?<![\\w=/-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\w-])");

    private Formats() {}

    /** The name of a JSON member in words: {@code decidedAt} is "decided at". */
    public static String spaced(String member) {
        return CAPITAL.matcher(member).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** A day as in {@code 11/25/2026}. */
    public static String us(LocalDate day) {
        return DAY.format(day);
    }

    /** A month that counts are kept by, {@code 2026-11}, as in {@code 11/2026}. */
    public static String month(String key) {
        return MONTH.format(YearMonth.parse(key));
    }

    /** How a browser is to ask for a day: a field of type {@code date} would drop a text that is none. */
    public static String dayInput(String typed) {
        try {
            LocalDate.parse(typed);
            return "date";
        } catch (DateTimeException noDay) {
            return typed.isEmpty() ? "date" : "text";
        }
    }

    /** A moment as in {@code 11/25/2026 01:02:03 UTC}. */
    public static String us(Instant moment) {
        return MOMENT.format(moment);
    }

    /** The days of a rule, as in {@code from 04/04/2013 on} or {@code 04/04/2013 to 03/09/2014}. */
    public static String span(InForce days) {
        return days.until().equals(InForce.OPEN)
                ? "from " + us(days.from()) + " on"
                : us(days.from()) + " to " + us(days.until());
    }

    /**
     * What a day outside the days of a rule means for it, as in {@code no longer in force since 03/10/2014} or
     * {@code not yet in force, from 04/04/2027}.
     */
    public static String outside(InForce days, LocalDate day) {
        return day.isBefore(days.from())
                ? "not yet in force, from " + us(days.from())
                : "no longer in force since " + us(days.until().plusDays(1));
    }

    /** A whole number with its thousands set apart, as in {@code 1,234}. */
    public static String grouped(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    /** The same of an {@code int}. */
    public static String grouped(int number) {
        return grouped((long) number);
    }

    /** US dollars, cents only where there are any, as in {@code $3,700} or {@code $3,700.50}. */
    public static String dollars(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return new DecimalFormat(whole ? "$#,##0;-$#,##0" : "$#,##0.00;-$#,##0.00", SYMBOLS).format(amount);
    }

    /** A share from 0 to 1 as a percentage with at most one decimal, as in {@code 76.5 %}; half goes to the even neighbor. */
    public static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** A share from 0 to 1 as a length in a picture that is 1,000 units wide. */
    public static String thousandths(BigDecimal share) {
        return share.movePointRight(3).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A hash shortened in the middle, as in {@code sha256:0123abcd…89abcdef}. */
    public static String shortened(String hash) {
        int digits = hash.indexOf(':') + 1;
        return hash.length() - digits <= 2 * SHORT_HASH
                ? hash
                : hash.substring(0, digits + SHORT_HASH) + "…" + hash.substring(hash.length() - SHORT_HASH);
    }

    /** A constant in words, as in {@code entry summary} for {@code ENTRY_SUMMARY}. */
    public static String spoken(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A code as words, as in {@code No majority}. */
    public static String words(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A sentence of the service as HTML: what it has between backticks is code, and all else is text with days as in {@link #us}. */
    public static RawString prose(String sentence) {
        String text = sentence.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return new RawString(
                CODE_OR_DAY.matcher(text).replaceAll(found -> found.group(1) == null ? "$3/$4/$2" : "<code>$1</code>"));
    }

    /** A sentence without the id that it begins with, for where the id stands before it. */
    public static String behind(String sentence, String id) {
        return sentence.startsWith(id + " ") ? sentence.substring(id.length() + 1) : sentence;
    }

    /** What people wrote, without characters that are not seen but change how the rest is read. */
    public static String shown(String text) {
        return Echo.shown(text);
    }

    /** A text as part of the query of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The title of the Center with a code, or what decisions call it when there is none; else the code itself. */
    public static String centerTitle(String code) {
        return Center.findByCode(code).map(Center::title).orElseGet(() -> switch (code) {
            case "PNDING" -> "Pending Center Assignment";
            case "NOTELG" -> "Not Center Eligible";
            default -> OFFICE.matcher(code).matches() ? words(code) : code;
        });
    }
}
