package io.centerline.intake.rows;

import io.centerline.facts.IssueCode;
import io.centerline.intake.Issues;
import io.centerline.intake.rows.KnownTitle.Origin;
import io.centerline.intake.rows.TableHeader.Ignored;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which column of a file holds which field, by titles and never by position. What the titles leave open is an issue
 * that says how a mapping settles it.
 */
final class HeaderReader {
    /** Titles of this rank leave open what an amount is counted in. */
    private static final int WEAKEST_VALUE = 4;

    private static final Set<RowField> FILLED_BELOW_TWO_ROWS = EnumSet.of(
            RowField.IMPORTER,
            RowField.NAME,
            RowField.ENTRY,
            RowField.FILER,
            RowField.ENTRY_TYPE,
            RowField.DATE,
            RowField.LINE);

    /** A column that might hold a field; rank 0 where the user says so. */
    private record Candidate(int index, String title, RowField field, int rank, Origin origin, boolean byCells) {
        TableColumn column() {
            return new TableColumn(index, title, field.meaning(), origin);
        }
    }

    private final RowSource source;
    private final RowOptions options;
    private final FileMapping mapping;
    private final Issues issues;
    private final Map<RowField, List<Candidate>> candidates = new EnumMap<>(RowField.class);
    private final Map<RowField, Candidate> chosen = new EnumMap<>(RowField.class);
    private final List<TableColumn> read = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private long row;
    private boolean importerExplained;

    HeaderReader(RowSource source, RowOptions options, Issues issues) {
        this.source = source;
        this.options = options;
        this.mapping = options.mapping();
        this.issues = issues;
    }

    /**
     * The header, of no use when it has issues.
     *
     * @param found where it stands
     * @param rows the rows from the first one on
     * @throws MappingRefused when the mapping names a column that the file does not have
     */
    TableHeader read(HeaderSearch.Found found, List<EntryRow> rows) {
        row = rows.get(found.first() + found.rows() - 1).number();
        List<EntryRow> below = rows.subList(found.first() + found.rows(), rows.size());
        List<String> titles = found.titles();
        requireMapped(titles);
        for (int i = 0; i < titles.size(); i++) {
            sort(i, titles.get(i), below);
        }
        importer(below);
        for (RowField field : RowField.values()) {
            if (field == RowField.HTS) {
                numbers();
            } else if (field.mayRepeat()) {
                candidatesFor(field).forEach(each -> read.add(each.column()));
            } else if (field != RowField.IMPORTER && field.meaning() == field) {
                choose(field, candidatesFor(field));
            }
        }
        boolean invoices = !candidatesFor(RowField.INVOICE).isEmpty();
        boolean broker =
                chosen.containsKey(RowField.LINE) && chosen.get(RowField.LINE).field() == RowField.BROKER_LINE;
        if (mapping.invoiceLines() == null && invoices) {
            requireLineOfTheEntry();
        }
        settleValues();
        require(RowField.IMPORTER);
        require(RowField.HTS);
        boolean invoiceLines = mapping.invoiceLines() != null
                ? mapping.invoiceLines()
                : (invoices || broker) && !chosen.containsKey(RowField.ORDINAL);
        Set<RowField> filled =
                mapping.filled().isEmpty() && found.rows() == 2 ? FILLED_BELOW_TWO_ROWS : mapping.filled();
        read.sort(Comparator.comparingInt(TableColumn::index));
        ignored.sort(Comparator.comparingInt(Ignored::index));
        return new TableHeader(row, titles, read, ignored, mapping, filled, invoiceLines);
    }

    private List<Candidate> candidatesFor(RowField field) {
        return candidates.getOrDefault(field, List.of());
    }

    private void requireMapped(List<String> titles) {
        List<String> missing = mapping.missing(titles);
        if (!missing.isEmpty()) {
            throw new MappingRefused(
                    "the file has no column " + Echo.of(missing.get(0)),
                    "its columns are "
                            + String.join(
                                    ", ",
                                    titles.stream()
                                            .filter(title -> !title.isEmpty())
                                            .limit(40)
                                            .map(Echo::of)
                                            .toList()));
        }
    }

