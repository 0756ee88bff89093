package io.centerline.intake.rows;

import io.centerline.facts.IssueCode;
import io.centerline.intake.Warnings;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.HtsNumber;
import io.centerline.text.Echo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one version of an entry line together. Their order tells nothing but which of them are named. */
final class LineMerging {

    /** What a row says of goods, as far as rows may repeat it. */
    private record Saying(
            int ordinal,
            List<HtsNumber> numbers,
            long cents,
            @Nullable BigDecimal quantity) {

        static Saying of(LineRow row) {
            BigDecimal quantity = row.quantity;
            return new Saying(
                    row.ordinal, row.numbers, row.cents, quantity == null ? null : quantity.stripTrailingZeros());
        }
    }

    private record Goods(int ordinal, List<HtsNumber> numbers) {}

    private final TableHeader header;
    private final RowSource source;
    private final DayOrder order;

    /**
     * A merging.
     *
     * @param order the order of day and month in days that are open
     */
    LineMerging(TableHeader header, RowSource source, DayOrder order) {
        this.header = header;
        this.source = source;
        this.order = order;
    }

    /** Why rows cannot be one line, after the terms on which they agree were taken; null when they can. */
    @Nullable
    Rejection contradiction(FileLine line, List<LineRow> rows, LineTerms terms) {
        for (LineRow row : rows) {
            LineTerm term = terms.take(row);
            if (term == null) {
                continue;
            }
            LineRow other = terms.saying(term);
            TableColumn column = header.get(term.field());
            return new Rejection(
                    IssueCode.LINE_CONTRADICTION,
                    source.place(row.row, column.index(), column.title()),
                    source.place(other == null ? line.row : other.row) + " and " + source.place(row.row)
                            + " differ in " + Echo.of(column.title()) + " for line " + line.line + " of entry "
                            + Echo.of(line.entry) + ", and nothing tells which holds",
                    "keep the rows that hold; `--on-conflict` takes the first, the last or the newest");
        }
        return null;
    }

    /** An empty list of terms. */
    LineTerms newTerms() {
        return new LineTerms(order);
    }

    /** The goods of the rows, in the order of their ordinals. */
    List<RowPart> parts(FileLine line, List<LineRow> rows, Warnings warnings) {
        List<RowPart> parts = new ArrayList<>(rows.size());
        Map<Saying, RowPart> said = new HashMap<>();
        Map<Goods, RowPart> byGoods = new HashMap<>();
        for (LineRow row : rows) {
            boolean addsUp = !row.hasOrdinal() && header.isOfInvoiceLines();
            Saying saying = Saying.of(row);
            RowPart repeated = addsUp ? null : said.get(saying);
            if (repeated != null) {
                repeated.takeShorter(row);
                warnOfRepetition(line, rows.get(0), row, warnings);
                continue;
            }
            Goods goods = new Goods(row.ordinal, row.numbers);
            RowPart present = addsUp || row.hasOrdinal() ? byGoods.get(goods) : null;
            if (present == null) {
                RowPart part = new RowPart(row);
                byGoods.put(goods, part);
                said.put(saying, part);
                parts.add(part);
            } else if (addsUp) {
                present.add(row);
            } else {
                said.put(saying, present);
                warnOfAmounts(present, row, warnings);
                present.takeLarger(row);
            }
        }
        parts.sort(RowPart.ORDER);
        warnOfGoods(line, parts, warnings);
        return parts;
    }

    private void warnOfRepetition(FileLine line, LineRow first, LineRow row, Warnings warnings) {
        if (warnings.wants(IssueCode.LINE_REPEATED)) {
            warnings.add(
                    IssueCode.LINE_REPEATED,
                    source.place(row.row),
                    source.place(row.row) + " repeats a row of line " + line.line + " of entry " + Echo.of(line.entry)
                            + ", which begins on " + source.place(first.row) + "; it counts once",
                    "leave one of them out");
        }
    }

    private void warnOfAmounts(RowPart present, LineRow row, Warnings warnings) {
        if (warnings.wants(IssueCode.LINE_CONFLICT)) {
            warnings.add(
                    IssueCode.LINE_CONFLICT,
                    source.place(row.row),
                    source.place(present.row) + " and " + source.place(row.row)
                            + " give different amounts for one tariff number of an entry line; the larger value is taken",
                    "keep the row that holds");
        }
    }

    /** Warns of goods of different headings of which not exactly one carries value, and of two goods in one place. */
    private void warnOfGoods(FileLine line, List<RowPart> parts, Warnings warnings) {
        RowPart first = null;
        RowPart other = null;
        Set<String> valued = new HashSet<>();
        for (RowPart part : parts) {
            String heading = part.heading();
            if (heading.isEmpty()) {
                continue;
            }
            if (first == null) {
                first = part;
            } else if (other == null && !heading.equals(first.heading())) {
                other = part;
            }
            if (part.cents > 0) {
                valued.add(heading);
            }
        }
        if (first != null && other != null && valued.size() != 1) {
            warnOfGoods(line, first, other, ", and their values do not tell which the line is", warnings);
            return;
        }
        for (int i = 1; i < parts.size(); i++) {
            RowPart part = parts.get(i);
            if (part.ordinal != RowDraft.NO_ORDINAL && part.ordinal == parts.get(i - 1).ordinal) {
                warnOfGoods(line, parts.get(i - 1), part, " in one place", warnings);
                return;
            }
        }
    }

    private void warnOfGoods(FileLine line, RowPart one, RowPart other, String why, Warnings warnings) {
        if (warnings.wants(IssueCode.LINE_CONFLICT)) {
            String later = source.place(Math.max(one.row, other.row));
            warnings.add(
                    IssueCode.LINE_CONFLICT,
                    later,
                    source.place(Math.min(one.row, other.row)) + " and " + later
                            + " report different goods for line " + line.line + " of entry " + Echo.of(line.entry)
                            + why,
                    "keep the row that holds");
        }
    }
}
