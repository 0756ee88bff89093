package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsArbitraries;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Masking;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonIntakeTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final LocalDate COVERED = LocalDate.of(2013, 4, 4);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final String IMPORTER = "\"importer\":{\"number\":\"12-345678900\"}";

    static JsonIntake intake() {
        return new JsonIntake(new HtsReader(SCHEDULE), SCHEDULE, COVERED, IntakeLimits.DEFAULT);
    }

    private static Intake read(String body) {
        return intake().read(body.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static Facts facts(String body) {
        assertThat(read(body)).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) read(body)).facts();
    }

    private static List<Issue> issues(String body) {
        assertThat(read(body)).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused) read(body)).issues();
    }

    private static List<Issue> warnings(String body) {
        assertThat(read(body)).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) read(body)).warnings();
    }

    private static String line(String fields) {
        return "{" + IMPORTER + ",\"lines\":[{" + fields + "}]}";
    }

    @ParameterizedTest
    @CsvSource({"/evidence, evidence", "/account/directed, directed", "/account/appeals, appeals"})
    void read_recordsWithoutEnd_areRefusedAtTheFirstTooMany(String pointer, String list) {
        String evidence = "{\"factor\":\"INTENDED_USE\",\"center\":\"CEE003\",\"reference\":\"m\",\"recordedBy\":\"j\","
                + "\"recordedOn\":\"2026-01-10\"}";
        String record = switch (list) {
            case "evidence" -> evidence;
            case "directed" ->
                "{\"center\":\"CEE003\",\"from\":\"2026-01-10\",\"authority\":\"a\",\"reference\":\"r\"}";
            default -> "{\"preferred\":\"CEE003\",\"filed\":\"2026-01-10\",\"status\":\"FILED\",\"reference\":\"r\"}";
        };
        String most = "[" + (record + ",").repeat(AccountReader.MOST_RECORDS - 1) + record + "]";
        String more = "[" + (record + ",").repeat(AccountReader.MOST_RECORDS) + record + "]";
        String before = "{" + IMPORTER + ",\"lines\":[],"
                + (list.equals("evidence")
                        ? "\"evidence\":"
                        : "\"account\":{\"center\":\"CEE003\",\"since\":\"2020-01-01\",\"" + list + "\":");
        String after = list.equals("evidence") ? "}" : "}}";

        assertThat(read(before + most + after)).isInstanceOf(Intake.Accepted.class);
        assertThat(issues(before + more + after))
                .containsExactly(new Issue(
                        IssueCode.TOO_MANY_RECORDS,
                        pointer,
                        "`" + list + "` has more than 1000 records",
                        "send those that still matter on the as-of date"));
    }

    @Test
    void read_theDesignsOwnSample_givesEveryField() {
        Facts facts = facts("""
                { "importer": {"number": "12-345678900", "name": "Acme", "kind": "IMPORTER"},
                  "asOf": "2026-11-25",
                  "lines": [ {"entry": "ABC12345678", "line": 1, "date": "2026-03-02", "hts": ["9903.88.15", "8471.30.0100"],
                              "set": null, "role": "IMPORTER_OF_RECORD", "count": 1, "quantity": "12", "value": "5400.00"} ],
                  "evidence": [ {"factor": "BUSINESS_PRACTICE", "center": "CEE003", "reference": "memo 17", "recordedBy": "jd",
                                 "recordedOn": "2026-01-10"} ],
                  "account": {"center": "CEE005", "since": "2019-04-01", "directed": [], "appeals": []} }
                """);

        assertThat(facts)
                .isEqualTo(new Facts(
                        new Importer(
                                new ImporterNumber("12-345678900", ImporterNumber.Format.EIN),
                                "Acme",
                                ImporterKind.IMPORTER),
                        TODAY,
                        List.of(EntryLine.builder()
                                .entry("ABC12345678")
                                .line(1)
                                .date(LocalDate.of(2026, 3, 2))
                                .numbers(List.of(new HtsNumber("99038815"), new HtsNumber("8471300100")))
                                .quantity(new BigDecimal("12"))
                                .cents(540_000L)
                                .build()),
                        List.of(new Evidence(
                                Factor.BUSINESS_PRACTICE,
                                Center.AUTOMOTIVE_AEROSPACE,
                                "memo 17",
                                "jd",
                                LocalDate.of(2026, 1, 10))),
                        new Account(Center.BASE_METALS, LocalDate.of(2019, 4, 1), List.of(), List.of())));
    }

    @Test
    void read_importerAlone_givesEveryDefault() {
        assertThat(facts("{" + IMPORTER + "}"))
                .isEqualTo(new Facts(
                        new Importer(
                                new ImporterNumber("12-345678900", ImporterNumber.Format.EIN),
                                "",
                                ImporterKind.IMPORTER),
                        TODAY,
                        List.of(),
                        List.of(),
                        null));
    }

    @Test
    void read_lineWithNumberAlone_givesEveryDefault() {
        assertThat(facts(line("\"hts\":\"8471.30.0100\"")).lines())
                .containsExactly(
                        EntryLine.builder().number(new HtsNumber("8471300100")).build());
    }

    @Test
    void read_optionalFieldsNull_isAbsent() {
        String nulls =
                "\"entry\":null,\"line\":null,\"date\":null,\"set\":null,\"role\":null,\"count\":null,\"quantity\":null,\"value\":null";

        assertThat(facts("{" + IMPORTER + ",\"asOf\":null,\"evidence\":null,\"account\":null,\"lines\":[{" + nulls
                        + ",\"hts\":\"8471.30.0100\"}]}"))
                .isEqualTo(facts(line("\"hts\":\"8471.30.0100\"")));
    }

    @Test
    void read_accountWithoutCenter_holdsDirectionsAndAppeals() {
        Account account = facts(
                        "{" + IMPORTER + ",\"account\":{"
                                + "\"directed\":[{\"center\":\"CEE003\",\"from\":\"2026-01-01\",\"authority\":\"CBP\",\"reference\":\"r\"}],"
                                + "\"appeals\":[{\"preferred\":\"CEE007\",\"filed\":\"2026-02-01\",\"status\":\"FILED\",\"reference\":\"a\"}]}}")
                .account();

        assertThat(account)
                .isEqualTo(new Account(
                        null,
                        null,
                        List.of(new Direction(
                                Center.AUTOMOTIVE_AEROSPACE, LocalDate.of(2026, 1, 1), Account.OPEN, "CBP", "r")),
                        List.of(new Appeal(
                                Center.ELECTRONICS,
                                LocalDate.of(2026, 2, 1),
                                AppealStatus.FILED,
                                LocalDate.of(2026, 2, 1),
                                "a"))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, 50",
        "5400, 540000",
        "5400.0, 540000",
        "5400.07, 540007",
        "9999999999999.99, 999999999999999"
    })
    void read_value_isExactInCents(String value, long cents) {
        assertThat(facts(line("\"hts\":\"8471.30.0100\",\"value\":\"" + value + "\""))
                        .lines()
                        .get(0)
                        .cents())
                .isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".5", "1.234", "1e3", "1,000", "+1", " 1", "$1", "NaN", "１", "--1"})
    void read_valueNotPlain_isMalformed(String value) {
        assertThat(issues(line("\"hts\":\"8471.30.0100\",\"value\":\"" + value + "\"")))
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(IssueCode.VALUE_MALFORMED, "/lines/0/value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-2-3",
                "2026-13-01",
                "2026-00-10",
                "2026-01-00",
                "02/03/2026",
                "2026-01-01T00:00:00Z",
                "2023-02-29",
                "today",
                "",
                "２026-01-01"
            })
    void read_dateNotADay_isMalformed(String date) {
        assertThat(issues(line("\"hts\":\"8471.30.0100\",\"date\":\"" + date + "\"")))
                .extracting(Issue::code)
                .containsExactly(IssueCode.DATE_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31, false", "1900-01-01, true", "9998-12-31, true", "9999-01-01, false", "2024-02-29, true"})
    void read_dateAtTheEdges_isAcceptedInside(String date, boolean accepted) {
        assertThat(read(line("\"hts\":\"8471.30.0100\",\"date\":\"" + date + "\"")) instanceof Intake.Accepted)
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"2013-04-03, false", "2013-04-04, true"})
    void read_asOfAtTheFirstCoveredDay_isAcceptedFromThere(String asOf, boolean accepted) {
        assertThat(read("{" + IMPORTER + ",\"asOf\":\"" + asOf + "\"}") instanceof Intake.Accepted)
                .isEqualTo(accepted);
    }

    @Test
    void read_byteOrderMark_isAccepted() {
        assertThat(read("\uFEFF{" + IMPORTER + "}")).isInstanceOf(Intake.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE"})
    void read_otherUnicodeEncodings_areRefused(String charset) throws Exception {
        assertThat(intake().read(("{" + IMPORTER + "}").getBytes(charset), TODAY))
                .isInstanceOf(Intake.Refused.class);
    }

    @Test
    void read_namesAtTheLimit_countCharactersNotCodeUnits() {
        String name = "😀".repeat(300);

        assertThat(facts("{\"importer\":{\"number\":\"12-345678900\",\"name\":\"" + name + "\"}}")
                        .importer()
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false"})
    void read_nesting_isAcceptedAsUnknownFieldUpToTwentyLevels(int levels, boolean unknownField) {
        String nested = "[".repeat(levels - 1) + "]".repeat(levels - 1);

        assertThat(issues("{" + IMPORTER + ",\"x\":" + nested + "}"))
                .extracting(Issue::code)
                .contains(unknownField ? IssueCode.FIELD_UNKNOWN : IssueCode.JSON_TOO_DEEP)
                .doesNotContain(unknownField ? IssueCode.JSON_TOO_DEEP : IssueCode.JSON_SYNTAX);
    }

    @Test
    void read_thousandsOfIssues_keepsAThousandAndSaysHowManyMore() {
        String lines =
                IntStream.range(0, 1_500).mapToObj(i -> "{\"hts\":\"1\"}").collect(Collectors.joining(","));

        List<Issue> issues = issues("{" + IMPORTER + ",\"lines\":[" + lines + "]}");

        assertThat(issues).hasSize(1_000);
        assertThat(issues.get(999).message())
                .endsWith("; 500 more issues are not listed")
                .startsWith("entry line 1000: ");
    }

    @Test
    void read_manyAlikeWarnings_keepsTwentyAndSaysHowManyMore() {
        String lines = IntStream.range(0, 50)
                .mapToObj(i -> "{\"hts\":\"84.71.30.01.00\",\"date\":\"2026-01-01\"}")
                .collect(Collectors.joining(","));

        List<Issue> warnings = warnings("{" + IMPORTER + ",\"lines\":[" + lines + "]}");

        assertThat(warnings).hasSize(21).allMatch(warning -> warning.code() == IssueCode.HTS_GROUPING);
        assertThat(warnings.get(19).pointer()).isEqualTo("/lines/19/hts");
        assertThat(warnings.get(20).pointer()).isEqualTo("/lines");
        assertThat(warnings.get(20).message()).contains("30 more");
    }

    @Test
    void read_linesAtTheLimit_areAcceptedAndOneMoreIsNot() {
        JsonIntake three = new JsonIntake(new HtsReader(SCHEDULE), SCHEDULE, COVERED, new IntakeLimits(3, 1_000));
        String line = "{\"hts\":\"8471.30.0100\"}";
        String atLimit = "{" + IMPORTER + ",\"lines\":[" + String.join(",", line, line, line) + "]}";
        String over = "{" + IMPORTER + ",\"lines\":[" + String.join(",", line, line, line, line) + "]}";

        assertThat(three.read(atLimit.getBytes(StandardCharsets.UTF_8), TODAY)).isInstanceOf(Intake.Accepted.class);
        assertThat(((Intake.Refused) three.read(over.getBytes(StandardCharsets.UTF_8), TODAY)).issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.TOO_MANY_LINES);
    }

    @Test
    void read_unknownFieldHoldingAPersonsNumber_masksItInPointerAndMessage() {
        Issue issue = issues("{" + IMPORTER + ",\"123-45-6789\":1,\"x\":1}").get(0);

        assertThat(issue.pointer() + issue.message() + issue.help())
                .doesNotContain("123-45")
                .contains("***-**-6789");
    }

    @Test
    void read_fieldNamesWithSlashAndTilde_areEscapedInThePointer() {
        assertThat(issues("{" + IMPORTER + ",\"a/b~c\":1}").get(0).pointer()).isEqualTo("/a~1b~0c");
    }

    @Test
    void read_hostileFieldNames_giveIssuesThatCanBeSentAsUtf8() {
        Issue issue = issues("{" + IMPORTER + ",\"\\ud800\\u0000" + "x".repeat(100_000) + "\":1}")
                .get(0);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(issue.pointer() + issue.message()))
                .isTrue();
        assertThat(issue.pointer().length() + issue.message().length()).isLessThan(500);
    }

    @Provide
    Arbitrary<Facts> anyFacts() {
        return FactsArbitraries.facts();
    }

    @Property(tries = 300)
    void read_canonicalFormOfAnyFacts_givesThemBack(@ForAll("anyFacts") Facts facts) {
        Intake intake = intake().read(FactsJson.canonical(facts, Masking.NONE), TODAY);

        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        assertThat(((Intake.Accepted) intake).facts()).isEqualTo(facts);
    }
}
