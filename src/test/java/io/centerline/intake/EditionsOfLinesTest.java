package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.CsvRows;
import io.centerline.tariff.AddedEdition;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which edition a number is held to: that of the day of its line, and of the as-of date where the line has none. */
class EditionsOfLinesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load()
            .with(List.of(new AddedEdition(
                    Schedule.listed("hts-2014", new TreeMap<>(Map.of("8471300014", "No."))),
                    LocalDate.of(2014, 1, 1),
                    LocalDate.of(2014, 12, 31))));
    private static final HtsReader READER = new HtsReader(SCHEDULE);

    private static List<String> json(String fields) {
        Intake intake = new JsonIntake(READER, SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT)
                .read(
                        ("{\"importer\":{\"number\":\"12-345678900\"}," + fields + "}")
                                .getBytes(StandardCharsets.UTF_8),
                        TODAY);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return places(((Intake.Accepted) intake).warnings());
    }

    private static List<String> places(List<Issue> warnings) {
        return warnings.stream()
                .filter(warning -> warning.code() != IssueCode.UNDATED_LINES)
                .map(warning -> warning.code() + " " + warning.pointer())
                .toList();
    }

    @Test
    void json_line_isHeldToTheEditionOfItsDay() {
        String lines = "\"lines\":[{\"hts\":\"8471.30.0014\",\"date\":\"2014-05-01\"},"
                + "{\"hts\":[\"8471.30.0014\",\"8471.30.0100\"],\"date\":\"2015-01-01\"},"
                + "{\"date\":\"2013-12-31\",\"hts\":\"8471.30.0014\"},"
                + "{\"date\":\"2014-12-31\",\"hts\":\"8471.30.0100\"}]";

        assertThat(json("\"asOf\":\"2015-02-01\"," + lines))
                .containsExactly(
                        "HTS_SEVERAL_COMMODITIES /lines/1/hts",
                        "HTS_EXPIRED /lines/1/hts/0",
                        "HTS_OTHER_EDITION /lines/2/hts",
                        "HTS_OTHER_EDITION /lines/3/hts");
    }

    @Test
    void json_lineWithoutADay_isHeldToThatOfTheAsOfDateWhereverItStands() {
        String lines = "\"lines\":[{\"hts\":\"8471.30.0014\"}]";

        assertThat(json("\"asOf\":\"2014-11-25\"," + lines)).isEmpty();
        assertThat(json(lines + ",\"asOf\":\"2014-11-25\"")).isEmpty();
        assertThat(json(lines + ",\"asOf\":\"2015-11-25\"")).containsExactly("HTS_EXPIRED /lines/0/hts");
        assertThat(json(lines)).containsExactly("HTS_EXPIRED /lines/0/hts");
    }

    @Test
    void json_manyNumbers_areCutAtTwentyOfEachCode() {
        String lines = "\"lines\":[" + "{\"hts\":\"8471.30.0014\"},".repeat(30) + "{\"hts\":\"8471.30.0014\"}]";

        assertThat(json(lines)).hasSize(21).last().isEqualTo("HTS_EXPIRED /lines");
    }

    @Test
    void rows_line_isHeldToTheEditionOfItsDay() throws Exception {
        String csv = "Importer Number,HTS,Entry Date\n12-345678900,8471.30.0014,2014-05-01\n"
                + "12-345678900,8471.30.0014,2015-05-01\n12-345678900,8471.30.0014,\n";
        FileIntake read = new RowIntake(READER, SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT)
                .read(
                        new CsvRows(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))),
                        RowOptions.LENIENT,
                        LocalDate.of(2014, 11, 25));

        assertThat(read).isInstanceOf(FileIntake.Accepted.class);
        assertThat(places(((FileIntake.Accepted) read).cases().get(0).warnings()))
                .hasSize(1)
                .allMatch(warning -> warning.startsWith("HTS_EXPIRED line 3"));
    }

    @Test
    void routing_lineWithoutADay_isHeldToThatOfTheAsOfDate() {
        RoutingRequest read = new RoutingIntake(
                        READER, SCHEDULE, LocalDate.of(2013, 4, 4), (activity, day) -> false, IntakeLimits.DEFAULT)
                .read(
                        ("{\"importer\":{\"number\":\"12-345678900\"},\"activity\":\"LIQUIDATION\",\"entry\":{\"number\":"
                                        + "\"PUL00000017\",\"port\":\"4101\",\"lines\":[{\"hts\":\"8471.30.0014\"}]},"
                                        + "\"asOf\":\"2015-11-25\"}")
                                .getBytes(StandardCharsets.UTF_8),
                        TODAY);

        assertThat(places(((RoutingRequest.Accepted) read).warnings()))
                .containsExactly("HTS_EXPIRED /entry/lines/0/hts");
    }
}
