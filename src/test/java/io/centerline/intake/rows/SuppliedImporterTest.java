package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppliedImporterTest {

    @Test
    void next_rowsBelowTheHeader_nameTheImporterBehindTheLastColumn() throws IOException {
        assertThat(cells("Report of June\nDate,HTS\n\n2026-06-01,8471.30.0100\n2026-06-02\n", 1))
                .containsExactly(
                        List.of("Report of June"),
                        List.of("Date", "HTS", "Importer"),
                        List.of("2026-06-01", "8471.30.0100", "12-345678900"),
                        List.of("2026-06-02"));
    }

    private static List<List<String>> cells(String text, int above) throws IOException {
        List<List<String>> all = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (RowSource rows = new SuppliedImporter(
                RowSources.open(new ByteArrayInputStream(bytes), RowIntake.sheet("")), above, "12-345678900")) {
            EntryRow row;
            while ((row = rows.next()) != null) {
                if (!row.isBlank()) {
                    all.add(row.cells());
                }
            }
            assertThat(rows.place(2)).isEqualTo("line 2");
            rows.checkRest();
        }
        return all;
    }
}
