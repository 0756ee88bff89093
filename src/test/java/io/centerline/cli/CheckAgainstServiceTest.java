package io.centerline.cli;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.check.Mistake;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rulebook to compare with lies in a running service. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class CheckAgainstServiceTest {

    @Test
    void run_rulesThatServe_keepEveryPastAnswer() {
        String hash = get("/v1/rulebooks/active").path("rulebook");

        Run run = against("rules", hash);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("compared with " + hash
                        + " for the days before 2026-11-25: every past Center, status, basis and review stays\n");
    }

    @Test
    void run_otherRules_departFromWhatIsActive() throws IOException {
        Path small = Path.of("target", "check-against-service");
        CheckCommandTest.write(Mistake.none(), small);

        Run run = against(small.toString(), "active");

        assertThat(run.exitCode()).isEqualTo(ExitCode.RULES_REFUSED);
        assertThat(run.out())
                .contains("[PAST_CHANGED]", "MEM-0501", "some past answers change")
                .contains("compared with " + get("/v1/rulebooks/active").path("rulebook"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:00",
                "sha256:0000000000000000000000000000000000000000000000000000000000000000",
            })
    void run_unknownHash_isRefused(String hash) {
        Run run = against("rules", hash);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err())
                .isEqualTo("error: the service stores no rulebook `" + hash
                        + "`\nhelp: `GET /v1/rulebooks` lists those that it stores\n");
    }

    @Test
    void run_noService_isRefused() {
        Run run = Run.of("check", "rules", "--against", "active", "--service", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err())
                .startsWith("error: the service at `http://127.0.0.1:1` cannot be reached\nhelp: ")
                .contains("`--from`", "`--service`", "QUARKUS_HTTP_PORT");
    }

    private static Run against(String folder, String rulebook) {
        return Run.of("check", folder, "--against", rulebook, "--service", "http://127.0.0.1:" + RestAssured.port);
    }
}
