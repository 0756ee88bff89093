package io.centerline.tariff;

import io.centerline.tariff.HtsReading.Readable;
import io.centerline.tariff.HtsReading.Unreadable;
import io.centerline.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTS numbers as they arrive: strips formatting, never invents or drops a digit.
 *
 * <p>Accepts 8 or 10 ASCII digits with blanks, dots and hyphens between them, and numbers of chapters 98 and 99 that were
 * padded to ten digits with {@code 00}. A number the schedule knows costs one allocation when it is written plainly or
 * in the usual dotted forms. Never throws; immutable and safe to share.
 */
public final class HtsReader {

    private static final String EXAMPLE = "use the number from the entry summary, for example `8471.30.01`";
    private static final List<List<Integer>> USUAL_GROUPS =
            List.of(List.of(8), List.of(10), List.of(4, 2, 2), List.of(4, 2, 4), List.of(4, 2, 2, 2));

    private final Schedule schedule;
    private final boolean besideLevels;

    /** A reader that hands out the numbers of {@code schedule}. */
    public HtsReader(Schedule schedule) {
        this(schedule, false);
    }

    private HtsReader(Schedule schedule, boolean besideLevels) {
        this.schedule = schedule;
        this.besideLevels = besideLevels;
    }

    /** A reader for a place where an {@link HtsLevel} is taken too: it reads the same numbers, and its refusals say so. */
    public HtsReader besideLevels() {
        return new HtsReader(schedule, true);
    }

    /** The number that {@code received} holds, or why it holds none. */
    public HtsReading read(String received) {
        HtsNumber plain = plainlyWritten(received);
        return plain != null ? new Readable(plain, null, "") : readWithCare(received);
    }

    /** The known number written as 8 or 10 digits, plain or in the usual dotted groups; null for anything else. */
    private @Nullable HtsNumber plainlyWritten(String received) {
        int length = received.length();
        int dots = switch (length) {
            case 8 -> 0;
            case 10 -> received.charAt(4) == '.' ? 2 : 0;
            case 12 -> 2;
            case 13 -> 3;
            default -> -1;
        };
        if (dots < 0) {
            return null;
        }
        long key = 0;
        for (int i = 0; i < length; i++) {
            char c = received.charAt(i);
            boolean dotHere = i == 4 ? dots > 0 : i == 7 ? dots > 0 : i == 10 && dots == 3;
            if (dotHere) {
                if (c != '.') {
                    return null;
                }
            } else if (c < '0' || c > '9') {
                return null;
            } else {
                key = key * 10 + (c - '0');
            }
        }
        return schedule.known(key, length - dots);
    }

    private HtsReading readWithCare(String received) {
        HtsScan scan = new HtsScan(received);
        if (scan.isBlank()) {
            return new Unreadable(HtsFault.HTS_EMPTY, "HTS number is empty", EXAMPLE);
        }
        if (isExponent(received)) {
            return fault(
                    HtsFault.HTS_EXPONENT,
                    received,
                    "is a power of ten: a spreadsheet destroyed its digits",
                    "format the column as text, then enter the number from the entry summary again");
        }
        if (scan.holdsSeveral()) {
            return fault(
                    HtsFault.HTS_SEVERAL,
                    received,
                    "holds more than one number",
                    "give one number per field; a line takes a list of numbers");
        }
        if (scan.foreign() >= 0) {
            return fault(
                    HtsFault.HTS_BAD_CHARACTER,
                    received,
                    "holds " + VisibleText.ofCharacter(scan.foreign()) + " at position " + scan.foreignPosition(),
                    "use the digits 0 to 9, dots, hyphens and blanks only, for example `8471.30.01`");
        }
        if (scan.groups().isEmpty()) {
            return fault(HtsFault.HTS_EMPTY, received, "has no digits", EXAMPLE);
        }
        if (scan.groupMissing()) {
            return fault(
                    HtsFault.HTS_DIGIT_GROUP_MISSING,
                    received,
                    "has a leading or doubled separator, a digit group may be missing",
                    EXAMPLE);
        }
        return scan.isFloat()
                ? digits(received, scan.digits().substring(0, scan.groups().get(0)), List.of(), HtsNote.HTS_FLOAT)
                : digits(received, scan.digits(), scan.groups(), null);
    }

