package io.centerline.web.decisions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.web.decisions.DecisionPagesTest.SHARES;
import static io.centerline.web.decisions.DecisionPagesTest.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.centerline.journal.Journal;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class EvidencePackPagesTest {
    private final Journal journal;

    @TempDir
    private Path folder;

    EvidencePackPagesTest(Journal journal) {
        this.journal = journal;
    }

    private static void alter(Path file, String before, String after) throws Exception {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private static String between(String whole, String from, String to) {
        int start = whole.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        return whole.substring(start, whole.indexOf(to, start) + to.length());
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
        Path pack = UnpackedPack.of(folder, UnpackedPack.masked(id));
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
            page.setInputFiles("#files", pack.resolve("facts.json"));
            assertThat(page.locator("#compared li.holds")).hasCount(1);
            assertThat(page.locator("#verdict")).hasClass("holds");
        }
    }

    @Test
    void pack_tampered_showsRed() throws Exception {
        String id = record(SHARES);
        Path index = UnpackedPack.of(folder, UnpackedPack.masked(id)).resolve("index.html");
        String whole = Files.readString(index);
        String note = new String(Files.readAllBytes(folder.resolve("checkpoint")), StandardCharsets.UTF_8);
        String signature = note.substring(note.lastIndexOf(' ') + 1).strip();
        String altered =
                signature.substring(0, 20) + (signature.charAt(20) == 'A' ? 'B' : 'A') + signature.substring(21);
        String hash = given().get("/v1/decisions/" + id + "/proof").path("hashes[0]");
        String[] rows = between(whole, "<tbody>", "</tbody>")
                .lines()
                .map(row -> row.replace("<tbody>", ""))
                .filter(row -> row.startsWith("<tr>"))
                .toArray(String[]::new);
        String quote = between(whole, "<pre>//", "</pre>");
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
            {"Page", "<h1>Placed in Electronics", "<h1>Placed in Machinery"},
            {"Page", ">Base Metals <code>", ">Machinery <code>"},
            {"Page", rows[0] + "\n" + rows[1], rows[1] + "\n" + rows[0]},
            {"Page", between(whole, "<h2>Why</h2>", "</ol>"), ""},
            {"Page", between(whole, "<h2>What would change it</h2>", "</ul>"), ""},
            {"Page", "<h2>Why</h2><ol>\n<li>", "<h2>Why</h2><ol>\n<li>FORGED "},
            {"Page", quote, quote.lines().limit(2).collect(Collectors.joining("\n")) + "</pre>"},
            {"Page", between(whole, "id=\"data-rules\">", "</script>"), "id=\"data-rules\">null</script>"}
        };
        try (Chromium.Window window = Chromium.open("/decisions/" + id)) {
            for (String[] change : changes) {
                Files.writeString(index, whole);
                alter(index, change[1], change[2]);
                Page page = offline(window, index);
                assertThat(page.locator("#verdict")).hasClass("fails");
                assertThat(page.locator("#checks li.fails").first()).containsText(change[0]);
                assertThat(page.locator("main > :not(#checks):has-text('FORGED')"))
                        .hasCount(0);
            }
            // Whoever changes the script, too, is stopped by the policy: nothing is verified.
            Files.writeString(index, whole);
            alter(index, "verdict.className = failures", "verdict.className = false");
            assertThat(offline(window, index).locator("#verdict")).containsText("verified nothing yet");
        }
    }

    @Test
    void pack_unmasked_ifAskedFor_isNotedAndCommits() throws Exception {
        String person = SHARES.replace("19-190019001", "190-19-6789");
        String id = record(person);
        int leaf = given().get("/v1/decisions/" + id).path("receipt.index");
        assertThat(new String(UnpackedPack.files(UnpackedPack.masked(id)).get("facts.json"), StandardCharsets.UTF_8))
                .contains("***-**-6789")
                .doesNotContain("Lamps");
        given().head("/decisions/" + id + "/evidence-pack").then().statusCode(200);
        assertThat(given().get("/v1/journal/disclosures?leaf=" + leaf)
                        .jsonPath()
                        .getList("disclosures"))
                .isEmpty();

        Path pack = UnpackedPack.of(folder, UnpackedPack.unmasked(id));

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
            Page page = offline(
                    window,
                    UnpackedPack.of(folder, UnpackedPack.masked(id.toString())).resolve("index.html"));
            assertThat(page.locator("#verdict")).hasClass("holds");
            assertThat(page.evaluate("window.hostile")).isNull();
            page = offline(
                    window,
                    UnpackedPack.of(folder, UnpackedPack.masked(routed.toString()))
                            .resolve("index.html"));
            assertThat(page.locator("#verdict")).hasClass("holds");
            assertThat(page.locator("h1")).containsText("Goes to");
            assertThat(page.locator("#checks")).containsText("they are not in this pack");
        }
    }
}
