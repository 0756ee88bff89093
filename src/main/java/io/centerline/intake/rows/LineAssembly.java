package io.centerline.intake.rows;

import io.centerline.facts.EntryLine;
import io.centerline.facts.IssueCode;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Warnings;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.HtsNumber;
import io.centerline.text.Echo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an entry line of all its rows, once the last row was read. Not thread-safe. */
final class LineAssembly {
    private static final String[] ENTRY_TYPES = new String[100];

    static {
        ENTRY_TYPES[0] = "";
        for (int i = 1; i < ENTRY_TYPES.length; i++) {
            ENTRY_TYPES[i] = (i < 10 ? "0" : "") + i;
        }
    }

    private final RowSource source;
    private final DayOrder order;
    private final Map<Integer, LocalDate> days = new HashMap<>();
    private final SharedNumbers shared = new SharedNumbers();

    /**
     * An assembly.
     *
     * @param order the order of day and month in days that are open
     */
    LineAssembly(RowSource source, DayOrder order) {
        this.source = source;
        this.order = order;
    }

    /** The day of a line; null when none is given. */
    @Nullable
    LocalDate day(FileLine line) {
        if (line.day == WrittenDay.NONE) {
            return null;
        }
        return days.computeIfAbsent(WrittenDay.inOrder(line.day, order), WrittenDay::date);
    }

    /** Why the rows of a line make no line; null when they do. */
    @Nullable
    Rejection fault(FileLine line) {
        if (line.needsAnother(order)) {
            return new Rejection(
                    IssueCode.LINE_CONTRADICTION,
                    source.place(line.row),
                    source.place(line.row) + " and other rows of line " + line.line + " of entry " + Echo.of(line.entry)
                            + " differ in the entry date",
                    "keep the rows that hold");
        }
        if (line.next == null) {
            return null;
        }
        if (numbers(line).size() > EntryLine.MOST_NUMBERS) {
            return new Rejection(
                    IssueCode.TOO_MANY_NUMBERS,
                    source.place(line.row),
                    "line " + line.line + " of entry " + Echo.of(line.entry) + ", which begins on "
                            + source.place(line.row) + ", has " + numbers(line).size()
                            + " HTS numbers, at most " + EntryLine.MOST_NUMBERS + " are accepted",
                    "look whether the line numbers are those of the entry summary");
        }
        if (total(line) > FieldReader.MOST_CENTS) {
            return new Rejection(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    source.place(line.row),
                    "the values of line " + line.line + " of entry " + Echo.of(line.entry)
                            + " add up to more than 13 digits before the point",
                    "give the values in dollars, such as `5400.00`");
        }
        return null;
    }

    /** The line that the rows make, which have no fault. */
    EntryLine build(FileLine line, Warnings warnings) {
        EntryLine.Builder built = EntryLine.builder()
                .entry(line.entry)
                .line(line.line)
                .date(day(line))
                .entryType(ENTRY_TYPES[line.entryType])
                .set(line.set)
                .role(line.role)
                .count(line.count == 0 ? null : line.count);
        if (line.next == null) {
            long cents = Math.max(line.cents, line.lineCents);
            return built.numbers(line.numbers)
                    .quantity(line.quantity)
                    .cents(Math.max(0, cents))
                    .build();
        }
        warnOfConflict(line, warnings);
        Map<HtsNumber, Long> values = values(line);
        built.numbers(shared.of(List.copyOf(numbers(line))))
                .quantity(quantity(line))
                .cents(total(line));
        boolean valued = values.values().stream().anyMatch(cents -> cents > 0);
        if (valued && values.size() > 1 && line.lineCents < 0 && isEachValueKnown(line)) {
            built.centsByNumber(List.copyOf(values.values()));
        }
        return built.build();
    }

    private static long total(FileLine line) {
        if (line.lineCents >= 0) {
            return line.lineCents;
        }
        long total = 0;
        for (RowPart part = line; part != null; part = part.next) {
            total = Math.min(total + Math.max(0, part.cents), FieldReader.MOST_CENTS + 1);
        }
        return total;
    }

    /** The numbers of all rows once each: special provisions first, then commodities, by ordinals or rows. */
    private static List<HtsNumber> numbers(FileLine line) {
        return new ArrayList<>(values(line).keySet());
    }

    private static Map<HtsNumber, Long> values(FileLine line) {
        List<RowPart> parts = parts(line);
        Map<HtsNumber, Long> values = new LinkedHashMap<>();
        for (boolean special : new boolean[] {true, false}) {
            for (RowPart part : parts) {
                for (HtsNumber number : part.numbers) {
                    if (number.isSpecialProvision() == special) {
                        boolean carries = part.numbers.size() == 1 || number.equals(part.commodity());
                        values.merge(number, carries ? Math.max(0, part.cents) : 0, Long::sum);
                    }
                }
            }
        }
        return values;
    }

    /** Whether each part says which of its numbers its value belongs to. */
    private static boolean isEachValueKnown(FileLine line) {
        for (RowPart part = line; part != null; part = part.next) {
            if (part.cents > 0 && part.numbers.size() > 1 && part.commodity() == null) {
                return false;
            }
        }
        return true;
    }

    private static List<RowPart> parts(FileLine line) {
        List<RowPart> parts = new ArrayList<>(4);
        for (RowPart part = line; part != null; part = part.next) {
            parts.add(part);
        }
        parts.sort(Comparator.<RowPart>comparingInt(part -> part.ordinal).thenComparingInt(part -> part.row));
        return parts;
    }

    /** The quantities of one commodity added up; those of several are counted in units of their own. */
    private static @Nullable BigDecimal quantity(FileLine line) {
        BigDecimal quantity = null;
        HtsNumber of = null;
        for (RowPart part = line; part != null; part = part.next) {
            HtsNumber commodity = part.commodity();
            if (part.quantity == null || commodity == null) {
                continue;
            }
            if (of != null && !of.equals(commodity)) {
                return null;
            }
            of = commodity;
            quantity = quantity == null ? part.quantity : quantity.add(part.quantity);
        }
        return quantity;
    }

    /** Warns of goods of different headings of which not exactly one carries value. */
    private void warnOfConflict(FileLine line, Warnings warnings) {
        RowPart first = null;
        RowPart other = null;
        int valued = 0;
        List<String> headings = new ArrayList<>();
        for (RowPart part : parts(line)) {
            String heading = LineMerging.heading(part.numbers);
            if (heading.isEmpty()) {
                continue;
            }
            if (first == null) {
                first = part;
            } else if (other == null && !heading.equals(LineMerging.heading(first.numbers))) {
                other = part;
            }
            if (part.cents > 0 && !headings.contains(heading)) {
                headings.add(heading);
                valued++;
            }
        }
        if (first != null && other != null && valued != 1 && warnings.wants(IssueCode.LINE_CONFLICT)) {
            warnings.add(
                    IssueCode.LINE_CONFLICT,
                    source.place(Math.max(first.row, other.row)),
                    source.place(Math.min(first.row, other.row)) + " and "
                            + source.place(Math.max(first.row, other.row))
                            + " report different goods for line " + line.line + " of entry " + Echo.of(line.entry)
                            + ", and their values do not tell which the line is",
                    "keep the row that holds");
        }
    }
}
