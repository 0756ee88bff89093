package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.sheet.MadeUpWorkbook;
import io.centerline.intake.sheet.RowSources;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same lines give the same decision, in whatever form they come. */
class SameAnswerTest {
    private static final String IMPORTER = "12-345678900";
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Rulebook RULEBOOK = TestRulebook.shared();
    private static final HtsReader READER = new HtsReader(SCHEDULE);
    private static final JsonIntake JSON =
            new JsonIntake(READER, SCHEDULE, RULEBOOK.firstCoveredDay(), IntakeLimits.DEFAULT);
    private static final RowIntake ROWS =
            new RowIntake(READER, SCHEDULE, RULEBOOK.firstCoveredDay(), IntakeLimits.DEFAULT);

    /** A line; the commodity is the last of its numbers. */
    record Line(LocalDate day, String type, List<String> provisions, String commodity, int dollars) {
        List<String> numbers() {
            List<String> numbers = new ArrayList<>(provisions);
            numbers.add(commodity);
            return numbers;
        }
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 500).map(AS_OF::minusDays);
        Arbitrary<List<String>> provisions = Arbitraries.of("99038815", "99030128", "99038188")
                .list()
                .uniqueElements()
                .ofMaxSize(2);
        return Combinators.combine(
                        days,
                        Arbitraries.of("01", "03", "06", "21", "31"),
                        provisions,
                        Arbitraries.of("8471300100", "9503000073", "7208380030", "4011101010", "2204214000"),
                        Arbitraries.integers().between(0, 100_000))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 100)
    void decide_sameLinesInEveryForm_isTheSame(@ForAll("lines") List<Line> lines, @ForAll Random order)
            throws IOException {
        String expected = answer(((Intake.Accepted) JSON.read(json(lines).getBytes(StandardCharsets.UTF_8), AS_OF)));
        List<List<Object>> plain = plain(lines);
        List<List<Object>> es003 = es003(lines);
        Collections.shuffle(plain.subList(1, plain.size()), order);
        Collections.shuffle(es003.subList(1, es003.size()), order);

        assertThat(answer(csv(plain, ","))).as("CSV").isEqualTo(expected);
        assertThat(answer(csv(plain, "\t"))).as("tabs").isEqualTo(expected);
        assertThat(answer(MadeUpWorkbook.of("Sheet1", plain))).as("XLSX").isEqualTo(expected);
        assertThat(answer(csv(es003, ","))).as("ES-003 as CSV").isEqualTo(expected);
        assertThat(answer(MadeUpWorkbook.of("Main Report", es003)))
                .as("ES-003 as XLSX")
                .isEqualTo(expected);
    }

    private static String json(List<Line> lines) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            all.add("{\"entry\":\"ABC12345676\",\"line\":" + (i + 1) + ",\"date\":\"" + line.day()
                    + "\",\"entryType\":\""
                    + line.type() + "\",\"hts\":[\"" + String.join("\",\"", line.numbers()) + "\"],\"value\":\""
                    + line.dollars() + ".00\"}");
        }
        return "{\"importer\":{\"number\":\"" + IMPORTER + "\"},\"lines\":[" + String.join(",", all) + "]}";
    }

    /** A row for each line, as a table of one's own would have it. */
    private static List<List<Object>> plain(List<Line> lines) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "Importer", "Entry Number", "Line", "Date", "Entry Type", "HTS 1", "HTS 2", "HTS 3", "Value", "Note"));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<String> numbers = new ArrayList<>(line.numbers());
            while (numbers.size() < 3) {
                numbers.add(0, "");
            }
            rows.add(List.of(
                    IMPORTER,
                    "ABC-1234567-6",
                    i + 1,
                    line.day(),
                    line.type(),
                    numbers.get(0),
                    numbers.get(1),
                    numbers.get(2),
                    BigDecimal.valueOf(line.dollars()),
                    ""));
        }
        return rows;
    }

    /** A row for each tariff number, as ACE exports them. */
    private static List<List<Object>> es003(List<Line> lines) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "Entry Summary Number",
                "Entry Type Code",
                "Importer Number",
                "Port of Entry Code",
                "Entry Date",
                "Entry Summary Line Number",
                "Review Team Number",
                "Tariff Ordinal Number",
                "HTS Number - Full",
                "Line Tariff Goods Value Amount"));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            for (int n = 0; n < line.numbers().size(); n++) {
                boolean commodity = n == line.numbers().size() - 1;
                rows.add(List.of(
                        "ABC12345676",
                        line.type(),
                        IMPORTER,
                        "2704",
                        AMERICAN.format(line.day()),
                        String.format("%03d", i + 1),
                        "715",
                        n + 1,
                        line.numbers().get(n),
                        commodity ? String.format("$%,d.00", line.dollars()) : "$0.00"));
            }
        }
        return rows;
    }

    private static byte[] csv(List<List<Object>> rows, String separator) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(Object::toString)
                        .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String answer(byte[] file) throws IOException {
        FileIntake read = ROWS.read(
                () -> RowSources.open(new ByteArrayInputStream(file), RowIntake.sheet("")),
                RowOptions.LENIENT,
                AS_OF,
                RejectedRows.NOBODY);
        assertThat(read).isInstanceOf(FileIntake.Accepted.class);
        FileIntake.Accepted accepted = (FileIntake.Accepted) read;
        assertThat(accepted.cases()).hasSize(1);
        return answer(accepted.cases().get(0));
    }

    private static String answer(Intake.Accepted one) {
        Decision decision = new Placement(RULEBOOK).decide(one.facts(), one.warnings(), Explain.SUMMARY);
        return decision.outcome() + "\n" + decision.explanation().tallies() + "\n"
                + decision.explanation().notCounted().stream()
                        .map(missed -> missed.reason() + " " + missed.count())
                        .toList()
                + "\n" + decision.reviews();
    }
}
