package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsArbitraries;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Issue;
import io.centerline.facts.LineField;
import io.centerline.facts.MaskedFacts;
import io.centerline.facts.Masking;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ListedRows;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every field of an entry line, whichever fields there are. */
class LineFieldsTest {
    private static final List<LineField> FIELDS = List.of(LineField.values());
    private static final List<LineField> COLUMNS =
            FIELDS.stream().filter(field -> !field.headers().isEmpty()).toList();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schedule SCHEDULE = Schedule.load();
    private static final HtsReader READER = new HtsReader(SCHEDULE);
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final LocalDate COVERED = LocalDate.of(2013, 4, 4);
    private static final JsonIntake REQUESTS = new JsonIntake(READER, SCHEDULE, COVERED, IntakeLimits.DEFAULT);
    private static final RowIntake ROWS = new RowIntake(READER, SCHEDULE, COVERED, IntakeLimits.DEFAULT);
    private static final String IMPORTER = "12-345678900";

    @Example
    void canonical_line_hasKeysOfTheTableInOrder() throws IOException {
        Facts facts = new Facts(
                FactsArbitraries.facts().sample().importer(),
                AS_OF,
                List.of(EntryLine.builder().number(SCHEDULE.numbers().get(0)).build()),
                List.of(),
                null);

        List<String> keys = new ArrayList<>();
        JSON.readTree(FactsJson.canonical(facts, Masking.NONE))
                .at("/lines/0")
                .fieldNames()
                .forEachRemaining(keys::add);

        assertThat(keys)
                .isSorted()
                .isSubsetOf(
                        Arrays.stream(LineField.values()).map(LineField::key).toList())
                .contains("count", "date", "entry", "hts", "line", "quantity", "role", "set", "value");
    }

    @Property(tries = 200)
    void masked_lines_areStillLines(@ForAll("facts") Facts facts) throws IOException {
        JsonNode masked = JSON.readTree(MaskedFacts.of(FactsJson.canonical(facts, Masking.NONE)));

        assertThat(masked.path("lines")).hasSize(facts.lines().size());
    }

    @Property(tries = 300)
    void read_sameLinesInRowsAndInJson_areEqual(@ForAll("facts") Facts facts) throws IOException {
        List<EntryLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (EntryLine line : facts.lines()) {
            // Rows of one entry line are one line, and JSON says each once.
            if (!seen.add(EntrySummary.bare(line.entry()) + "/" + line.line())) {
                continue;
            }
            // A cell loses what spreadsheets put around its text; a field of JSON keeps it.
            if (line.centsByNumber().isEmpty()
                    && rows(List.of(line)).get(1).cells().stream().allMatch(LineFieldsTest::isPlain)) {
                lines.add(line);
            }
        }
        List<EntryRow> rows = rows(lines);

        FileIntake read = ROWS.read(new ListedRows("row", rows), RowOptions.STRICT, AS_OF);

        assertThat(((FileIntake.Accepted) read).cases())
                .flatExtracting(each -> each.facts().lines())
                .containsExactlyElementsOf(lines);
    }

    private static boolean isPlain(String cell) {
        return cell.isEmpty()
                || Character.isLetterOrDigit(cell.charAt(0))
                        && Character.isLetterOrDigit(cell.charAt(cell.length() - 1));
    }

    /** Nothing of a line shows in the lines after it, whatever was wrong with it. */
    @Property(tries = 300)
    void read_linesTogetherAndAlone_areTheSame(@ForAll("lines") List<String> lines) {
        List<EntryLine> alone = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String line : lines) {
            Intake read = read(List.of(line));
            if (read instanceof Intake.Accepted accepted) {
                alone.addAll(accepted.facts().lines());
            } else {
                faults.addAll(texts(((Intake.Refused) read).issues()));
            }
        }

        Intake together = read(lines);

