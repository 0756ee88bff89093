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

    /** What becomes of the rows of a line. */
    sealed interface Assembled {

        /**
         * They make a line.
         *
         * @param rows how many of them it stands for
         */
        record Made(EntryLine line, int rows) implements Assembled {}

        /** They make none. */
        record Rejected(Rejection why) implements Assembled {}
    }

    private final RowSource source;
    private final DayOrder order;
    private final LineVersions versions;
    private final LineMerging merging;
    private final Map<Integer, LocalDate> days = new HashMap<>();
    private final SharedNumbers shared = new SharedNumbers();

    /**
     * An assembly.
     *
     * @param order the order of day and month in days that are open
     */
    LineAssembly(RowSource source, DayOrder order, LineVersions versions, LineMerging merging) {
        this.source = source;
        this.order = order;
        this.versions = versions;
        this.merging = merging;
    }

    /** The line of a single row. */
    EntryLine single(FileLine line) {
        return EntryLine.builder()
                .entry(line.entry)
                .line(line.line)
                .date(day(line))
                .entryType(ENTRY_TYPES[line.entryType])
                .set(line.set)
                .role(line.role)
                .count(line.count == 0 ? null : line.count)
                .numbers(line.numbers)
                .quantity(line.quantity)
                .cents(Math.max(0, Math.max(line.cents, line.lineCents)))
                .build();
    }

    /** What becomes of several rows. */
    Assembled several(FileLine line, Warnings warnings) {
        List<LineRow> rows = versions.choose(line.rows());
        LineTerms terms = merging.newTerms();
        Rejection fault = merging.contradiction(line, rows, terms);
        if (fault != null) {
            return new Assembled.Rejected(fault);
        }
        List<RowPart> parts = merging.parts(line, rows, warnings);
        long lineCents = rows.stream().mapToLong(row -> row.lineCents).max().orElse(RowDraft.NO_VALUE);
        fault = fault(line, parts, lineCents);
        if (fault != null) {
            return new Assembled.Rejected(fault);
        }
        return new Assembled.Made(build(line, terms, parts, lineCents), rows.size());
    }

    private @Nullable Rejection fault(FileLine line, List<RowPart> parts, long lineCents) {
        int numbers = values(parts).size();
        if (parts.size() > 1 && numbers > EntryLine.MOST_NUMBERS) {
            return new Rejection(
                    IssueCode.TOO_MANY_NUMBERS,
                    source.place(line.row),
                    "line " + line.line + " of entry " + Echo.of(line.entry) + ", which begins on "
                            + source.place(line.row) + ", has " + numbers
                            + " HTS numbers, at most " + EntryLine.MOST_NUMBERS + " are accepted",
                    "look whether the line numbers are those of the entry summary");
        }
        if (total(parts, lineCents) > FieldReader.MOST_CENTS) {
            return new Rejection(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    source.place(line.row),
                    "the values of line " + line.line + " of entry " + Echo.of(line.entry)
                            + " add up to more than 13 digits before the point",
                    "give the values in dollars, such as `5400.00`");
        }
        return null;
    }

    private EntryLine build(FileLine line, LineTerms terms, List<RowPart> parts, long lineCents) {
        LineRow dated = terms.saying(LineTerm.DATE);
        LineRow typed = terms.saying(LineTerm.ENTRY_TYPE);
        LineRow set = terms.saying(LineTerm.SET);
        LineRow role = terms.saying(LineTerm.ROLE);
        LineRow counted = terms.saying(LineTerm.COUNT);
        EntryLine.Builder built = EntryLine.builder()
                .entry(line.entry)
                .line(line.line)
                .date(dated == null ? null : day(dated))
                .entryType(typed == null ? "" : ENTRY_TYPES[typed.entryType])
                .set(set == null ? null : set.set)
                .role(role == null ? null : role.role)
                .count(counted == null ? null : counted.count);
        if (parts.size() == 1) {
            RowPart only = parts.get(0);
            return built.numbers(only.numbers)
                    .quantity(only.quantity)
                    .cents(Math.max(0, Math.max(only.cents, lineCents)))
                    .build();
        }
        Map<HtsNumber, Long> values = values(parts);
        built.numbers(shared.of(List.copyOf(values.keySet())))
                .quantity(quantity(parts))
                .cents(total(parts, lineCents));
        boolean valued = values.values().stream().anyMatch(cents -> cents > 0);
        if (valued && values.size() > 1 && lineCents < 0 && isEachValueKnown(parts)) {
            built.centsByNumber(List.copyOf(values.values()));
        }
        return built.build();
    }

    private @Nullable LocalDate day(LineRow row) {
        return row.day == WrittenDay.NONE
                ? null
                : days.computeIfAbsent(WrittenDay.inOrder(row.day, order), WrittenDay::date);
    }

    private static long total(List<RowPart> parts, long lineCents) {
        if (lineCents >= 0) {
            return lineCents;
        }
        long total = 0;
        for (RowPart part : parts) {
            total = Math.min(total + Math.max(0, part.cents), FieldReader.MOST_CENTS + 1);
        }
        return total;
    }

    /** The numbers of all parts once each with their values: special provisions first, then commodities. */
    private static Map<HtsNumber, Long> values(List<RowPart> parts) {
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
    private static boolean isEachValueKnown(List<RowPart> parts) {
        for (RowPart part : parts) {
            if (part.cents > 0 && part.numbers.size() > 1 && part.commodity() == null) {
                return false;
            }
        }
        return true;
    }

    /** The quantities of one commodity added up; those of several are counted in units of their own. */
    private static @Nullable BigDecimal quantity(List<RowPart> parts) {
        BigDecimal quantity = null;
        HtsNumber of = null;
        for (RowPart part : parts) {
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
}
