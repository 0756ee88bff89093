package io.centerline.tariff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A schedule: an edition and its numbers as compact text.
 *
 * <p>Four header lines (format, edition, count, CRC-32 of all that follows), one {@code unit} line per distinct unit, an
 * empty line, then one line per number in ascending order of digits: how many digits it shares with the number before
 * (one character, {@code 0} to {@code 9}), the remaining digits, the {@link NumberSource} letter, and the index of its unit
 * when it has one. {@code 820A1} after {@code 00101210010A1} is {@code 0101210020}.
 *
 * @param edition the edition's name, such as {@code hts-2026-rev4}
 * @param rows ascending by digits, each number once
 */
record ScheduleText(String edition, List<ScheduleRow> rows) {

    private static final String FORMAT = "centerline-schedule 1";

    ScheduleText {
        rows = List.copyOf(rows);
    }

    /** The bytes that {@link #read} understands. */
    byte[] write() {
        Map<String, Integer> units = new LinkedHashMap<>();
        StringBuilder numbers = new StringBuilder("\n");
        String before = "";
        for (ScheduleRow row : rows) {
            int shared = shared(before, row.digits());
            numbers.append(shared)
                    .append(row.digits(), shared, row.digits().length())
                    .append(row.standing().letter());
            if (!row.unit().isEmpty()) {
                numbers.append(units.computeIfAbsent(row.unit(), unit -> units.size()));
            }
            numbers.append('\n');
            before = row.digits();
        }
        StringBuilder body = new StringBuilder();
        units.keySet().forEach(unit -> body.append("unit ").append(unit).append('\n'));
        byte[] checked = body.append(numbers).toString().getBytes(StandardCharsets.UTF_8);
        String head = FORMAT + "\nedition " + edition + "\nnumbers " + rows.size() + "\ncrc32 "
                + checksum(checked, 0, checked.length) + "\n";
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[headBytes.length + checked.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(checked, 0, all, headBytes.length, checked.length);
        return all;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException when the bytes are anything else, naming the line
     */
    static ScheduleText read(byte[] bytes) {
        return new Reader(bytes).read();
    }

    private static int shared(String before, String digits) {
        int most = Math.min(9, Math.min(before.length(), digits.length()));
        int shared = 0;
        while (shared < most && before.charAt(shared) == digits.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    private static String checksum(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        String hex = Long.toHexString(crc.getValue());
        return "0".repeat(8 - hex.length()).concat(hex);
    }

    /** Walks the bytes once, line by line, so that start-up does not pay for 27,000 strings it drops again. */
    private static final class Reader {

        private final byte[] bytes;
        private int at;
        private int line;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        ScheduleText read() {
            if (!text().equals(FORMAT)) {
                throw corrupt("expected `" + FORMAT + "`");
            }
            String edition = field("edition ");
            int count = number(field("numbers "));
            String expected = field("crc32 ");
            if (!checksum(bytes, at, bytes.length).equals(expected)) {
                throw corrupt("the checksum does not fit what follows");
            }
            List<String> units = new ArrayList<>();
            for (String unit = text(); !unit.isEmpty(); unit = text()) {
                if (!unit.startsWith("unit ")) {
                    throw corrupt("expected `unit `");
                }
                units.add(unit.substring(5));
            }
            List<ScheduleRow> rows = new ArrayList<>(count);
            String before = "";
            while (at < bytes.length) {
                ScheduleRow row = row(before, units);
                before = row.digits();
                rows.add(row);
            }
            if (rows.size() != count) {
                throw corrupt("expected " + count + " numbers, found " + rows.size());
            }
            return new ScheduleText(edition, rows);
        }

        private ScheduleRow row(String before, List<String> units) {
            int end = endOfLine();
            int shared = at < end ? bytes[at] - '0' : -1;
            int letter = at + 1;
            while (letter < end && isDigit(bytes[letter])) {
                letter++;
            }
            if (shared < 0 || shared > before.length() || letter >= end) {
                throw corrupt("expected shared count, digits, standing and unit");
            }
            String digits = before.substring(0, shared)
                    .concat(new String(bytes, at + 1, letter - at - 1, StandardCharsets.ISO_8859_1));
            if ((digits.length() != 8 && digits.length() != 10) || digits.compareTo(before) <= 0) {
                throw corrupt("expected a number of 8 or 10 digits above the one before");
            }
            int unit = -1;
            for (int i = letter + 1; i < end; i++) {
                unit = isDigit(bytes[i]) ? Math.max(unit, 0) * 10 + bytes[i] - '0' : units.size();
            }
            if (unit >= units.size()) {
                throw corrupt("there is no such unit");
            }
            NumberSource standing = standing((char) bytes[letter]);
            at = end + 1;
            return new ScheduleRow(digits, standing, unit < 0 ? "" : units.get(unit));
        }

        private NumberSource standing(char letter) {
            for (NumberSource standing : STANDINGS) {
                if (standing.letter() == letter) {
                    return standing;
                }
            }
            throw corrupt("there is no such standing");
        }

        private String field(String name) {
            String text = text();
            if (!text.startsWith(name)) {
                throw corrupt("expected `" + name + "`");
            }
            return text.substring(name.length());
        }

        private int number(String text) {
            int value = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9' || value > 1_000_000) {
                    throw corrupt("expected a number of at most seven digits");
                }
                value = value * 10 + (c - '0');
            }
            return value;
        }

        private String text() {
            int end = endOfLine();
            String text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            at = end + 1;
            return text;
        }

        private int endOfLine() {
            line++;
            for (int i = at; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    return i;
                }
            }
            throw corrupt("the file ends in the middle of a line");
        }

        private static boolean isDigit(byte b) {
            return b >= '0' && b <= '9';
        }

        private IllegalStateException corrupt(String problem) {
            return new IllegalStateException("schedule, line " + line + ": " + problem);
        }
    }

    private static final List<NumberSource> STANDINGS = List.of(NumberSource.values());
}
