package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.centerline.facts.Facts;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.log.Disclosed;
import io.centerline.log.ExportLine;
import io.centerline.log.Exports;
import io.centerline.placement.Placement.Explain;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.Past;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits a decision of an export. */
class AuditCommandTest {
    private static final String ID = "019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11";
    private static final String KEY = Exports.KEY.verifier().text();
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Rulebook RULES = Rulebook.read(Path.of("src/test/resources/cli/rules"));
    private static final KeptDecision KEPT = decided();
    private static final Disclosed FACTS = new Disclosed(KEPT.salt(), KEPT.facts());

    @TempDir
    private Path folder;

    private Exports log;
    private String since;

    @BeforeEach
    void sign() throws IOException {
        byte[] other = "{\"id\":\"00000000-0000-7000-8000-000000000000\"}".getBytes(StandardCharsets.UTF_8);
        log = Exports.ofDecisions(List.of(other, new JsonCanonicalizer(KEPT.body()).getEncodedUTF8()));
        since = write("kept", log.checkpoint(1));
    }

    @Test
    void audit_noId_isToldWhatAnIdLooksLike() {
        Run run = Run.of("audit", "0000");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("`0000` is not the id of a decision, such as `01a210b6-c03a-731a-9ba9-f8a870fd3b76`")
                .doesNotContain("java.");
    }

