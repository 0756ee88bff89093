package io.centerline.intake.editions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.facts.Issue;
import io.centerline.intake.sheet.CellFault;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import io.centerline.intake.sheet.SheetChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an export in CSV, whose columns are found by their titles. */
final class CsvExport {
    private static final Set<String> NUMBER = Set.of("hts number", "htsno");
    private static final Set<String> UNITS = Set.of("unit of quantity", "units");
    private static final Pattern PLACE = Pattern.compile("line ([0-9]{1,9})(?:, [^:]*)?: (.*)", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ListedNumbers numbers;

    CsvExport(ListedNumbers numbers) {
        this.numbers = numbers;
    }

    void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            if (start.length == 2 && start[0] == 'P' && start[1] == 'K') {
                numbers.fault(1, "the file is a workbook or a zip archive", "export the schedule as CSV or JSON");
                return;
            }
        }
        try (RowSource rows = RowSources.open(file, new SheetChoice("", row -> true))) {
            readRows(rows);
        } catch (RowSource.Unreadable unreadable) {
            fault(unreadable.issue());
        }
    }

    private void fault(Issue issue) {
        Matcher place = PLACE.matcher(issue.message());
        boolean placed = place.matches();
        numbers.fault(
                placed ? Integer.parseInt(place.group(1)) : 1,
                placed ? place.group(2) : issue.message(),
                issue.help() + "; nothing behind it was read");
    }

    private void readRows(RowSource rows) throws IOException {
        EntryRow header = next(rows);
        if (header == null) {
            numbers.fault(1, "the file is empty", "export the schedule again");
            return;
        }
        int number = column(header, NUMBER);
        int units = column(header, UNITS);
        if (number < 0 || units < 0) {
            numbers.fault(
                    header.number(),
                    "the header has no column " + (number < 0 ? "`HTS Number`" : "`Unit of Quantity`"),
                    "keep the header of the export");
            return;
        }
        int expected = header.cells().size();
        EntryRow row;
        while (!numbers.isEnough() && (row = next(rows)) != null) {
            CellFault broken = row.fault(CellFault.WHOLE_ROW);
            if (broken != null) {
                numbers.fault(row.number(), broken.message(), broken.help());
            } else if (row.filled() > expected || row.cells().size() < expected) {
                int cells = row.cells().size();
                numbers.fault(
                        row.number(),
                        "the row has " + cells + (cells == 1 ? " column" : " columns") + ", expected " + expected,
                        "check its commas and quotes");
            } else {
                numbers.take(row.number(), row.cell(number), units(row, units));
            }
        }
    }

    private static @Nullable EntryRow next(RowSource rows) throws IOException {
        EntryRow row = rows.next();
        while (row != null && row.isBlank()) {
            row = rows.next();
        }
        return row;
    }

    private static int column(EntryRow header, Set<String> titles) {
        for (int i = 0; i < header.cells().size(); i++) {
            if (titles.contains(header.cell(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /** Exports of today write a list in brackets, {@code ["No.","kg"]}. */
    private List<String> units(EntryRow row, int column) {
        String cell = row.cell(column).strip();
        if (!cell.startsWith("[")) {
            return List.of(cell);
        }
        try {
            List<@Nullable String> units = Arrays.asList(JSON.readValue(cell, String[].class));
            if (!units.contains(null)) {
                return List.copyOf(units);
            }
        } catch (JsonProcessingException none) {
            // Told below.
        }
        numbers.fault(row.number(), "the units are no list of texts", "take the row from the export again");
        return List.of();
    }
}
