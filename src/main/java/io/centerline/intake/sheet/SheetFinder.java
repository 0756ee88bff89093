package io.centerline.intake.sheet;

import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the sheet of a workbook that holds the rows: the one that is named; else {@code Main Report}, where ACE writes them;
 * else the only one that has a header among its first rows. Not thread-safe.
 */
final class SheetFinder {
    private static final String MAIN = "Main Report";
    private static final String PROMPTS = "Parameters";
    /** Rows in which a header is looked for. */
    private static final int FIRST_ROWS = 30;

    private final WorkbookParts parts;
    private final Opener opener;
    private final List<String> notes = new ArrayList<>();

    /** Opens the rows of a sheet. */
    interface Opener {
        WorkbookRows open(WorkbookParts.Sheet sheet) throws IOException;
    }

    SheetFinder(WorkbookParts parts, Opener opener) {
        this.parts = parts;
        this.opener = opener;
    }

    /** What a user should know of the sheets that are not read. */
    List<String> notes() {
        return notes;
    }

    /**
     * The sheet to read.
     *
     * @throws RowSource.Unreadable when none or several could be meant
     */
    WorkbookParts.Sheet find(SheetChoice choice) throws IOException {
        List<WorkbookParts.Sheet> all = parts.sheets();
        if (all.isEmpty()) {
            throw unclear("the workbook has no sheet of cells", "save the rows as XLSX or CSV");
        }
        if (!choice.name().isEmpty()) {
            return named(choice.name());
        }
        for (WorkbookParts.Sheet sheet : all) {
            if (sheet.name().strip().equalsIgnoreCase(MAIN)) {
                return chosen(sheet);
            }
        }
        List<WorkbookParts.Sheet> candidates = all.stream()
                .filter(sheet -> !sheet.hidden() && !sheet.name().strip().equalsIgnoreCase(PROMPTS))
                .toList();
        if (candidates.size() == 1) {
            return chosen(candidates.get(0));
        }
        List<WorkbookParts.Sheet> withHeader = new ArrayList<>();
        for (WorkbookParts.Sheet sheet : candidates) {
            if (hasHeader(sheet, choice)) {
                withHeader.add(sheet);
            }
        }
        if (withHeader.size() > 1) {
            throw unclear(
                    "the sheets " + names(withHeader) + " all look like entry lines",
                    "name the one to read by `--sheet`, or leave the others out");
        }
        if (withHeader.isEmpty()) {
            throw unclear(
                    "no sheet has a header among its first " + FIRST_ROWS + " rows; there are " + names(all),
                    "name the one to read by `--sheet`, or leave the others out");
        }
        return chosen(withHeader.get(0));
    }

    private WorkbookParts.Sheet named(String name) throws RowSource.Unreadable {
        for (WorkbookParts.Sheet sheet : parts.sheets()) {
            if (sheet.name().strip().equalsIgnoreCase(name.strip())) {
                return chosen(sheet);
            }
        }
        throw unclear(
                "the workbook has no sheet " + Echo.of(name) + "; it has " + names(parts.sheets()),
                "name one that it has by `--sheet`");
    }

    private WorkbookParts.Sheet chosen(WorkbookParts.Sheet sheet) {
        List<WorkbookParts.Sheet> others =
                parts.sheets().stream().filter(other -> !other.equals(sheet)).toList();
        if (!others.isEmpty()) {
            String hidden = sheet.hidden() ? ", which is hidden," : "";
            notes.add("the sheet " + Echo.of(sheet.name()) + hidden + " is read, not " + names(others));
        } else if (sheet.hidden()) {
            notes.add("the sheet " + Echo.of(sheet.name()) + " is read, which is hidden");
        }
        return sheet;
    }

    private boolean hasHeader(WorkbookParts.Sheet sheet, SheetChoice choice) throws IOException {
        WorkbookRows rows = opener.open(sheet);
        try {
            EntryRow row;
            for (int i = 0; i < FIRST_ROWS && (row = rows.next()) != null; i++) {
                if (choice.header().test(row)) {
                    return true;
                }
            }
            return false;
        } finally {
            rows.closeSheet();
        }
    }

    private static RowSource.Unreadable unclear(String message, String help) {
        return WorkbookFault.of(IssueCode.FILE_SHEET, message, help);
    }

    private static String names(List<WorkbookParts.Sheet> sheets) {
        String first =
                sheets.stream().limit(10).map(sheet -> Echo.of(sheet.name())).collect(Collectors.joining(", "));
        return sheets.size() > 10 ? first + " and " + (sheets.size() - 10) + " more" : first;
    }
}
