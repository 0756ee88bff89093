package io.centerline.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import io.centerline.intake.sheet.SheetChoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTableTest {
    @TempDir
    private Path folder;

    @Test
    void add_moreRowsThanASheetHas_goesOnInAnother() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "tests", "1.0")) {
            WorkbookTable table = new WorkbookTable(workbook, "Many", WorkbookTable.Column.count("Number"));
            for (int i = 1; i <= 1_048_576; i++) {
                table.add(i);
            }
            table.end();
        }
        Path file = Files.write(folder.resolve("many.xlsx"), out.toByteArray());

        List<String> cells = new ArrayList<>();
        try (RowSource source = RowSources.open(file, new SheetChoice("Many 2", row -> true))) {
            EntryRow row;
            while ((row = source.next()) != null) {
                cells.add(row.cell(0));
            }
        }
        assertThat(cells).containsExactly("Number", "1048576");
    }
}
