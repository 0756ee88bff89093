package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as an operator runs it. */
class ProgramIT {

    @TempDir
    Path folder;

    @Test
    void serve_killedAndStartedAgain_keepsItsDecisions() throws Exception {
        HttpResponse<String> created;
        try (Program first = Program.ready(folder, "rules")) {
            created = first.post("/v1/placements", Requests.EXAMPLE);
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            first.kill();
        }

        try (Program second = Program.ready(folder, "rules")) {
            HttpResponse<String> found =
                    second.get(created.headers().firstValue("Location").orElseThrow());
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).isEqualTo(created.body());
            // The server itself would answer without a word.
            assertThat(RawHttp.get(second.port(), "/v1/hts/%zz").isProblem()).isTrue();
        }
    }

    @Test
    void serve_brokenRule_exitsWithTheFindingsBeforeTheStoreStarts() throws Exception {
        Path rule = folder.resolve("rules/membership/broken.drl");
        Files.createDirectories(rule.getParent());
        Files.writeString(rule, "package rules.membership;\nrule \"x\nwhen\nthen\nend\n");

        try (Program program = Program.start(folder, folder.resolve("rules").toString())) {
            assertThat(program.exit()).isEqualTo(3);
            assertThat(program.errors())
                    .startsWith("error: ")
                    .contains("rules/membership/broken.drl:")
                    .doesNotContain("\tat ");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void serve_rulesBrokenSinceTheLastStart_servesWhatWasActive() throws Exception {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        String active;
        try (Program first = Program.ready(folder, rules.toString())) {
            active = first.get("/v1/rulebooks/active").body();
        }
        Files.writeString(rules.resolve("membership/broken.drl"), "package rules.membership;\nrule \"x\n");

        try (Program second = Program.ready(folder, rules.toString())) {
            assertThat(second.get("/v1/rulebooks/active").body())
                    .startsWith(active.substring(0, active.indexOf(',')))
                    .contains("\"standing\":\"REFUSED\"")
                    .contains("rules/membership/broken.drl:2:6");
        }
    }

    @Test
    void serve_neitherActiveNorSoundRules_exitsWithTheFindings() throws Exception {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        // Where a store exists the rules are looked at only when nothing in it is active.
        Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(rules.resolve("membership/broken.drl"), "package rules.membership;\nrule \"x\n");

        try (Program program = Program.start(folder, rules.toString())) {
            assertThat(program.exit()).isEqualTo(3);
            assertThat(program.errors())
                    .startsWith("error: the service does not start: 1 finding in the rulebook")
                    .contains("rules/membership/broken.drl:2:6")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void serve_keyThatIsNone_exitsWithTheReason() throws Exception {
        try (Program program = Program.start(folder, "rules", "-Dcenterline.journal.key=garbage")) {
            assertThat(program.exit()).isEqualTo(1);
            assertThat(program.errors())
                    .startsWith("error: the service does not start: ")
                    .contains("centerline.journal.key")
                    .contains("help: ")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void serve_databaseThatIsNotThere_exitsWithTheReason() throws Exception {
        try (Program program = Program.start(
                folder,
                "rules",
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none?password=secret",
                "-Dcenterline.store.patience=PT1S")) {
            assertThat(program.exit()).isEqualTo(1);
            assertThat(program.errors())
                    .startsWith(
                            "error: the database at `jdbc:postgresql://127.0.0.1:1/none` does not let the program in within"
                                    + " 1 s: ")
                    .contains("help: look whether it runs")
                    .doesNotContain("secret", "\tat ");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
