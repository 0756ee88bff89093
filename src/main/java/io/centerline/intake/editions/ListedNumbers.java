package io.centerline.intake.editions;

import io.centerline.tariff.ScheduleFault;
import io.centerline.text.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gathers the numbers of an export row by row, and everything that is wrong with them. Not thread-safe. */
final class ListedNumbers {
    /** So many faults say that the file is another one. */
    private static final int MOST_FAULTS = 1_000;
    /** The schedule has about 27,000 of 8 and 10 digits. */
    private static final int MOST_NUMBERS = 200_000;

    private static final int LONGEST_UNIT = 60;
    private static final Pattern NUMBER =
            Pattern.compile("[0-9]{4}(?:\\.[0-9]{2}){0,3}|[0-9]{4}\\.[0-9]{2}\\.[0-9]{4}");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]+ ?/?>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern BETWEEN = Pattern.compile("[,;]");
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");
    private static final String WHOLE = "take the export of the whole schedule";

    private final SortedMap<String, String> units = new TreeMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ScheduleFault> faults = new ArrayList<>();

    /** The units of each number of 8 or 10 digits. */
    SortedMap<String, String> units() {
        return units;
    }

    /** What is wrong, in the order of the file. */
    List<ScheduleFault> faults() {
        return faults;
    }

    /** Whether more rows would tell nothing. */
    boolean isEnough() {
        return faults.size() >= MOST_FAULTS || units.size() > MOST_NUMBERS;
    }

    void fault(long line, String message, String help) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new ScheduleFault((int) Math.min(line, Integer.MAX_VALUE), message, help));
        }
    }

    /**
     * Takes a row. One without a number groups others.
     *
     * @param listed the units as they are listed, one text or several
     */
    void take(long line, String number, List<String> listed) {
        String written = number.strip();
        if (written.isEmpty()) {
            return;
        }
        String digits = written.replace(".", "");
        if (!NUMBER.matcher(written).matches()) {
            fault(
                    line,
                    "HTS number " + VisibleText.of(written) + " is not 4, 6, 8 or 10 digits in dotted groups",
                    "write it as the export does, for example `8471.30.01.00`");
        } else if (digits.startsWith("00") || digits.startsWith("77")) {
            fault(
                    line,
                    "HTS number `" + written + "` names chapter " + digits.substring(0, 2) + ", which does not exist",
                    "take the row from the export again");
        } else if (digits.length() >= 8) {
            put(line, written, digits, listed);
        }
    }

    private void put(long line, String written, String digits, List<String> listed) {
        String unit = listed.stream()
                .flatMap(text -> BETWEEN.splitAsStream(MARKUP.matcher(text).replaceAll("")))
                .map(ListedNumbers::unit)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        if (unit.length() > LONGEST_UNIT || UNSEEN.matcher(unit).find()) {
            fault(line, "the units " + VisibleText.of(unit) + " are none", "take the row from the export again");
            return;
        }
        String before = units.putIfAbsent(digits, unit);
        if (before == null) {
            lines.put(digits, (int) line);
        } else if (!before.equals(unit)) {
            fault(
                    line,
                    "HTS number `" + written + "` stands on line " + lines.get(digits) + " with other units",
                    "remove one of the rows");
        }
    }

    /** Exports write some units in two ways. */
    private static String unit(String text) {
        String plain = BLANKS.matcher(text).replaceAll(" ").strip();
        return plain.equals("No") ? "No." : plain.replace("m²", "m2").replace("m³", "m3");
    }

    /** Ends the file: an export of one chapter would make the numbers of all others unknown. */
    void end() {
        if (units.size() > MOST_NUMBERS) {
            fault(1, "the file has more than " + MOST_NUMBERS + " numbers", WHOLE + ", and nothing else");
        } else if (faults.isEmpty()) {
            List<String> missing = IntStream.rangeClosed(1, 97)
                    .filter(chapter -> chapter != 77)
                    .mapToObj(chapter -> (chapter < 10 ? "0" : "") + chapter)
                    .filter(chapter -> units.subMap(chapter, chapter + ":").isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                String named = String.join(", ", missing.subList(0, Math.min(5, missing.size())));
                fault(
                        1,
                        "the file has no number of " + (missing.size() == 1 ? "chapter " : "chapters ") + named
                                + (missing.size() > 5 ? " and " + (missing.size() - 5) + " more" : ""),
                        WHOLE);
            }
        }
    }
}
