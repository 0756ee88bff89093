package io.centerline.batch.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.FileMapping;
import io.centerline.intake.rows.OnConflict;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made up are read as those of importers are. */
class MadeUpFilesIntakeTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final DataPlan PLAN = new DataPlan(30_000, 300, 3, DAY);
    private static final RowOptions ONLY_KNOWN_TITLES =
            new RowOptions(FileMapping.NONE, true, false, OnConflict.REPORT);

    @TempDir
    Path folder;

    @Test
    void read_eachFormOfCsv_hasTheSameLinesOfImporters() throws Exception {
        Map<String, Integer> ofCsv = lines(DataForm.CSV);
        assertThat(ofCsv).hasSize(300);
        assertThat(sum(ofCsv)).isBetween(29_850, 29_980);
        Map<String, Integer> ofReport = lines(DataForm.ES003);
        assertThat(ofReport).containsOnlyKeys(ofCsv.keySet());
        // Where the row of the goods is rejected, that of an additional number is left.
        ofCsv.forEach((importer, lines) -> assertThat(ofReport.get(importer)).isGreaterThanOrEqualTo(lines));
        assertThat(sum(ofReport) - sum(ofCsv)).isBetween(1, 30);
    }

    @Test
    void read_entryNumbers_haveTheRightCheckDigit() {
        EntryNumbers numbers = new EntryNumbers(PLAN, 6_000);
        for (long entry = 0; entry < 6_000; entry += 97) {
            String number = new String(numbers.number(entry), StandardCharsets.ISO_8859_1);
            assertThat(number).matches("[0-9A-Z]{3}[0-9]{8}");
            assertThat(checkSum(number)).as(number).isEqualTo(0);
        }
    }

    /** How many lines each importer has, once rows with faults are rejected. */
    private Map<String, Integer> lines(DataForm form) throws Exception {
        Path file = folder.resolve(form + ".csv");
        long rows = new DataFiles(PLAN, SCHEDULE, form, lines -> {})
                .file(file, false)
                .rows();
        RowIntake intake =
                new RowIntake(new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT);
        try (RowSource source = RowSources.open(file, RowIntake.sheet(""))) {
            FileIntake read = intake.read(source, ONLY_KNOWN_TITLES, DAY);
            assertThat(read).isInstanceOf(FileIntake.Accepted.class);
            FileIntake.Accepted accepted = (FileIntake.Accepted) read;
            assertThat(accepted.reading().account().read()).isEqualTo(rows);
            assertThat(accepted.reading().account().rejected()).isBetween(1L, rows / 250);
            Map<String, Integer> lines = new TreeMap<>();
            for (Intake.Accepted each : accepted.cases()) {
                lines.put(
                        each.facts().importer().number().text(),
                        each.facts().lines().size());
            }
            return lines;
        }
    }

    private static int sum(Map<String, Integer> lines) {
        return lines.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A second reading of appendix E: letters count as on a punched card, every second digit from the right twice. */
    private static int checkSum(String number) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            char c = number.charAt(i);
            int digit = Character.isDigit(c) ? c - '0' : "ABCDEFGHI".indexOf(c) + 1 + "JKLMNOPQR".indexOf(c) + 1;
            digit = "STUVWXYZ".indexOf(c) >= 0 ? "STUVWXYZ".indexOf(c) + 2 : digit;
            int twice = i % 2 == 1 ? digit * 2 : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10;
    }
}
