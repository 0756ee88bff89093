package io.centerline.web.decisions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.web.decisions.DecisionPagesTest.SHARES;
import static io.centerline.web.decisions.DecisionPagesTest.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.agroal.api.AgroalDataSource;
import io.centerline.decision.CanonicalReceipt;
import io.centerline.journal.ErasedFacts;
import io.centerline.journal.Journal;
import io.centerline.journal.StoreResource;
import io.centerline.log.LogVerifier;
import io.centerline.log.Verdict;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import io.centerline.replay.ExportedDecisions;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.Replay;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Schedule;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class EvidencePackPagesTest {
    private final Journal journal;
    private final AgroalDataSource pool;

    @TempDir
    private Path folder;

    EvidencePackPagesTest(Journal journal, AgroalDataSource pool) {
        this.journal = journal;
        this.pool = pool;
    }

    private static byte[] zip(String id, String query) {
        return given().get("/decisions/" + id + "/evidence-pack" + query)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    private static SortedMap<String, byte[]> files(byte[] zip) throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private Path unpacked(String id, String query) throws Exception {
        for (var file : files(zip(id, query)).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    private static void alter(Path file, String before, String after) throws Exception {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    /** Opens a file with the network off. */
    private static Page offline(Chromium.Window window, Path file) {
        window.page().waitForLoadState(LoadState.NETWORKIDLE);
        window.context().setOffline(true);
        window.page().navigate(file.toUri().toString());
        return window.page();
    }

    @Test
    void pack_openedOffline_verifiesByItself() throws Exception {
        String id = record(SHARES);
        Path pack = unpacked(id, "");
        try (Chromium.Window window = Chromium.open("/decisions/" + id)) {
            Page page = offline(window, pack.resolve("index.html"));
            assertThat(page.locator("#verdict")).hasClass("holds");
            assertThat(page.locator("#checks li.holds")).hasCount(5);
            assertThat(page.locator("#checks li.not-shown")).containsText("Facts");
            assertThat(page.locator("h1")).hasText("Placed in Electronics");
            page.setInputFiles("#files", new Path[] {
                pack.resolve("decision.json"), pack.resolve("facts.json"), pack.resolve("rules/placement/account.drl")
            });
            assertThat(page.locator("#compared li.holds")).hasCount(3);
            window.hold("evidence-pack");

            alter(pack.resolve("decision.json"), "CEE007", "CEE001");
            page.setInputFiles("#files", pack.resolve("decision.json"));
            assertThat(page.locator("#compared li.fails")).containsText("decision.json was changed");
            assertThat(page.locator("#verdict")).hasClass("fails");
        }
    }

    @Test
    void pack_tampered_showsRed() throws Exception {
        String id = record(SHARES);
        Path index = unpacked(id, "").resolve("index.html");
        String whole = Files.readString(index);
        String note = new String(Files.readAllBytes(folder.resolve("checkpoint")), StandardCharsets.UTF_8);
        String signature = note.substring(note.lastIndexOf(' ') + 1).strip();
        String altered =
                signature.substring(0, 20) + (signature.charAt(20) == 'A' ? 'B' : 'A') + signature.substring(21);
        String hash = given().get("/v1/decisions/" + id + "/proof").path("hashes[0]");
        String[][] changes = {
            {"Hash", "\"basis\":\"PREDOMINANCE\"", "\"basis\":\"DIRECTED\""},
            {
                "Inclusion",
                "\"hashes\":[\"" + hash.substring(0, 2),
                "\"hashes\":[\"" + (hash.startsWith("00") ? "01" : "00")
            },
            {"Signature", signature, altered},
            {"Rules", "@says(\\\"the appeal for", "@says(\\\"the Appeal for"},
            {"Page", ">Electronics has 39 entry lines (76.47 %)", ">Electronics has 38 entry lines (76.47 %)"},
            {"Page", "<h1 data-at=\"heading\">Placed in Electronics", "<h1 data-at=\"heading\">Placed in Machinery"}
        };
        try (Chromium.Window window = Chromium.open("/decisions/" + id)) {
            for (String[] change : changes) {
                Files.writeString(index, whole);
                alter(index, change[1], change[2]);
                Page page = offline(window, index);
                assertThat(page.locator("#verdict")).hasClass("fails");
                assertThat(page.locator("#checks li.fails").first()).containsText(change[0]);
                window.picture("evidence-pack-tampered");
            }
            // Whoever changes the script, too, is stopped by the policy: nothing is verified.
            Files.writeString(index, whole);
            alter(index, "verdict.className = failed", "verdict.className = false");
            assertThat(offline(window, index).locator("#verdict")).containsText("verified nothing yet");
        }
    }

    @Test
    void pack_unmasked_ifAskedFor_isNotedAndCommits() throws Exception {
        String person = SHARES.replace("19-190019001", "190-19-6789");
        String id = record(person);
        int leaf = given().get("/v1/decisions/" + id).path("receipt.index");
        assertThat(new String(files(zip(id, "")).get("facts.json"), StandardCharsets.UTF_8))
                .contains("***-**-6789")
                .doesNotContain("Lamps");
        given().head("/decisions/" + id + "/evidence-pack?facts=unmasked")
                .then()
                .statusCode(200);
        assertThat(given().get("/v1/journal/disclosures?leaf=" + leaf)
                        .jsonPath()
                        .getList("disclosures"))
                .isEmpty();

        Path pack = unpacked(id, "?facts=unmasked");

        assertThat(given().get("/v1/journal/disclosures?leaf=" + leaf)
                        .jsonPath()
                        .getList("disclosures"))
                .hasSize(1);
        assertThat(Files.readString(pack.resolve("facts.json"))).contains("190-19-6789", "Lamps & Steel");
        try (Chromium.Window window = Chromium.open("/decisions/" + id)) {
            Page page = offline(window, pack.resolve("index.html"));
            assertThat(page.locator("#checks li.holds")).hasCount(6);
            alter(pack.resolve("index.html"), "190-19-6789", "190-19-6780");
            page.reload();
            assertThat(page.locator("#checks li.fails")).containsText("Facts");
        }
        given().get("/decisions/" + id + "/evidence-pack?facts=all").then().statusCode(400);
    }

    @Test
    void pack_verifiedWithPublicTools_asItsReadMeSays() throws Exception {
        String id = record(SHARES);
        Path pack = unpacked(id, "");
        String readMe = Files.readString(pack.resolve("README.txt"));
        StringBuilder commands = new StringBuilder("set -e\n");
        readMe.substring(readMe.indexOf("1. The hash"), readMe.indexOf("Verify with the program"))
                .lines()
                .filter(line -> line.startsWith("  "))
                .forEach(line -> commands.append(line).append('\n'));
        Process shell = new ProcessBuilder("bash", "-c", commands.toString())
                .directory(pack.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();

        String[] lines = said.split("\n");
        assertThat(lines[0]).isEqualTo(given().get("/v1/decisions/" + id).path("receipt.leaf"));
        assertThat(lines[1]).isEqualTo(lines[2]);
        assertThat(lines[3]).contains("Verified Successfully");
        assertThat(Files.readString(pack.resolve("tariff.csv")))
                .contains("8471.30.0100,ACTIVE,CEE007,Electronics,MEM-0712,inferred:high")
                .contains("7208.10.1500,ACTIVE,CEE005,Base Metals,");
        assertThat(Files.readString(pack.resolve("rules-concerned.txt"))).contains("rule \"PRE-001", "rule \"MEM-0712");
    }

    @Test
    void pack_verifiedAndDecidedAgainByTheProgram_isTheSame() throws Exception {
        Path pack = unpacked(record(SHARES), "?facts=unmasked");
        VerifierKey key =
                VerifierKey.parse(Files.readString(pack.resolve("verifier.key")).strip());
        byte[] export = Files.readAllBytes(pack.resolve("proof.ndjson"));

        Verdict verdict = new LogVerifier(new Verifiers(List.of(key)), CanonicalReceipt::commits)
                .verify(new ByteArrayInputStream(export), List.of(), (leaves, bytes) -> {});

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.facts()).isEqualTo(1));
        Rulebook rules = Rulebook.of(RuleFiles.read(pack.resolve("rules")));
        Replay replay = new Replay(edition -> Optional.of(Schedule.load()));
        KeptDecision kept =
                new ExportedDecisions(new ByteArrayInputStream(export)).next().orElseThrow();
        assertThat(replay.replay(
                                kept,
                                hash -> Optional.of(rules)
                                        .filter(rulebook -> rulebook.hash().equals(hash)))
                        .differences())
                .isEmpty();
    }

    @Test
    void pack_erasedFacts_holdsAllTheRest() throws Exception {
        String id = record(SHARES);
        int index = given().get("/v1/decisions/" + id).path("receipt.index");
        ErasedFacts.erase(pool, index, index + 1);

        SortedMap<String, byte[]> files = files(zip(id, "?facts=unmasked"));

        assertThat(files).doesNotContainKey("facts.json").containsKeys("decision.json", "proof.json", "tariff.csv");
        assertThat(new String(files.get("README.txt"), StandardCharsets.UTF_8))
                .contains("not here: the facts of this decision were erased on 2026-11-25T01:02:03Z");
    }

    @Test
    void pack_sameContents_givesTheSameBytes() {
        String id = record(SHARES);
        byte[] first = zip(id, "");

        assertThat(zip(id, "")).isEqualTo(first);
    }

    @Test
    void pack_hostileTextsAndRoutings_areShownAsTexts() throws Exception {
        UUID id = RecordedBodies.altered(journal, record(SHARES), body -> {
            ObjectNode why = (ObjectNode) body.path("explanation");
            why.put("summary", "Placed: " + HostileText.TEXT);
            why.path("steps").forEach(step -> ((ObjectNode) step).put("sentence", HostileText.TEXT));
            why.path("notFired").forEach(rule -> ((ObjectNode) rule).put("title", HostileText.TEXT));
            return body;
        });
        UUID routed = RecordedBodies.ofContract(
                journal, 2, body -> body.path("office").asText().equals("BOTH"));
        try (Chromium.Window window = Chromium.open("/")) {
            Page page = offline(window, unpacked(id.toString(), "").resolve("index.html"));
            assertThat(page.locator("#verdict")).hasClass("holds");
            assertThat(page.evaluate("window.hostile")).isNull();
            page = offline(window, unpacked(routed.toString(), "").resolve("index.html"));
            assertThat(page.locator("#verdict")).hasClass("holds");
            assertThat(page.locator("h1")).containsText("Goes to");
            assertThat(page.locator("#checks")).containsText("they are not in this pack");
        }
    }
}