    private HtsReading digits(String received, String digits, List<Integer> groups, @Nullable HtsNote note) {
        int count = digits.length();
        if (count == 8 || count == 10) {
            boolean usual = groups.isEmpty() || USUAL_GROUPS.contains(groups);
            return wellFormed(received, digits, usual ? note : HtsNote.HTS_GROUPING);
        }
        if (besideLevels && count <= 6 && count % 2 == 0) {
            return isNoChapter(digits)
                    ? noSuchChapter(received, digits)
                    : fault(
                            count == 6 ? HtsFault.HTS_SUBHEADING_ONLY : HtsFault.HTS_TOO_SHORT,
                            received,
                            "is a chapter, heading or subheading written in an unusual way",
                            "write it as `84`, `8471` or `8471.30`");
        }
        if (count == 6) {
            return fault(
                    HtsFault.HTS_SUBHEADING_ONLY,
                    received,
                    "is a 6-digit HS subheading; 8 or 10 digits needed",
                    EXAMPLE);
        }
        String problem = "has " + count + (count == 1 ? " digit" : " digits") + ", expected "
                + (besideLevels ? "2, 4, 6, 8 or 10" : "8 or 10");
        if (count > 10) {
            return fault(HtsFault.HTS_TOO_LONG, received, problem, EXAMPLE);
        }
        int firstGroup = groups.size() > 1 ? groups.get(0) : 0;
        if (count == 9 || count == 7) {
            return zeroLost(received, problem, digits, firstGroup);
        }
        if (count == 5 && firstGroup != 4 && schedule.hasPrefix("0" + digits)) {
            String help = "a leading zero may be missing: it would be the subheading `0" + digits.substring(0, 3) + "."
                    + digits.substring(3) + "`; " + EXAMPLE;
            return fault(HtsFault.HTS_LEADING_ZERO_LOST, received, problem, help);
        }
        String help = besideLevels
                ? "write a chapter, heading, subheading or number: `84`, `8471`, `8471.30`, `8471.30.01`"
                : EXAMPLE;
        return fault(HtsFault.HTS_TOO_SHORT, received, problem, help);
    }

    private HtsReading wellFormed(String received, String digits, @Nullable HtsNote note) {
        if (digits.length() == 10 && digits.startsWith("00")) {
            String padded = digits.substring(2);
            if (padded.startsWith("98") || padded.startsWith("99")) {
                return readable(received, padded, note);
            }
            if (!isNoChapter(padded)) {
                return fault(
                        HtsFault.HTS_PADDED,
                        received,
                        "is padded with zeros, as only numbers of chapters 98 and 99 are",
                        "without the padding it is `" + new HtsNumber(padded).text() + "`");
            }
        }
        if (isNoChapter(digits)) {
            return noSuchChapter(received, digits);
        }
        return readable(received, digits, note);
    }

    private static Unreadable noSuchChapter(String received, String digits) {
        return fault(
                HtsFault.HTS_NO_SUCH_CHAPTER,
                received,
                "names chapter " + digits.substring(0, 2) + ", which does not exist",
                "chapters run from 01 to 99 and leave out 77; " + EXAMPLE);
    }

    private Readable readable(String received, String digits, @Nullable HtsNote note) {
        HtsNumber number = schedule.find(digits).orElseGet(() -> new HtsNumber(digits));
        if (note == null) {
            return new Readable(number, null, "");
        }
        String oddity = switch (note) {
            case HTS_FLOAT -> " was written as a decimal number";
            case HTS_GROUPING -> " is grouped in an unusual way";
        };
        return new Readable(
                number, note, "HTS number " + VisibleText.of(received) + oddity + ", read as `" + number.text() + "`");
    }

    /** Names what the number would be with one zero more; a first group of four or three digits tells at which end. */
    private Unreadable zeroLost(String received, String problem, String digits, int firstGroup) {
        List<HtsNumber> fitting = new ArrayList<>();
        boolean leading = firstGroup != 4 && addFitting(fitting, "0" + digits);
        if (firstGroup != 3) {
            addFitting(fitting, digits + "0");
        }
        if (fitting.isEmpty()) {
            String help = "a leading zero may be missing, but no number of the schedule fits; " + EXAMPLE;
            return fault(HtsFault.HTS_LEADING_ZERO_LOST, received, problem, help);
        }
        // Nine digits that the tariff knows are no social security number, and are shown as they came.
        String shown = "HTS number " + VisibleText.asReceived(received) + " " + problem;
        return new Unreadable(HtsFault.HTS_LEADING_ZERO_LOST, shown, lostZeroHelp(fitting, leading));
    }

    private static String lostZeroHelp(List<HtsNumber> fitting, boolean leading) {
        String first = "`" + fitting.get(0).text() + "`";
        if (fitting.size() > 1) {
            return "a leading zero may be missing, or one at the end: " + first + " or `"
                    + fitting.get(1).text() + "`; check the entry summary";
        }
        return (leading
                        ? "a leading zero may be missing: it would be "
                        : "a zero at the end may be missing: it would be ")
                + first + "; send numbers as text so that none is lost";
    }

    private boolean addFitting(List<HtsNumber> fitting, String digits) {
        boolean padded = digits.startsWith("0098") || digits.startsWith("0099");
        return schedule.find(padded ? digits.substring(2) : digits)
                .map(fitting::add)
                .orElse(false);
    }

    private static boolean isNoChapter(String digits) {
        return digits.startsWith("00") || digits.startsWith("77");
    }

    /** Whether the text reads {@code 8.471E+09}: a decimal number, E, and a whole number. */
    private static boolean isExponent(String received) {
        String text = HtsScan.withoutBlanks(received);
        int e = Math.max(text.indexOf('E'), text.indexOf('e'));
        if (e < 1) {
            return false;
        }
        boolean digitBefore = false;
        int marks = 0;
        for (int i = 0; i < e; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digitBefore = true;
            } else if (c == '.' || c == ',') {
                marks++;
            } else if (c != '-') {
                return false;
            }
        }
        int from = e + 1;
        if (from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-')) {
            from++;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digitBefore && marks < 2 && from < text.length();
    }

    private static Unreadable fault(HtsFault fault, String received, String problem, String help) {
        return new Unreadable(fault, "HTS number " + VisibleText.of(received) + " " + problem, help);
    }
}
