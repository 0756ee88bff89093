package io.centerline.tariff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one edition of the HTSUS: which can be reported, which once could, and their units.
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

    private static final String RESOURCE = "hts-2026-rev4.txt";
    private static final long HASH = 0x9E3779B97F4A7C15L;

    private final String edition;
    private final List<HtsNumber> numbers;
    private final NumberStatus[] statuses;
    private final String[] units;
    /** Per number, in order: its digits filled up to ten, so that everything under a prefix is one stretch. */
    private final long[] filled;
    /** Open addressing from {@link #key} to position + 1; zero is empty. */
    private final long[] keys;

    private final int[] positions;

    private Schedule(ScheduleText text) {
        Lines lines = new Lines();
        for (ScheduleRow row : text.rows()) {
            lines.add(row);
        }
        int size = lines.numbers.size();
        edition = text.edition();
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
     * An edition from its text, as {@link #shipped()} and {@code GET /v1/schedules/{edition}} give it.
     *
     * @throws IllegalStateException when the text is anything else or damaged, naming the line
     */
    public static Schedule of(byte[] text) {
        return of(ScheduleText.read(text));
    }

    static Schedule of(ScheduleText text) {
        return new Schedule(text);
    }

    /** The edition's name, {@code hts-2026-rev4}. */
    public String edition() {
        return edition;
    }

    /** Every known number, active or expired, ascending by digits; a rate line stands before the numbers under it. */
    public List<HtsNumber> numbers() {
        return numbers;
    }

    /** Whether the number can be reported, once could, or is unknown. */
    public NumberStatus status(HtsNumber number) {
        int position = position(key(number.digits()));
        return position < 0 ? NumberStatus.UNKNOWN : statuses[position];
    }

    /** The units of quantity, several joined with {@code ", "}; empty when none is listed or the number is unknown. */
    public String unit(HtsNumber number) {
        int position = position(key(number.digits()));
        return position < 0 ? "" : units[position];
    }

    /** The known number with exactly these 8 or 10 ASCII digits; empty for any other text. */
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
     * The longest of the number's first 8, 6, 4 or 2 digits under which any number is known; empty when even its chapter
     * holds none.
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

    /** Whether any known number starts with these digits, at most ten. */
    boolean hasPrefix(String prefix) {
        long width = 1;
        for (int i = prefix.length(); i < 10; i++) {
            width *= 10;
        }
        long from = key(prefix) * width;
        int found = Arrays.binarySearch(filled, from);
        if (found >= 0) {
            return true;
        }
        int next = -found - 1;
        return next < filled.length && filled[next] < from + width;
    }

    /** The known number whose digits, read as one decimal number, are {@code key}; null when there is none. */
    @Nullable
    HtsNumber known(long key, int length) {
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
