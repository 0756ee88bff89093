package io.centerline.api;

import io.centerline.facts.DayRule;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import io.centerline.text.Nearest;
import io.centerline.text.TextRules;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request. A parameter exists because a method asks for it by name; whatever is left when
 * the issues are drawn up is unknown, so that a misspelt {@code recrod=false} cannot record. Not thread-safe.
 */
public final class Query {
    private static final int LONGEST_STATEMENT = 300;
    private static final String PARAMETER = "query parameter";
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,30}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>(2);
    private final List<Issue> issues = new ArrayList<>(0);
    private final List<String> blanks = new ArrayList<>(0);
    private String noun = PARAMETER;

    /**
     * Takes a query string apart.
     *
     * @param received the part of the address behind the question mark, as received; null without one
     */
    public Query(@Nullable String received) {
        if (received != null) {
            for (String pair : received.split("&", -1)) {
                if (!pair.isEmpty()) {
                    add(pair);
                }
            }
        }
    }

    /** The query of a form: blanks around texts are left out, and so are fields in which nothing was typed. Messages speak of fields. */
    public static Query ofForm(@Nullable String received) {
        Query form = new Query(received);
        form.noun = "field";
        form.values.replaceAll((name, value) -> value.strip());
        form.values.forEach((name, value) -> {
            if (value.isEmpty()) {
                form.blanks.add(name);
            }
        });
        form.values.keySet().removeAll(form.blanks);
        return form;
    }

    /** Whether a form has a field, also where nothing was typed. */
    public boolean isSent(String name) {
        return values.containsKey(name) || blanks.contains(name);
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
        Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
        if (name.isEmpty() || value.isEmpty()) {
            issue(
                    IssueCode.PARAMETER_MALFORMED,
                    "",
                    "the query string has " + Echo.of(pair) + ", which is not percent-encoded UTF-8",
                    "write special characters as their bytes in UTF-8, for example `%20`");
        } else if (values.putIfAbsent(name.get(), value.get()) != null) {
            issue(
                    IssueCode.PARAMETER_REPEATED,
                    name.get(),
                    "query parameter " + Echo.of(name.get()) + " is there twice",
                    "keep one");
        }
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean absent) {
        String value = take(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            unknownWord(name, value, List.of("true", "false"));
            return absent;
        }
        return value == null ? absent : value.equals("true");
    }

    /** A constant's name in lower case. */
    public <E extends Enum<E>> E word(String name, Class<E> words, E absent) {
        String value = take(name);
        if (value == null) {
            return absent;
        }
        for (E word : words.getEnumConstants()) {
            if (text(word).equals(value)) {
                return word;
            }
        }
        unknownWord(
                name,
                value,
                Arrays.stream(words.getEnumConstants()).map(Query::text).toList());
        return absent;
    }

    /** A day that rules cover, under the rule of {@link DayRule}. */
    public LocalDate day(String name, LocalDate absent, LocalDate firstCoveredDay) {
        String value = take(name);
        if (value == null) {
            return absent;
        }
        LocalDate day = realDay(name, value);
        if (day == null) {
            return absent;
        }
        if (day.isBefore(firstCoveredDay)) {
            issues.add(DayRule.beforeCoverage(pointer(name), subject(name, value), firstCoveredDay, "the rules cover"));
            return absent;
        }
        return day;
    }

    /** Any day under the rule of {@link DayRule}; null when absent or refused. */
    @Nullable
    public LocalDate day(String name) {
        String value = take(name);
        return value == null ? null : realDay(name, value);
    }

    private @Nullable LocalDate realDay(String name, String value) {
        LocalDate day = DayRule.find(value);
        if (day == null) {
            DayRule.Fault fault = DayRule.fault(value);
            issue(
                    fault.code(),
                    name,
                    subject(name, value) + " " + fault.predicate(value),
                    fault == DayRule.Fault.YEAR
                            ? "leave the " + noun.replace(PARAMETER, "parameter") + " out when there is no such day"
                            : "write for example `2026-03-02`");
        }
        return day;
    }

    /** An instant, written as in {@code 2026-11-26T04:00:00Z}; null when absent or unreadable. */
    @Nullable
    public Instant instant(String name) {
        String value = take(name);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notAnInstant) {
            issue(
                    IssueCode.DATE_MALFORMED,
                    name,
                    subject(name, value) + " " + noInstant(value),
                    "write for example `2026-11-26T04:00:00Z`");
            return null;
        }
    }

    private static String noInstant(String value) {
        int time = value.indexOf('T');
        String day = time < 0 ? "" : value.substring(0, time);
        return DayRule.fault(day) == DayRule.Fault.CALENDAR
                ? DayRule.Fault.CALENDAR.predicate(day)
                : "is not a time with its zone";
    }

    /** A statement that must be there: a person or a reason, not blank; empty after an issue. */
    public String statement(String name) {
        String value = take(name);
        if (value == null || value.isBlank()) {
            issue(
                    IssueCode.PARAMETER_MISSING,
                    name,
                    noun + " `" + name + "` is missing",
                    noun.equals(PARAMETER) ? "add `?" + name + "=` and a text" : "write a text");
            return "";
        }
        int fault = TextRules.firstFault(value);
        if (fault >= 0 || value.length() > LONGEST_STATEMENT) {
            issue(
                    fault >= 0 ? IssueCode.TEXT_MALFORMED : IssueCode.TEXT_TOO_LONG,
                    name,
                    subject(name, value)
                            + (fault >= 0
                                    ? " holds a control character"
                                    : " has more than " + LONGEST_STATEMENT + " characters"),
                    "write one line");
            return "";
        }
        return value;
    }

    /** One of the words of a closed list; null when absent or unknown. */
    @Nullable
    public String word(String name, List<String> words) {
        String value = take(name);
        if (value != null && !words.contains(value)) {
            unknownWord(name, value, words);
            return null;
        }
        return value;
    }

    /**
     * A text of a certain form; null when absent or of another.
     *
     * @param form what the text should be, as in "is not {@code form}"
     * @param help how to mend it
     */
    @Nullable
    public String text(String name, Predicate<String> isWellFormed, String form, String help) {
        String value = take(name);
        if (value != null && !isWellFormed.test(value)) {
            issue(IssueCode.VALUE_MALFORMED, name, subject(name, value) + " is not " + form, help);
            return null;
        }
        return value;
    }

    /** A whole number within bounds. */
    public int number(String name, int least, int most, int absent) {
        BigInteger number = whole(name);
        if (number == null) {
            return absent;
        }
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            issue(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    name,
                    noun + " `" + name + "` `" + number + "` is not between " + least + " and " + most,
                    "");
            return absent;
        }
        return number.intValueExact();
    }

    /**
     * A place to begin or end at, counted from 0; absent when not given or not a place.
     *
     * @param last the last one there is
     * @param beyond what is wrong with a later one, to end a sentence
     */
    public long place(String name, long absent, long last, String beyond) {
        BigInteger place = whole(name);
        if (place == null) {
            return absent;
        }
        if (place.signum() < 0) {
            issue(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    name,
                    noun + " `" + name + "` `" + place + "` is less than 0",
                    "count from `0`");
            return absent;
        }
        if (place.compareTo(BigInteger.valueOf(last)) > 0) {
            issue(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    name,
                    noun + " `" + name + "` `" + place + "` " + beyond,
                    "use a number up to `" + last + "`");
            return absent;
        }
        return place.longValueExact();
    }

    private @Nullable BigInteger whole(String name) {
        String value = take(name);
        if (value == null) {
            return null;
        }
        if (!WHOLE.matcher(value).matches()) {
            issue(
                    IssueCode.VALUE_MALFORMED,
                    name,
                    subject(name, value) + " is not a whole number",
                    "write for example `50`");
            return null;
        }
        return new BigInteger(value);
    }

    /** Refuses an interval that ends before it begins; to be asked once both ends are read. */
    public void ordered(String from, long begin, String to, long end) {
        if (begin > end && issues.isEmpty()) {
            issue(
                    IssueCode.INTERVAL_REVERSED,
                    from,
                    noun + " `" + from + "` `" + begin + "` is greater than `" + to + "` `" + end + "`",
                    "give the smaller number as `" + from + "`");
        }
    }

    /** A text as it came; null when absent. Whoever asks judges it and reports with {@link #issue}. */
    @Nullable
    public String raw(String name) {
        return take(name);
    }

    /** Reports a {@code cursor} that no page ever gave. */
    void malformedCursor(String received) {
        issue(
                IssueCode.CURSOR_MALFORMED,
                "cursor",
                subject("cursor", received) + " is not the `next` of any page",
                "copy `next` whole, or leave it out to begin anew");
    }

    /** Reports a {@code cursor} that a page with other filters gave. */
    void cursorOfAnotherQuery() {
        issue(
                IssueCode.CURSOR_OF_ANOTHER_QUERY,
                "cursor",
                "query parameter `cursor` belongs to a query with other filters",
                "repeat the filters of the page it came from, or leave it out to begin anew");
    }

    /** Everything wrong with the query string. To be asked for last: parameters not asked for until now are unknown. */
    public List<Issue> issues() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                issue(
                        IssueCode.PARAMETER_UNKNOWN,
                        name,
                        noun + " " + Echo.of(name) + " is not known",
                        known.isEmpty() ? "this address takes none" : Nearest.advise(name, known));
            }
        }
        return issues;
    }

    private @Nullable String take(String name) {
        if (!known.contains(name)) {
            known.add(name);
        }
        return values.get(name);
    }

    private void unknownWord(String name, String value, List<String> words) {
        issue(IssueCode.VALUE_UNKNOWN, name, subject(name, value) + " is not known", Nearest.advise(value, words));
    }

    /** Reports an issue of a parameter. */
    public void issue(IssueCode code, String name, String message, String help) {
        issues.add(new Issue(code, pointer(name), message, help));
    }

    private static String pointer(String name) {
        String shown = Echo.of(name);
        return "?" + shown.substring(1, shown.length() - 1);
    }

    /** A parameter in a sentence. */
    public String subject(String name, String value) {
        return noun + " `" + name + "` " + Echo.of(value);
    }

    private static String text(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> decode(String encoded) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int high = digit(encoded, i + 1);
                int low = digit(encoded, i + 2);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else if (c > 0x7E || c < ' ') {
                return Optional.empty();
            } else {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static int digit(String encoded, int at) {
        return at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
    }
}
