package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ActivationIntakeTest {
    private static final String HASH = "sha256:" + "0a".repeat(32);
    private static final String ID = "01234567-89ab-7def-8123-456789abcdef";

    @Test
    void read_everyField_isTaken() {
        ActivationIntake.Asked asked = read("{\"author\": \"jd\", \"reason\": \"79 FR 13322\", \"expectedActive\": \""
                + HASH + "\", \"impact\": \"" + ID + "\", \"correction\": \"misread\"}");

        assertThat(asked.issues()).isEmpty();
        assertThat(asked.author()).isEqualTo("jd");
        assertThat(asked.reason()).isEqualTo("79 FR 13322");
        assertThat(asked.expectedActive()).isEqualTo(HASH);
        assertThat(asked.impact()).hasToString(ID);
        assertThat(asked.correction()).isEqualTo("misread");
    }

    @Test
    void read_severalFaults_areToldAtOnce() {
        ActivationIntake.Asked asked =
                read("{\"author\": \" \", \"reson\": \"x\", \"impact\": \"7\", \"expectedActive\": \"SHA256:00\"}");

        assertThat(asked.issues())
                .extracting(issue -> issue.code() + " " + issue.pointer())
                .containsExactly(
                        "FIELD_MISSING /author",
                        "FIELD_UNKNOWN /reson",
                        "VALUE_MALFORMED /impact",
                        "VALUE_MALFORMED /expectedActive",
                        "FIELD_MISSING /reason");
    }

    @Test
    void read_optionalFieldsThatAreNull_areAbsent() {
        ActivationIntake.Asked asked = read(
                "{\"author\": \"jd\", \"reason\": \"r\", \"expectedActive\": null, \"impact\": null, \"correction\": null}");

        assertThat(asked.issues()).isEmpty();
        assertThat(asked.expectedActive()).isNull();
        assertThat(asked.impact()).isNull();
        assertThat(asked.correction()).isNull();
    }

    @Test
    void read_undecidedReason_needsAReport() {
        String request = "{\"author\": \"jd\", \"reason\": \"r\", \"undecidedReason\": \"no entries since 2024\"%s}";

        ActivationIntake.Asked asked = read(request.formatted(", \"impact\": \"" + ID + "\""));
        assertThat(asked.issues()).isEmpty();
        assertThat(asked.undecidedReason()).isEqualTo("no entries since 2024");
        assertThat(read(request.formatted("")).issues())
                .extracting(issue -> issue.code() + " " + issue.pointer() + ": " + issue.message())
                .containsExactly("FIELD_MISSING /impact: `impact` is required with `undecidedReason`");
        assertThat(read(request.formatted(", \"proposal\": 3"))).returns(3L, ActivationIntake.Asked::proposal);
    }

    @Test
    void read_noObject_isAnIssue() {
        assertThat(read("[]").issues()).isNotEmpty();
        assertThat(read("").issues()).isNotEmpty();
        assertThat(read("{\"author\":").issues()).isNotEmpty();
    }

    private static ActivationIntake.Asked read(String json) {
        return ActivationIntake.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
