package io.centerline.intake;

import io.centerline.facts.IssueCode;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first row of a file: which column stands where.
 *
 * @param titles the headers as the file writes them
 * @param columns what each of them means, in the same order
 */
record FileHeader(List<String> titles, List<FileColumn> columns) {

    FileHeader {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
    }

    /** Reads the header; empty after reporting every issue it has. */
    static Optional<FileHeader> read(EntryRow row, RowSource source, Issues issues) {
        List<String> titles = new ArrayList<>();
        List<FileColumn> columns = new ArrayList<>();
        Set<FileColumn> seen = new HashSet<>();
        for (String received : row.cells()) {
            String title = received.strip();
            FilePlace place = new FilePlace(source, row.number(), titles.size(), title);
            FileColumn column = FileColumn.find(title);
            if (column == null) {
                issues.add(IssueCode.FILE_HEADER_UNKNOWN, place, unknown(title, titles.size()), advice(title));
            } else if (!seen.add(column) && !column.mayRepeat()) {
                issues.add(
                        IssueCode.FILE_HEADER_TWICE,
                        place,
                        "header " + Echo.of(title) + " names the column `" + column.title() + "` a second time",
                        "keep one of the two columns");
            } else {
                columns.add(column);
            }
            titles.add(title);
        }
        FilePlace place = new FilePlace(source, row.number());
        requireColumn(FileColumn.IMPORTER, seen, place, issues);
        requireColumn(FileColumn.HTS, seen, place, issues);
        return issues.any() ? Optional.empty() : Optional.of(new FileHeader(titles, columns));
    }

    /** Where the column stands. */
    int indexOf(FileColumn column) {
        return columns.indexOf(column);
    }

    private static void requireColumn(FileColumn column, Set<FileColumn> seen, FilePlace place, Issues issues) {
        if (!seen.contains(column)) {
            issues.add(
                    IssueCode.FILE_HEADER_MISSING,
                    place,
                    "the file has no column `" + column.title() + "`",
                    "the first row names the columns");
        }
    }

    private static String unknown(String title, int index) {
        return title.isEmpty()
                ? "column " + (index + 1) + " has no header"
                : "header " + Echo.of(title) + " is not known";
    }

    private static String advice(String title) {
        boolean otherSeparator = title.contains(";") || title.contains("\t") || title.contains("|");
        return otherSeparator ? "separate columns by commas" : FileColumn.advise(title);
    }
}
