package io.centerline.intake.rows;

import io.centerline.facts.IssueCode;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.HtsNumber;
import io.centerline.text.Echo;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of an entry line together, wherever in a file they stand. A line without an entry or line number stands alone,
 * since nothing tells which other rows are the same line. Not thread-safe.
 */
final class LineMerging {
    /** From so many parts on, rows that repeat others are found by a set. */
    private static final int MANY_PARTS = 16;

    /** What a part says, as far as rows may repeat it. */
    private record Saying(
            int ordinal,
            List<HtsNumber> numbers,
            long cents,
            @Nullable BigDecimal quantity) {}

    private final TableHeader header;
    private final RowSource source;
    private final OnConflict onConflict;
    private final SharedNumbers shared = new SharedNumbers();
    private final Map<FileLine, Set<Saying>> manyParts = new IdentityHashMap<>();

    LineMerging(TableHeader header, RowSource source, OnConflict onConflict) {
        this.header = header;
        this.source = source;
        this.onConflict = onConflict;
    }

    /** Takes a row without faults over. */
    void add(RowDraft draft, ImporterRows importer) {
        List<HtsNumber> numbers = shared.of(draft.numbers);
        boolean known = !draft.entry.isEmpty() && draft.line > 0;
        FileLine line = known ? importer.lines.find(draft.entry, draft.line) : null;
        if (line == null) {
            importer.lines.add(new FileLine(draft, draft.entry, numbers));
        } else if (line.contradicted) {
            line.rows++;
        } else {
            merge(line, draft, numbers, importer);
        }
    }

    private void merge(FileLine line, RowDraft draft, List<HtsNumber> numbers, ImporterRows importer) {
        RowField contradiction = line.contradiction(draft);
        if (contradiction != null) {
            contradict(line, draft, numbers, importer, contradiction);
            return;
        }
        line.complete(draft);
        line.rows++;
        if (draft.ordinal > 0) {
            mergeOrdinal(line, draft, numbers, importer);
        } else if (header.isOfInvoiceLines()) {
            RowPart part = line;
            while (part != null && !(part.ordinal == 0 && part.numbers.equals(numbers))) {
                part = part.next;
            }
            if (part != null) {
                part.add(draft);
            } else {
                append(line, draft, numbers);
            }
        } else if (isSaid(line, draft)) {
            repeated(line, draft, importer);
        } else {
            mergeVersion(line, draft, numbers, importer);
        }
    }

    private void mergeOrdinal(FileLine line, RowDraft draft, List<HtsNumber> numbers, ImporterRows importer) {
        RowPart same = line;
        while (same != null && same.ordinal != draft.ordinal) {
            same = same.next;
        }
        if (same == null) {
            append(line, draft, numbers);
        } else if (isSaid(line, draft)) {
            repeated(line, draft, importer);
        } else if (onConflict == OnConflict.REPORT && same.numbers.equals(numbers)) {
            if (importer.warnings.wants(IssueCode.LINE_CONFLICT)) {
                importer.warnings.add(
                        IssueCode.LINE_CONFLICT,
                        source.place(draft.row),
                        source.place(same.row) + " and " + source.place(draft.row)
                                + " give different amounts for one tariff number of an entry line; the larger value is taken",
                        "keep the row that holds");
            }
            same.cents = Math.max(same.cents, draft.cents);
        } else if (onConflict == OnConflict.REPORT) {
            append(line, draft, numbers);
        } else {
            chooseVersion(line, same, draft, numbers);
        }
    }

    /** Adds a row that says something else of the goods; of other goods only one version may be wanted. */
    private void mergeVersion(FileLine line, RowDraft draft, List<HtsNumber> numbers, ImporterRows importer) {
        RowPart other = onConflict == OnConflict.REPORT ? null : ofOtherGoods(line, numbers);
        if (other == null) {
            append(line, draft, numbers);
        } else {
            chooseVersion(line, other, draft, numbers);
        }
    }

    private void chooseVersion(FileLine line, RowPart present, RowDraft draft, List<HtsNumber> numbers) {
        line.dropped++;
        line.rows--;
        if (isChosen(draft, present.version)) {
            replace(line, present, draft, numbers);
        }
    }