        if (together instanceof Intake.Accepted accepted) {
            assertThat(accepted.facts().lines()).isEqualTo(alone);
            assertThat(faults).isEmpty();
        } else {
            assertThat(texts(((Intake.Refused) together).issues())).isEqualTo(faults);
        }
    }

    /** The same for rows, each of an importer of its own and of one. */
    @Property(tries = 300)
    void read_rowsTogetherAndAlone_areTheSame(@ForAll("cells") List<List<String>> cells) throws IOException {
        List<EntryLine> alone = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<List<String>> apart = new ArrayList<>();
        for (List<String> row : cells) {
            // Rows of one entry line would be one line.
            List<String> copy = new ArrayList<>(row);
            copy.replaceAll(cell -> cell.equals("A1") ? "A" + apart.size() : cell);
            apart.add(copy);
        }
        for (List<String> row : apart) {
            FileIntake read =
                    ROWS.read(new ListedRows("row", List.of(HEADER, new EntryRow(2, row))), RowOptions.STRICT, AS_OF);
            if (read instanceof FileIntake.Accepted accepted) {
                accepted.cases().forEach(each -> alone.addAll(each.facts().lines()));
            } else {
                faults.addAll(texts(((FileIntake.Refused) read).issues()));
            }
        }
        List<EntryRow> rows = new ArrayList<>(List.of(HEADER));
        apart.forEach(row -> rows.add(new EntryRow(2, row)));

        FileIntake together = ROWS.read(new ListedRows("row", rows), RowOptions.STRICT, AS_OF);

        if (together instanceof FileIntake.Accepted accepted) {
            assertThat(accepted.cases())
                    .flatExtracting(each -> each.facts().lines())
                    .containsExactlyElementsOf(alone);
            assertThat(faults).isEmpty();
        } else {
            assertThat(texts(((FileIntake.Refused) together).issues())).isEqualTo(faults);
        }
    }

    @Provide
    Arbitrary<Facts> facts() {
        return FactsArbitraries.facts();
    }

    /** Lines of JSON with some fields, sound or not. */
    @Provide
    Arbitrary<List<String>> lines() {
        return fields(false)
                .map(fields -> {
                    List<String> members = new ArrayList<>();
                    for (int i = 0; i < fields.size(); i++) {
                        if (!fields.get(i).isEmpty()) {
                            members.add("\"" + FIELDS.get(i).key() + "\":" + fields.get(i));
                        }
                    }
                    return "{" + String.join(",", members) + "}";
                })
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        return fields(true)
                .map(fields -> {
                    List<String> cells = new ArrayList<>(List.of(IMPORTER));
                    cells.addAll(fields);
                    return cells;
                })
                .list()
                .ofMaxSize(5);
    }

    private static final EntryRow HEADER = new EntryRow(
            1,
            Stream.concat(
                            Stream.of("IOR"),
                            COLUMNS.stream().map(field -> field.headers().get(0)))
                    .toList());

    private static Arbitrary<List<String>> fields(boolean bare) {
        List<Arbitrary<String>> fields = new ArrayList<>();
        for (LineField field : bare ? COLUMNS : FIELDS) {
            fields.add(oneOf(bare, texts(field)));
        }
        return Combinators.combine(fields).as(List::copyOf);
    }

    /** What a line may have in a field, as JSON; nothing where it is left out. The last is a fault. */
    private static String[] texts(LineField field) {
        return switch (field) {
            case ENTRY -> new String[] {"", "\"A1\"", "\"" + "9".repeat(21) + "\""};
            case LINE -> new String[] {"", "", "-1"};
            case DATE -> new String[] {"", "\"2026-03-02\"", "\"2026-02-30\""};
            case HTS -> new String[] {"\"8471.30.0100\"", "\"7208.10.1500\"", "\"9903.88.15\"", "\"84\""};
            case SET -> new String[] {"", "", "\"X\"", "\"V\"", "\"Y\""};
            case ROLE -> new String[] {"", "", "\"CONSIGNEE\"", "\"BUYER\""};
            case COUNT -> new String[] {"", "", "7", "0"};
            case QUANTITY -> new String[] {"", "", "\"12.5\"", "\"1e9\""};
            case VALUE -> new String[] {"", "", "\"5400.00\"", "\"-1\""};
            case ENTRY_TYPE -> new String[] {"", "", "\"21\"", "\"XX\""};
            case VALUES -> new String[] {"", "", "[\"5400.00\"]", "[]", "[null]", "{}"};
        };
    }

    /** One of some texts, of which the last is a fault and comes seldom. */
    private static Arbitrary<String> oneOf(boolean bare, String... texts) {
        List<String> sound = List.of(texts).subList(0, texts.length - 1);
        return Arbitraries.frequencyOf(
                        Tuple.of(20, Arbitraries.of(sound)), Tuple.of(1, Arbitraries.just(texts[texts.length - 1])))
                .map(text -> bare ? text.replace("\"", "") : text);
    }

    private static Intake read(List<String> lines) {
        String body = "{\"importer\":{\"number\":\"" + IMPORTER + "\"},\"lines\":[" + String.join(",", lines) + "]}";
        return REQUESTS.read(body.getBytes(StandardCharsets.UTF_8), AS_OF);
    }

    /** Issues without the place of the line in its list. */
    private static List<String> texts(List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.code() + issue.message().replaceAll("entry line [0-9]+", ""))
                .toList();
    }

    /** The rows that hold lines as their canonical form writes them, in as many HTS columns as a line may need. */
    private static List<EntryRow> rows(List<EntryLine> lines) throws IOException {
        List<String> titles = new ArrayList<>(List.of("Importer"));
        for (LineField field : COLUMNS) {
            for (int i = 0; i < (field == LineField.HTS ? EntryLine.MOST_NUMBERS : 1); i++) {
                titles.add(field.headers().get(0));
            }
        }
        List<EntryRow> rows = new ArrayList<>(List.of(new EntryRow(1, titles)));
        Facts facts = new Facts(FactsArbitraries.facts().sample().importer(), AS_OF, lines, List.of(), null);
        for (JsonNode line :
                JSON.readTree(FactsJson.canonical(facts, Masking.NONE)).path("lines")) {
            List<String> cells = new ArrayList<>(List.of(IMPORTER));
            for (LineField field : COLUMNS) {
                JsonNode value = line.path(field.key());
                for (int i = 0; i < (field == LineField.HTS ? EntryLine.MOST_NUMBERS : 1); i++) {
                    JsonNode cell = field == LineField.HTS ? value.path(i) : value;
                    boolean absent = cell.isNull() || field == LineField.LINE && cell.asInt() == 0;
                    cells.add(absent ? "" : cell.asText());
                }
            }
            rows.add(new EntryRow(rows.size() + 1L, cells));
        }
        return rows;
    }
}
