package io.centerline.cli;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.centerline.journal.StoreResource;
import io.centerline.journal.Tampering;
import io.centerline.log.Exports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits decisions of the running service, where the shipped rules are active. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class AuditServiceTest {
    @TempDir
    Path folder;

    @Inject
    AgroalDataSource pool;

    private String key;
    private String id;
    private int index;
    private String leaf;

    @BeforeEach
    void decide() {
        key = get("/v1/journal/checkpoint").path("verifiers[0]");
        Response decision = json(EXAMPLE).post("/v1/placements");
        id = decision.path("id");
        index = decision.path("receipt.index");
        leaf = decision.path("receipt.leaf");
    }

    @Test
    void audit_decision_saysWhatIsShownAndWhatIsNot() {
        Run run = audit("--key", key);

        assertThat(run.exitCode()).as(run.said()).isEqualTo(ExitCode.DONE);
        assertThat(words(run))
                .startsWith("Decision " + id + " Placed in Electronics")
                .contains(
                        "Hash the decision hashes to " + leaf,
                        "Inclusion that is leaf " + index + " of the ",
                        "Signature a key you gave signed that root for the log ",
                        "Since not shown: without a checkpoint kept elsewhere (`--since`), whoever has",
                        "Facts not shown: `--facts` was not given; a service notes it as a disclosure",
                        "Replay not shown: to decide again takes the facts");
        assertThat(disclosures()).isZero();
    }

    @Test
    void audit_withFacts_decidesAgainUnderTheRulesOfTheServiceAndIsNoted() throws IOException {
        get("/v1/decisions/" + id + "/proof").then().statusCode(200);
        Path kept = checkpoint("kept");
        String later = json(EXAMPLE).post("/v1/placements").path("id");
        get("/v1/decisions/" + later + "/proof").then().statusCode(200);

        Run run = audit("--key", key, "--facts", "--since", kept.toString());

        assertThat(run.exitCode()).as(run.said()).isEqualTo(ExitCode.DONE);
        assertThat(words(run))
                .contains(
                        "Since the log continues the checkpoint you kept over ",
                        "Facts the service gave them out unmasked and noted that as a disclosure; they are those that the"
                                + " receipt commits to",
                        "Replay the same, byte for byte, under the schedule hts-2026-rev4 and the rulebook sha256:");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH));
        assertThat(disclosures()).isEqualTo(1);
        // Rules that are named count first; others still come from the service.
        assertThat(audit("--key", key, "--facts", "--rules", "src/test/resources/cli/candidate")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void audit_checkpointOfAnotherHistory_isNotVerified() throws IOException {
        Path kept = checkpoint("kept");
        String text = Files.readString(kept);
        Files.writeString(kept, text.replaceFirst("\n[0-9]+\n", "\n1\n"));

        Run run = audit("--key", key, "--since", kept.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VERIFIED);
        assertThat(words(run)).contains("Not verified ALTERED");
    }

    @Test
    void audit_anotherKey_isNotVerified() {
        Run run = audit("--key", Exports.KEY.verifier().text());

        assertThat(run.exitCode()).as(run.said()).isEqualTo(ExitCode.NOT_VERIFIED);
        assertThat(words(run)).contains("Not verified WRONG_KEY").doesNotContain("Inclusion");
    }

    @Test
    void audit_tamperedDecision_isNotVerified() throws Exception {
        Tampering.rewrite(pool, index, "body", body -> body.replace("CEE007", "CEE001"));
        try {
            Run run = audit("--key", key);

            assertThat(run.exitCode()).as(run.said()).isEqualTo(ExitCode.NOT_VERIFIED);
            assertThat(words(run))
                    .startsWith("Not verified ALTERED Fault the decision at leaf " + index
                            + " does not give the leaf's hash");
        } finally {
            Tampering.rewrite(pool, index, "body", body -> body.replace("CEE001", "CEE007"));
        }
    }

    @Test
    void audit_unknownDecision_isRefused() {
        Run run = Run.of("audit", "01a210b6-c03a-731a-9ba9-f8a870fd3b76", "--key", key, "--from", address());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).startsWith("error: the service at `" + address() + "` says: ");
    }

    private Path checkpoint(String name) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                given().accept("text/plain").get("/v1/journal/checkpoint").asString());
    }

    private int disclosures() {
        return get("/v1/journal/disclosures?leaf=" + index)
                .jsonPath()
                .getList("disclosures")
                .size();
    }

    private Run audit(String... more) {
        List<String> args = new ArrayList<>(List.of("audit", id, "--from", address()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private static String address() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private static String words(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
