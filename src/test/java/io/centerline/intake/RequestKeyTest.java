package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final String IMPORTER = "\"importer\":{\"number\":\"12-345678900\",\"name\":\"Ä\"}";
    private static final JsonIntake INTAKE = new JsonIntake(
            new HtsReader(Schedule.load()), Schedule.load(), LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{IMPORTER,\"idempotencyKey\":\"a\\\"b\"}",
                "{IMPORTER , \"idempotencyKey\" : \"a\\\"b\"}",
                "{\"idempotencyKey\":\"a\\\"b\",IMPORTER}",
                "{\"idempotencyKey\" :\t\"a\\\"b\" , IMPORTER}",
                "{\"idempotency\\u004bey\":\"a\\u0022b\",IMPORTER}",
                "\uFEFF{IMPORTER,\"idempotencyKey\":\"a\\\"b\"}"
            })
    void readKeyed_keyAnywhere_isCutOutOfTheRequest(String body) {
        KeyedIntake read = read(body.replace("IMPORTER", IMPORTER));

        assertThat(read.key()).isEqualTo("a\"b");
        assertThat(read.intake()).isInstanceOf(Intake.Accepted.class);
        assertThat(new String(read.body(), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .replace(" ", ""))
                .isEqualTo("{" + IMPORTER + "}");
    }

    @Test
    void readKeyed_keyBetweenFields_leavesOneComma() {
        KeyedIntake read = read("{" + IMPORTER + ", \"idempotencyKey\": \"k\", \"asOf\": \"2026-11-25\"}");

        assertThat(new String(read.body(), StandardCharsets.UTF_8))
                .isEqualTo("{" + IMPORTER + ", \"asOf\": \"2026-11-25\"}");
    }

    @Test
    void readKeyed_noKey_leavesTheBodyAsItIs() {
        byte[] body = ("{" + IMPORTER + ",\"idempotencyKey\":null}").getBytes(StandardCharsets.UTF_8);

        assertThat(INTAKE.readKeyed(body, DAY).key()).isNull();
        assertThat(INTAKE.readKeyed(body, DAY).body()).isSameAs(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a b\"", "\"é\"", "7", "{}"})
    void readKeyed_noGoodKey_isRefusedWhereItStands(String key) {
        KeyedIntake read = read("{" + IMPORTER + ",\"idempotencyKey\":" + key + "}");

        assertThat(((Intake.Refused) read.intake()).issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.pointer()).isEqualTo("/idempotencyKey"));
    }

    @Test
    void read_requestThatComesAlone_hasNoSuchField() {
        Intake read =
                INTAKE.read(("{" + IMPORTER + ",\"idempotencyKey\":\"k\"}").getBytes(StandardCharsets.UTF_8), DAY);

        assertThat(((Intake.Refused) read).issues().get(0).code().name()).isEqualTo("FIELD_UNKNOWN");
        assertThat(((Intake.Refused) read).issues().get(0).help()).doesNotContain("idempotencyKey");
    }

    private static KeyedIntake read(String body) {
        return INTAKE.readKeyed(body.getBytes(StandardCharsets.UTF_8), DAY);
    }
}