    @Test
    void audit_exportWithFacts_saysWhatEachStepShows() throws IOException {
        Run run = audit(log.whole(Arrays.asList(null, FACTS)), "--facts", "--since", since);

        assertThat(run.exitCode()).as(run.said()).isEqualTo(ExitCode.DONE);
        assertThat(words(run))
                .startsWith("Decision " + ID + " Placed in Electronics")
                .contains(
                        "Hash the decision hashes to " + HexFormat.of().formatHex(KEPT.leaf())
                                + " Inclusion that is leaf 1 of the 2 leaves under the root ",
                        "Signature a key you gave signed that root for the log log.example/one"
                                + " Since the log continues the checkpoint you kept over 1 leaf; nothing under it was altered or"
                                + " dropped"
                                + " Facts they lie in the export, and are those that the receipt commits to"
                                + " Replay the same, byte for byte, under the schedule " + Past.SCHEDULE
                                + " and the rulebook " + RULES.hash()
                                + " Beyond no audit shows whether the facts that were sent were true");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH));
    }

    @Test
    void audit_missingFacts_areToldAndNothingIsDecidedAgain() throws IOException {
        byte[] without = log.whole(Arrays.asList(null, null));

        Run run = audit(without, "--facts");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_THE_SAME);
        assertThat(words(run))
                .contains(
                        "Since not shown: without a checkpoint kept elsewhere",
                        "Facts not shown: they are not in the export; they were erased or left out",
                        "Replay not shown: to decide again takes the facts");
        assertThat(audit(without).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void audit_rulebookNotThere_isNotDecidedAgain() throws IOException {
        Run run =
                audit(log.whole(Arrays.asList(null, FACTS)), "--facts", "--rules", "src/test/resources/cli/candidate");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_THE_SAME);
        assertThat(words(run)).contains("Replay not shown: there is no rulebook `" + RULES.hash() + "`");
    }

    @Test
    void audit_tamperedDecision_isNotVerified() throws IOException {
        String text = new String(log.whole(Arrays.asList(null, FACTS)), StandardCharsets.UTF_8);

        Run run = audit(
                text.replace("\"status\":\"PLACED\"", "\"status\":\"PENDING\"").getBytes(StandardCharsets.UTF_8));

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VERIFIED);
        assertThat(words(run))
                .startsWith("Not verified ALTERED Fault leaf 1 has the hash")
                .doesNotContain("Inclusion");
    }

    @Test
    void audit_anotherKey_isNotVerified() throws IOException {
        Run run = Run.of(
                "audit",
                ID,
                "--export",
                write("export", log.whole(Arrays.asList(null, null))),
                "--key",
                Exports.key(2).verifier().text());

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VERIFIED);
        assertThat(run.out()).startsWith("Not verified RESIGNED\n");
    }

    @Test
    void audit_whatCannotBeAsked_isRefused() throws IOException {
        String export = write("export", log.whole(Arrays.asList(null, null)));
        String unknown = "019abc3a-1c5d-7e00-8a53-0d4c0f3f8a12";

        assertThat(Run.of("audit", unknown, "--export", export, "--key", KEY))
                .isEqualTo(new Run(ExitCode.INPUT_REFUSED, "", """
                        error: the export has no decision `%s`
                        help: export the range that holds its `receipt.index`
                        """.formatted(unknown)));
        assertThat(Run.of("audit", ID, "--export", export, "--from", "http://127.0.0.1:1", "--key", KEY)
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("audit", "x", "--export", export, "--key", KEY).exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("audit", ID, "--export", export).err()).contains("--key");
        assertThat(Run.of("audit", ID, "--from", "http://127.0.0.1:1", "--key", KEY)
                        .exitCode())
                .isEqualTo(ExitCode.INPUT_REFUSED);
    }

    /** A service that lies about what the log signed, or will not give out facts. */
    @Test
    void audit_serviceThatGivesSomethingElse_isFoundOut() throws IOException {
        String body = new String(KEPT.body(), StandardCharsets.UTF_8);
        String place = ",\"index\":1,\"leaf\":\"" + HexFormat.of().formatHex(KEPT.leaf()) + "\"}}";
        String decision = body.substring(0, body.length() - 2) + place;
        Map<String, String> answers = new HashMap<>();
        answers.put("/v1/decisions/" + ID, decision);
        answers.put(
                "/v1/decisions/" + ID + "/proof",
                new String(log.whole(Arrays.asList(null, null)), StandardCharsets.UTF_8));
        answers.put("/v1/journal/consistency", "{\"hashes\":[\"" + "00".repeat(32) + "\"]}");
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] bytes = (answer != null ? answer : "{\"detail\": \"no unmasked facts here\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer != null ? 200 : 403, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
        try {
            String address = "http://127.0.0.1:" + service.getAddress().getPort();
            assertThat(Run.of("audit", ID, "--from", address, "--key", KEY).exitCode())
                    .isEqualTo(ExitCode.DONE);

            Run facts = Run.of("audit", ID, "--from", address, "--key", KEY, "--facts");
            assertThat(facts.exitCode()).isEqualTo(ExitCode.NOT_THE_SAME);
            assertThat(words(facts)).contains("Facts not shown: no unmasked facts here Replay not shown: ");

            Run grown = Run.of("audit", ID, "--from", address, "--key", KEY, "--since", since);
            assertThat(grown.exitCode()).isEqualTo(ExitCode.NOT_VERIFIED);
            assertThat(words(grown))
                    .contains(
                            "Not verified RESIGNED Fault the log is not shown to continue the checkpoint given over 1");

            answers.put("/v1/decisions/" + ID, decision.replace("\"PLACED\"", "\"PENDING\""));
            Run altered = Run.of("audit", ID, "--from", address, "--key", KEY);
            assertThat(altered.exitCode()).isEqualTo(ExitCode.NOT_VERIFIED);
            assertThat(words(altered))
                    .contains(
                            "Fault the decision that the service gives is not the one that the log signed under this id")
                    .doesNotContain("Inclusion");
        } finally {
            service.stop(0);
        }
    }

    private Run audit(byte[] export, String... more) throws IOException {
        String[] args = Arrays.copyOf(
                new String[] {"audit", ID, "--export", write("export", export), "--key", KEY}, 6 + more.length);
        System.arraycopy(more, 0, args, 6, more.length);
        return Run.of(args);
    }

    private String write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private static String words(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private static KeptDecision decided() {
        String request = "{\"importer\":{\"number\":\"98-765432100\"},\"asOf\":\"2026-11-25\","
                + "\"lines\":[{\"hts\":\"8471.30.0100\",\"count\":6}]}";
        Intake read = new JsonIntake(new HtsReader(SCHEDULE), SCHEDULE, RULES.firstCoveredDay(), IntakeLimits.DEFAULT)
                .read(request.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 25));
        Facts facts = ((Intake.Accepted) read).facts();
        return Past.decided(facts, RULES, Explain.FULL, List.of(), Past.SCHEDULE, new byte[ExportLine.SALT_LENGTH]);
    }
}
