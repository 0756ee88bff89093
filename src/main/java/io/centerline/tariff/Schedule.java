package io.centerline.tariff;

import io.centerline.text.Series;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the HTSUS: which can be reported, which once could, and their units. There is the edition of the program,
 * and there may be others beside it ({@link #with}), which apply on days of their own. Where no day is asked for, the answer
 * is that of the program's edition.
 *
 * <p>Holds 10-digit numbers and 8-digit rate lines. A rate line that its source does not list, but that 10-digit numbers
 * lie under, is known too, since an entry line may report eight digits: it is active when it is listed as such or any
 * number under it is active, else expired. Its unit is the one listed for it, else the one its active numbers share.
 * Sources: the revision as USITC publishes it, CBP's reporting numbers (ACE), and the numbers dropped by revisions since
 * November 2024. No dates are kept, because CBP's expiry dates do not tell whether a number is current.
 *
 * <p>Immutable and safe to share; look-ups neither allocate nor lock.
 */
public final class Schedule {

    /** Stands in the name of a schedule between the program's edition and the hash of all. */
    public static final String WITH = "-with-";

    private static final String RESOURCE = "hts-2026-rev4.txt";
    private static final long HASH = 0x9E3779B97F4A7C15L;
    private static final int MOST_NAMED = 5;
    private static final Pattern YEAR = Pattern.compile("hts-([0-9]{4})(-.*)?");

    private final String edition;
    /** The edition without others beside it; this one where there are none. */
    private final Schedule own;
    /** Ascending by first day. */
    private final List<AddedEdition> added;

    private final byte[] text;
    private final List<HtsNumber> numbers;
    private final NumberStatus[] statuses;
    private final String[] units;
    /** Per number, in order: its digits filled up to ten, so that everything under a prefix is one stretch. */
    private final long[] filled;
    /** Open addressing from {@link #key} to position + 1; zero is empty. */
    private final long[] keys;

    private final int[] positions;

    private Schedule(ScheduleText read, byte[] bytes) {
        Lines lines = new Lines();
        for (ScheduleRow row : read.rows()) {
            lines.add(row);
        }
        int size = lines.numbers.size();
        edition = read.edition();
        own = this;
        added = List.of();
        text = bytes;
        numbers = List.copyOf(lines.numbers);
        statuses = lines.statuses.toArray(new NumberStatus[0]);
        units = lines.units.toArray(new String[0]);
        filled = new long[size];
        keys = new long[Integer.highestOneBit(Math.max(1, size)) * 4];
        positions = new int[keys.length];
        for (int i = 0; i < size; i++) {
            String digits = numbers.get(i).digits();
            long key = key(digits);
            filled[i] = digits.length() == 8 ? key * 100 : key;
            int slot = slot(key);
            keys[slot] = key;
            positions[slot] = i + 1;
        }
    }

    private Schedule(Schedule own, List<AddedEdition> others) {
        this.own = own;
        added = others;
        text = ScheduleBundle.write(own.text, others);
        edition = ScheduleBundle.name(own.edition, text);
        numbers = own.numbers;
        statuses = own.statuses;
        units = own.units;
        filled = own.filled;
        keys = own.keys;
        positions = own.positions;
    }

    /**
     * The edition that ships with the program.
     *
     * @throws IllegalStateException when the resource is damaged, naming the line
     */
    public static Schedule load() {
        return of(shipped());
    }

    /** The text of the edition that ships with the program, which {@link #of(byte[])} reads. */
    public static byte[] shipped() {
        try (InputStream in = Schedule.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the schedule " + RESOURCE + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the schedule " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * A schedule from its text, as {@link #text()} and {@code GET /v1/schedules/{edition}} give it.
     *
     * @throws IllegalStateException when the text is anything else or damaged, naming the line
     */
    public static Schedule of(byte[] text) {
        return ScheduleBundle.is(text)
                ? ScheduleBundle.read(text)
                : new Schedule(ScheduleText.read(text), text.clone());
    }

    static Schedule of(ScheduleText text) {
        return new Schedule(text, text.write());
    }

    /**
     * An edition that lists these numbers, all of which can be reported.
     *
     * @param edition its name
     * @param units the units of each number of 8 or 10 digits, several joined with {@code ", "}; empty where none is listed
     */
    public static Schedule listed(String edition, SortedMap<String, String> units) {
        List<ScheduleRow> rows = new ArrayList<>(units.size());
        units.forEach((digits, unit) ->
                rows.add(new ScheduleRow(new HtsNumber(digits).digits(), NumberSource.REVISION, unit)));
        return of(new ScheduleText(edition, rows));
    }

    /**
     * This edition with others beside it, each of which applies on its days; the schedule itself when there are none. Whoever
     * adds editions sees to it that no two begin on one day and no two have one name.
     */
    public Schedule with(List<AddedEdition> others) {
        return others.isEmpty()
                ? own
                : new Schedule(
                        own,
                        others.stream()
                                .sorted(Comparator.comparing(AddedEdition::from).thenComparing(AddedEdition::name))
                                .toList());
    }

    /**
     * The name that receipts have: {@code hts-2026-rev4}. With others beside it the name tells all of them by a hash of the
     * text, {@code hts-2026-rev4-with-0a1b2c3d4e5f}.
     */
    public String edition() {
        return edition;
    }

    /** The text of all of it, which {@link #of(byte[])} reads. */
    public byte[] text() {
        return text.clone();
    }

    /** The editions beside the program's, ascending by first day. */
    public List<AddedEdition> added() {
        return added;
    }

    /** The program's edition alone. */
    public Schedule own() {
        return own;
    }

    /** The names of all editions, that of the program first. */
    public List<String> editions() {
        return Stream.concat(Stream.of(own.edition), added.stream().map(AddedEdition::name))
                .toList();
    }

    /**
     * The edition that applies on a day: the one that began last, of those that have not ended. The program's edition applies
     * on days that no other one covers. It is never taken to have begun before the year in its name, since its first day is
     * not known.
     */
    public Schedule on(LocalDate day) {
        AddedEdition latest = null;
        for (AddedEdition each : added) {
            latest = each.isOn(day) ? each : latest;
        }
        LocalDate ownFrom = ownFrom();
        return latest == null || (latest.from().isBefore(ownFrom) && !day.isBefore(ownFrom)) ? own : latest.schedule();
    }

    /** The first day that the program's edition can have; the first of all days when its name has no year. */
    public LocalDate ownFrom() {
        Matcher named = YEAR.matcher(own.edition);
        return named.matches() ? LocalDate.of(Integer.parseInt(named.group(1)), 1, 1) : LocalDate.MIN;
    }

    /**
     * Every number of the program's edition, active or expired, ascending by digits; a rate line stands before the numbers
     * under it.
     */
    public List<HtsNumber> numbers() {
        return numbers;
    }

    /** Whether the number can be reported under the program's edition, once could, or is unknown to it. */
    public NumberStatus status(HtsNumber number) {
        int position = position(key(number.digits()));
        return position < 0 ? NumberStatus.UNKNOWN : statuses[position];
    }

    /** Whether the number can be reported on a day; see {@link NumberStatus}. */
    public NumberStatus status(HtsNumber number, LocalDate day) {
        Schedule applies = on(day);
        NumberStatus status = applies.status(number);
        if (status != NumberStatus.UNKNOWN) {
            return status;
        }
        boolean elsewhere = false;
        for (AddedEdition each : added) {
            if (each.schedule().status(number) != NumberStatus.UNKNOWN) {
                if (!each.from().isAfter(day)) {
                    return NumberStatus.EXPIRED;
                }
                elsewhere = true;
            }
        }
        return elsewhere || own.status(number) != NumberStatus.UNKNOWN
                ? NumberStatus.OTHER_EDITION
                : NumberStatus.UNKNOWN;
    }

    /** Whether the status of the number is the same on every day. */
    public boolean isSteady(HtsNumber number) {
        if (added.isEmpty()) {
            return true;
        }
        NumberStatus status = own.status(number);
        for (AddedEdition each : added) {
            if (each.schedule().status(number) != status) {
                return false;
            }
        }
        return status != NumberStatus.EXPIRED;
    }

    /** What a caller should know about the number on a day, without place; null when it can be reported. */
    public @Nullable NumberRemark remark(HtsNumber number, LocalDate day) {
        NumberStatus status = status(number, day);
        String subject = "HTS number `" + number.text() + "` is ";
        return switch (status) {
            case ACTIVE -> null;
            case EXPIRED ->
                new NumberRemark(
                        status,
                        subject + "no longer in the schedule `" + on(day).edition() + "`" + elsewhere(number, day));
            case OTHER_EDITION ->
                new NumberRemark(
                        status,
                        subject + "not in the schedule `" + on(day).edition() + "`, which applies on " + day
                                + elsewhere(number, day));
            case UNKNOWN -> new NumberRemark(status, subject + "in " + noEdition() + "; " + knownPrefix(number));
        };
    }

    /** In words that the loaded editions lack something: none of them has it. */
    public String noEdition() {
        List<String> names = editions();
        String named = Series.of(
                names.stream().limit(MOST_NAMED).map(name -> "`" + name + "`").toList());
        int more = names.size() - MOST_NAMED;
        return "none of the editions loaded (" + named + (more > 0 ? " and " + more + " more)" : ")");
    }

    private String elsewhere(HtsNumber number, LocalDate day) {
        Schedule applies = on(day);
        List<String> names = Stream.concat(Stream.of(own), added.stream().map(AddedEdition::schedule))
                .filter(other -> other != applies && other.status(number) != NumberStatus.UNKNOWN)
                .limit(MOST_NAMED)
                .map(other -> "`" + other.edition + "`")
                .toList();
        return names.isEmpty() ? "" : "; " + Series.of(names) + (names.size() == 1 ? " has it" : " have it");
    }

    private String knownPrefix(HtsNumber number) {
        String prefix = longestKnownPrefix(number);
        return prefix.isEmpty() ? "nothing it starts with is known" : "its longest known prefix is `" + prefix + "`";
    }

    /** The ten-digit numbers of the program's edition that can be reported and start with these digits, ascending. */
    public List<HtsNumber> reportable(String prefix) {
        return active(prefix)
                .mapToObj(numbers::get)
                .filter(number -> number.digits().length() == 10)
                .toList();
    }

    /** Whether the program's edition has a number that can be reported, of eight digits or ten, under these digits. */
    public boolean isReportable(String prefix) {
        return active(prefix).findAny().isPresent();
    }

    /** The positions of the numbers that can be reported and start with these digits, at most eight. */
    private IntStream active(String prefix) {
        long width = width(prefix);
        long from = prefix.isEmpty() ? 0 : key(prefix) * width;
        int at = Arrays.binarySearch(filled, from);
        // A rate line and its suffix 00 are filled up to the same digits, and the rate line stands first.
        int first = at < 0 ? -at - 1 : at > 0 && filled[at - 1] == from ? at - 1 : at;
        return IntStream.range(first, filled.length)
                .takeWhile(i -> filled[i] < from + width)
                .filter(i -> statuses[i] == NumberStatus.ACTIVE);
    }

    /** The units of quantity, several joined with {@code ", "}; empty when none is listed or the number is unknown. */
    public String unit(HtsNumber number) {
        int position = position(key(number.digits()));
        return position < 0 ? "" : units[position];
    }

    /** The number of any edition with exactly these 8 or 10 ASCII digits; empty for any other text. */
    public Optional<HtsNumber> find(String digits) {
        int length = digits.length();
        if (length != 8 && length != 10) {
            return Optional.empty();
        }
        for (int i = 0; i < length; i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(known(key(digits), length));
    }

    /**
     * The longest of the number's first 8, 6, 4 or 2 digits under which any edition has a number; empty when even its
     * chapter holds none.
     */
    public String longestKnownPrefix(HtsNumber number) {
        for (int length = 8; length > 0; length -= 2) {
            String prefix = number.digits().substring(0, length);
            if (hasPrefix(prefix)) {
                return prefix;
            }
        }
        return "";
    }

    /** Whether a number of any edition starts with these digits, at most ten. */
    public boolean hasPrefix(String prefix) {
        long width = width(prefix);
        long from = key(prefix) * width;
        int found = Arrays.binarySearch(filled, from);
        int next = found < 0 ? -found - 1 : found;
        return (next < filled.length && filled[next] < from + width)
                || added.stream().anyMatch(each -> each.schedule().hasPrefix(prefix));
    }

    private static long width(String prefix) {
        long width = 1;
        for (int i = prefix.length(); i < 10; i++) {
            width *= 10;
        }
        return width;
    }

    /** The number of any edition whose digits, read as one decimal number, are {@code key}; null when there is none. */
    @Nullable
    HtsNumber known(long key, int length) {
        HtsNumber number = knownHere(key, length);
        for (int i = 0; number == null && i < added.size(); i++) {
            number = added.get(i).schedule().knownHere(key, length);
        }
        return number;
    }

    private @Nullable HtsNumber knownHere(long key, int length) {
        int position = position(key);
        if (position < 0) {
            return null;
        }
        HtsNumber number = numbers.get(position);
        // 0084713001 and 84713001 are one decimal number but not one HTS number.
        return number.digits().length() == length ? number : null;
    }

    /** Unique among HTS numbers: 8 digits stay below 100,000,000, and 10 digits of chapter 01 or more do not. */
    private static long key(String digits) {
        long key = 0;
        for (int i = 0; i < digits.length(); i++) {
            key = key * 10 + (digits.charAt(i) - '0');
        }
        return key;
    }

    private int position(long key) {
        return positions[slot(key)] - 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * HASH) >>> 32) & mask;
        while (positions[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Gathers numbers in ascending order and puts in the rate lines that are implied. */
    private static final class Lines {

        private final List<HtsNumber> numbers = new ArrayList<>();
        private final List<NumberStatus> statuses = new ArrayList<>();
        private final List<String> units = new ArrayList<>();
        private String rateLine = "";
        private int rateLineAt;
        private boolean unitSettled;
        private boolean unitShared;

        void add(ScheduleRow row) {
            if (rateLine.isEmpty() || !row.digits().startsWith(rateLine)) {
                rateLine = row.digits().substring(0, 8);
                rateLineAt = numbers.size();
                boolean listed = row.digits().length() == 8;
                unitSettled = listed && !row.unit().isEmpty();
                unitShared = false;
                put(rateLine, listed ? row.standing().status() : NumberStatus.EXPIRED, listed ? row.unit() : "");
            }
            if (row.digits().length() == 10) {
                put(row.digits(), row.standing().status(), row.unit());
                if (row.standing().status() == NumberStatus.ACTIVE) {
                    statuses.set(rateLineAt, NumberStatus.ACTIVE);
                    shareUnit(row.unit());
                }
            }
        }

        private void put(String digits, NumberStatus status, String unit) {
            numbers.add(new HtsNumber(digits));
            statuses.add(status);
            units.add(unit);
        }

        private void shareUnit(String unit) {
            if (unitSettled) {
                return;
            }
            boolean first = !unitShared;
            unitShared = true;
            units.set(rateLineAt, first || units.get(rateLineAt).equals(unit) ? unit : "");
            // Once two units differ there is none to share: no later number may bring one back.
            unitSettled = units.get(rateLineAt).isEmpty();
        }
    }
}