    /** Whether the row is taken rather than what is present; where days do not tell, what is present stays. */
    private boolean isChosen(RowDraft draft, int presentVersion) {
        return switch (onConflict) {
            case LAST -> true;
            case NEWEST -> draft.version > presentVersion;
            case FIRST, REPORT -> false;
        };
    }

    private void contradict(
            FileLine line, RowDraft draft, List<HtsNumber> numbers, ImporterRows importer, RowField field) {
        boolean told = onConflict == OnConflict.FIRST
                || onConflict == OnConflict.LAST
                || onConflict == OnConflict.NEWEST && draft.version != line.version;
        if (!told) {
            line.rows++;
            line.contradicted = true;
            TableColumn column = header.get(field);
            importer.rejectedLines.put(
                    line,
                    new Rejection(
                            IssueCode.LINE_CONTRADICTION,
                            source.place(draft.row, column.index(), column.title()),
                            source.place(line.row) + " and " + source.place(draft.row) + " differ in "
                                    + Echo.of(column.title()) + " for line " + line.line + " of entry "
                                    + Echo.of(line.entry)
                                    + ", and nothing tells which holds",
                            "keep the rows that hold; `--on-conflict` takes the first, the last or the newest"));
        } else if (isChosen(draft, line.version)) {
            restart(line, draft, numbers);
        } else {
            line.dropped++;
        }
    }

    /** The line says from now on what this row says, and nothing else. */
    private void restart(FileLine line, RowDraft draft, List<HtsNumber> numbers) {
        manyParts.remove(line);
        line.restart(draft, numbers);
    }

    private void replace(FileLine line, RowPart present, RowDraft draft, List<HtsNumber> numbers) {
        Set<Saying> sayings = manyParts.get(line);
        if (sayings != null) {
            sayings.add(new Saying(draft.ordinal, numbers, draft.cents, draft.quantity));
        }
        present.become(draft, numbers);
    }

    /** A part with one commodity of another heading; null when there is none. */
    private static @Nullable RowPart ofOtherGoods(FileLine line, List<HtsNumber> numbers) {
        String heading = heading(numbers);
        for (RowPart part = line; part != null; part = part.next) {
            String other = heading(part.numbers);
            if (!heading.isEmpty() && !other.isEmpty() && !heading.equals(other)) {
                return part;
            }
        }
        return null;
    }

    /** The heading of the last commodity; empty when there is none. */
    static String heading(List<HtsNumber> numbers) {
        for (int i = numbers.size() - 1; i >= 0; i--) {
            if (!numbers.get(i).isSpecialProvision()) {
                return numbers.get(i).digits().substring(0, 4);
            }
        }
        return "";
    }

    private boolean isSaid(FileLine line, RowDraft draft) {
        Set<Saying> sayings = manyParts.get(line);
        if (sayings != null) {
            return sayings.contains(new Saying(draft.ordinal, draft.numbers, draft.cents, draft.quantity));
        }
        for (RowPart part = line; part != null; part = part.next) {
            if (part.says(draft)) {
                return true;
            }
        }
        return false;
    }

    private void repeated(FileLine line, RowDraft draft, ImporterRows importer) {
        if (importer.warnings.wants(IssueCode.LINE_REPEATED)) {
            importer.warnings.add(
                    IssueCode.LINE_REPEATED,
                    source.place(draft.row),
                    source.place(draft.row) + " repeats a row of line " + line.line + " of entry " + Echo.of(line.entry)
                            + ", which begins on " + source.place(line.row) + "; it counts once",
                    "leave one of them out");
        }
    }

    private void append(FileLine line, RowDraft draft, List<HtsNumber> numbers) {
        RowPart added = new RowPart(draft, numbers);
        Set<Saying> sayings = manyParts.get(line);
        if (sayings != null) {
            // The order of so many parts is that of their numbers, so a new one may stand second.
            added.next = line.next;
            line.next = added;
            sayings.add(new Saying(added.ordinal, numbers, added.cents, added.quantity));
            return;
        }
        int parts = 1;
        RowPart last = line;
        while (last.next != null) {
            last = last.next;
            parts++;
        }
        last.next = added;
        if (parts >= MANY_PARTS) {
            sayings = new HashSet<>();
            for (RowPart part = line; part != null; part = part.next) {
                sayings.add(new Saying(part.ordinal, part.numbers, part.cents, part.quantity));
            }
            manyParts.put(line, sayings);
        }
    }
}