    private void sort(int index, String title, List<EntryRow> below) {
        RowField mapped = mapping.field(index, title);
        KnownTitle known = title.isEmpty() ? null : KnownTitles.find(title);
        RowField holds = mapped != null ? mapped : known == null ? null : known.field();
        if (holds == RowField.VERSION && options.onConflict() != OnConflict.NEWEST) {
            ignored.add(new Ignored(index, title, ""));
        } else if (mapped != null) {
            add(new Candidate(index, title, mapped, 0, known == null ? Origin.ANY : known.origin(), false));
        } else if (known == null) {
            unknown(index, title, below);
        } else if (known.field() == RowField.OTHER) {
            ignored.add(new Ignored(index, title, ""));
        } else if (isMapped(known.field())) {
            ignored.add(new Ignored(index, title, "as the mapping says"));
        } else {
            add(new Candidate(index, title, known.field(), known.rank(), known.origin(), known.byCells()));
        }
    }

    private boolean isMapped(RowField field) {
        for (RowField other : RowField.values()) {
            if (other.meaning() == field.meaning() && mapping.names(other)) {
                return true;
            }
        }
        return false;
    }

    private void add(Candidate candidate) {
        candidates
                .computeIfAbsent(candidate.field().meaning(), none -> new ArrayList<>())
                .add(candidate);
    }

    private void unknown(int index, String title, List<EntryRow> below) {
        if (title.isEmpty() && below.stream().allMatch(each -> each.cell(index).isBlank())) {
            return;
        }
        ignored.add(new Ignored(index, title, title.isEmpty() ? "it has no title" : ""));
        if (options.onlyKnownTitles()) {
            issues.add(
                    IssueCode.FILE_HEADER_UNKNOWN,
                    place(index, title),
                    title.isEmpty()
                            ? "column " + (index + 1) + " has no header"
                            : "header " + Echo.of(title) + " is not known",
                    KnownTitles.advise(title));
        }
    }

    /** Chooses the column of an importer's number, and perhaps of the name, among titles that may mean either. */
    private void importer(List<EntryRow> below) {
        List<Candidate> all = candidatesFor(RowField.IMPORTER);
        List<Candidate> numbers =
                new ArrayList<>(all.stream().filter(each -> !each.byCells()).toList());
        boolean certain = !numbers.isEmpty();
        for (Candidate each : all) {
            if (!each.byCells()) {
                continue;
            }
            ImporterCells.Verdict verdict = ImporterCells.of(each.index(), below);
            if (verdict == ImporterCells.Verdict.NAMES) {
                candidates
                        .computeIfAbsent(RowField.NAME, none -> new ArrayList<>())
                        .add(new Candidate(each.index(), each.title(), RowField.NAME, 9, each.origin(), false));
                if (!certain && all.size() == 1) {
                    importerExplained = true;
                    issues.add(
                            IssueCode.FILE_HEADER_MISSING,
                            place(each.index(), each.title()),
                            "column " + Echo.of(each.title())
                                    + " holds names or codes, and no column holds importer numbers",
                            "add a column `Importer Number`, or name it in a mapping as `importer`");
                }
            } else if (certain) {
                ignored.add(new Ignored(each.index(), each.title(), reads(numbers.get(0))));
            } else if (verdict == ImporterCells.Verdict.NUMBERS) {
                numbers.add(each);
            } else {
                importerExplained = true;
                issues.add(
                        IssueCode.FILE_COLUMN_UNCLEAR,
                        place(each.index(), each.title()),
                        "column " + Echo.of(each.title())
                                + " holds importer numbers in some rows and other text in others",
                        "say in a mapping which column holds the numbers: `importer: " + each.title() + "`");
            }
        }
        choose(RowField.IMPORTER, numbers);
    }

