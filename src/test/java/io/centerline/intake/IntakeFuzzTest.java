package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Activity;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Issue;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.CsvRows;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives, intake answers with facts or with issues that can be sent, and never throws. */
@SuppressWarnings({
    "ArrayRecordComponent", // handed on, never compared
    "StringConcatToTextBlock" // one line ends as Windows ends it
})
class IntakeFuzzTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final HtsReader READER = new HtsReader(SCHEDULE);
    private static final LocalDate COVERED = LocalDate.of(2013, 4, 4);
    private static final JsonIntake JSON = new JsonIntake(READER, SCHEDULE, COVERED, new IntakeLimits(50, 1 << 20));
    private static final RowIntake CSV = new RowIntake(READER, SCHEDULE, COVERED, new IntakeLimits(50, 1 << 20));

    private static final RoutingIntake ROUTING = new RoutingIntake(
            READER, SCHEDULE, COVERED, (activity, day) -> activity == Activity.DRAWBACK, new IntakeLimits(50, 1 << 20));
    private static final ProtestIntake PROTEST =
            new ProtestIntake(READER, SCHEDULE, COVERED, new IntakeLimits(50, 1 << 20));

    private static final String SOUND_ROUTING = """
            {"importer":{"number":"12-345678900","name":"Acme é","kind":"COURIER"},"asOf":"2026-11-25","activity":"DRAWBACK",
            "account":{"center":"CEE005","since":"2019-04-01"},"entry":{"number":"ABC12345678","port":"2704",
            "lines":[{"entry":"ABC12345678","line":1,"hts":["9903.88.15","8471.30.0100"]},{"hts":"7208.10.1500","set":"X"}]}}
            """;

    private static final String SOUND_PROTEST = """
            {"importer":{"number":"12-345678900","name":"Acme é"},"asOf":"2026-11-25","account":null,
            "entries":[{"number":"ABC12345678","port":"2704","lines":[{"hts":["9903.88.15","8471.30.0100"],"count":2}]},
            {"number":"ABC-1234567-9","port":"3802","importer":{"number":"98-765432100","kind":"BROKER"},"lines":null,
            "merchandise":"pipes","decision":null}]}
            """;

    private static final String SOUND = """
            {"importer":{"number":"12-345678900","name":"Acme é","kind":"IMPORTER"},"asOf":"2026-11-25",
            "lines":[{"entry":"ABC12345678","line":1,"date":"2026-03-02","hts":["9903.88.15","8471.30.0100"],"set":null,
            "role":"IMPORTER_OF_RECORD","count":1,"quantity":"12","value":"5400.00"},{"hts":"7208.10.1500","set":"X"}],
            "evidence":[{"factor":"BUSINESS_PRACTICE","center":"CEE003","reference":"m","recordedBy":"jd","recordedOn":"2026-01-10"}],
            "account":{"center":"CEE005","since":"2019-04-01","directed":[{"center":"CEE003","from":"2026-01-01","until":null,
            "authority":"CBP","reference":"r"}],"appeals":[{"preferred":"CEE007","filed":"2026-02-01","status":"GRANTED",
            "effective":"2026-03-01","reference":"a"}]}}
            """;

    private static final String SOUND_FILE =
            "\uFEFFIOR,Entry No,Line,HTS,HTS 2,Date,Value,Quantity,Count,Set,Role,Kind,Name\r\n"
                    + "12-345678900,A1,1,9903.88.15,8471.30.0100,2026-03-02,5400.00,12,1,,,IMPORTER,\"Acme, Inc\"\n"
                    + "12-3456789,A2,2,8471.30.0100,,,,,,X,CONSIGNEE,,\n";

    /** Pieces that have broken parsers before. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\\ud800",
            "\\udc00\\ud800",
            "\\u0000",
            "null",
            "true",
            "1e999999999",
            "-",
            "-0",
            "0.1",
            "9".repeat(2_000),
            "[".repeat(300),
            "{\"a\":".repeat(300),
            "\"lines\":",
            "\"hts\":[",
            "'",
            "/*",
            "NaN",
            "\uFEFF",
            "\u2028",
            "٣",
            "\0",
            "\n",
            "\r",
            "\t",
            "\"\"",
            "\"" + "8".repeat(500) + "\"",
            "123-45-6789",
            "\"importer\":{\"number\":\"1\"},",
            "\uD83D\uDE00",
            "99999999999",
            "{}",
            "[[]]",
            "line",
            ";");

    /** One change to a body: at a place, drop some bytes and put others in. */
    record Edit(double where, int drop, byte[] insert) {
        byte[] apply(byte[] body) {
            int at = (int) (where * body.length);
            ByteArrayOutputStream edited = new ByteArrayOutputStream();
            edited.write(body, 0, at);
            edited.writeBytes(insert);
            int rest = Math.min(body.length, at + drop);
            edited.write(body, rest, body.length - rest);
            return edited.toByteArray();
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<byte[]> pieces = Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        Arbitrary<Integer> drops = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 3)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 400)));
        Arbitrary<Double> places = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(places, drops, Arbitraries.oneOf(pieces, noise))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 3_000)
    void json_soundBodyDamaged_isAnswered(@ForAll("edits") List<Edit> edits) {
        byte[] body = SOUND.getBytes(StandardCharsets.UTF_8);
        for (Edit edit : edits) {
            body = edit.apply(body);
        }

        assertAnswered(JSON.read(body, TODAY));
    }

    @Property(tries = 1_000)
    void json_randomBytes_areAnswered(@ForAll byte[] body) {
        assertAnswered(JSON.read(body, TODAY));
    }

    @Property(tries = 2_000)
    void csv_soundFileDamaged_isAnswered(@ForAll("edits") List<Edit> edits) {
        byte[] file = SOUND_FILE.getBytes(StandardCharsets.UTF_8);
        for (Edit edit : edits) {
            file = edit.apply(file);
        }

        assertAnswered(csv(file));
    }

    @Property(tries = 1_000)
    void csv_randomBytes_areAnswered(@ForAll byte[] file) {
        assertAnswered(csv(file));
    }

    @Property(tries = 2_000)
    void routing_soundBodyDamaged_isAnswered(@ForAll("edits") List<Edit> edits) {
        byte[] body = SOUND_ROUTING.getBytes(StandardCharsets.UTF_8);
        for (Edit edit : edits) {
            body = edit.apply(body);
        }

        RoutingRequest read = ROUTING.read(body, TODAY);

        if (read instanceof RoutingRequest.Accepted accepted) {
            assertThat(FactsJson.hash(accepted.facts())).startsWith("sha256:");
            accepted.warnings().forEach(IntakeFuzzTest::assertCanBeSent);
        } else {
            assertThat(((RoutingRequest.Refused) read).issues())
                    .isNotEmpty()
                    .allSatisfy(IntakeFuzzTest::assertCanBeSent);
        }
    }

    @Property(tries = 2_000)
    void protest_soundBodyDamaged_isAnswered(@ForAll("edits") List<Edit> edits) {
        byte[] body = SOUND_PROTEST.getBytes(StandardCharsets.UTF_8);
        for (Edit edit : edits) {
            body = edit.apply(body);
        }

        ProtestRequest read = PROTEST.read(body, TODAY);

        if (read instanceof ProtestRequest.Accepted accepted) {
            assertThat(accepted.facts().entries()).isNotEmpty();
            accepted.warnings().forEach(IntakeFuzzTest::assertCanBeSent);
        } else {
            assertThat(((ProtestRequest.Refused) read).issues())
                    .isNotEmpty()
                    .allSatisfy(IntakeFuzzTest::assertCanBeSent);
        }
    }

    @net.jqwik.api.Example
    void soundInputs_areAccepted() {
        assertThat(JSON.read(SOUND.getBytes(StandardCharsets.UTF_8), TODAY)).isInstanceOf(Intake.Accepted.class);
        assertThat(ROUTING.read(SOUND_ROUTING.getBytes(StandardCharsets.UTF_8), TODAY))
                .isInstanceOf(RoutingRequest.Accepted.class);
        assertThat(PROTEST.read(SOUND_PROTEST.getBytes(StandardCharsets.UTF_8), TODAY))
                .isInstanceOf(ProtestRequest.Accepted.class);
        assertThat(csv(SOUND_FILE.getBytes(StandardCharsets.UTF_8))).isInstanceOf(FileIntake.Accepted.class);
    }

    private static FileIntake csv(byte[] file) {
        try {
            return CSV.read(new CsvRows(new ByteArrayInputStream(file)), RowOptions.LENIENT, TODAY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void assertAnswered(Intake intake) {
        if (intake instanceof Intake.Accepted accepted) {
            assertThat(FactsJson.hash(accepted.facts())).startsWith("sha256:");
            accepted.warnings().forEach(IntakeFuzzTest::assertCanBeSent);
        } else {
            ((Intake.Refused) intake).issues().forEach(IntakeFuzzTest::assertCanBeSent);
        }
    }

    private static void assertAnswered(FileIntake intake) {
        if (intake instanceof FileIntake.Accepted accepted) {
            accepted.cases().forEach(IntakeFuzzTest::assertAnswered);
            RowAccount account = accepted.reading().account();
            assertThat(account.titles() + account.sums() + account.dropped() + account.rejected() + account.inLines())
                    .isEqualTo(account.read());
            account.rejects().forEach(IntakeFuzzTest::assertCanBeSent);
        } else {
            ((FileIntake.Refused) intake).issues().forEach(IntakeFuzzTest::assertCanBeSent);
        }
    }

    private static void assertCanBeSent(Issue issue) {
        String all = issue.pointer() + issue.message() + issue.help();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(all)).isTrue();
        assertThat(issue.message())
                .isNotEmpty()
                .hasSizeLessThan(600)
                .doesNotContain("\n")
                .doesNotContain("\r");
        assertThat(all).doesNotContainPattern("(?<![0-9])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])");
    }
}