    /** Chooses the best column for a field; two that are equally good are an issue. */
    private void choose(RowField field, List<Candidate> all) {
        if (all.isEmpty()) {
            return;
        }
        int best = all.stream().mapToInt(Candidate::rank).min().orElseThrow();
        List<Candidate> equals =
                all.stream().filter(each -> each.rank() == best).toList();
        Candidate first = equals.get(0);
        if (equals.size() > 1) {
            twice(field, first, equals.get(1));
        }
        chosen.put(field, first);
        read.add(first.column());
        for (Candidate each : all) {
            if (each.rank() != best) {
                ignored.add(new Ignored(each.index(), each.title(), reads(first)));
            }
        }
    }

    /** A line may have several columns of HTS numbers, but then they are called alike. */
    private void numbers() {
        Set<String> names = new LinkedHashSet<>();
        Candidate first = null;
        for (Candidate each : candidatesFor(RowField.HTS)) {
            read.add(each.column());
            first = first == null ? each : first;
            if (each.rank() > 0
                    && names.add(KnownTitles.bare(each.title()).replaceAll("[0-9]+$", ""))
                    && names.size() == 2) {
                twice(RowField.HTS, first, each);
            }
        }
        if (first != null) {
            chosen.put(RowField.HTS, first);
        }
    }

    private void twice(RowField field, Candidate first, Candidate second) {
        String one = first.title().isEmpty() ? "#" + (first.index() + 1) : first.title();
        boolean alike = KnownTitles.bare(first.title()).equals(KnownTitles.bare(second.title()));
        issues.add(
                IssueCode.FILE_HEADER_TWICE,
                place(second.index(), second.title()),
                "columns " + Echo.of(first.title()) + " and " + Echo.of(second.title()) + " both hold the field `"
                        + field.title() + "`",
                "keep one of them, or choose in a mapping: `" + field.key() + ": "
                        + (alike ? "\"#" + (first.index() + 1) + "\"" : one) + "`");
    }

    /** Beside invoice columns, a line number that does not say so may be that of the invoice, and votes would differ. */
    private void requireLineOfTheEntry() {
        Candidate line = chosen.get(RowField.LINE);
        if (line != null && line.rank() > 1) {
            issues.add(
                    IssueCode.FILE_COLUMN_UNCLEAR,
                    place(line.index(), line.title()),
                    "column " + Echo.of(line.title()) + " may count the lines of the entry summary or of the invoice",
                    "say which in a mapping: `line: " + line.title()
                            + "` with `rows: invoice lines`, or `line:` without a column");
        }
    }

    /** Of a value of each row and one of the whole line, the one whose title is certain is read. */
    private void settleValues() {
        Candidate value = chosen.get(RowField.VALUE);
        Candidate ofLine = chosen.get(RowField.LINE_VALUE);
        if (value != null && ofLine != null) {
            drop(value.rank() <= 2 ? ofLine : value, value.rank() <= 2 ? value : ofLine);
            value = value.rank() <= 2 ? value : null;
        }
        Candidate currency = chosen.get(RowField.CURRENCY);
        if (currency != null && currency.rank() > 0 && (value == null || value.rank() < WEAKEST_VALUE)) {
            drop(currency, null);
        }
        Candidate filer = chosen.get(RowField.FILER);
        if (filer != null && !chosen.containsKey(RowField.ENTRY)) {
            drop(filer, null);
        }
    }

    private void drop(Candidate dropped, @Nullable Candidate instead) {
        read.removeIf(column -> column.index() == dropped.index());
        chosen.remove(dropped.field().meaning());
        ignored.add(new Ignored(dropped.index(), dropped.title(), instead == null ? "" : reads(instead)));
    }

    private void require(RowField field) {
        if (!chosen.containsKey(field) && !(field == RowField.IMPORTER && importerExplained)) {
            issues.add(
                    IssueCode.FILE_HEADER_MISSING,
                    new CellPlace(source).at(row),
                    "the file has no column `" + field.title() + "`",
                    "the first row names the columns");
        }
    }

    private static String reads(Candidate instead) {
        return Echo.of(instead.title()) + " is read";
    }

    private CellPlace place(int index, String title) {
        return new CellPlace(source).at(row, index, title);
    }
}
