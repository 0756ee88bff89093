package io.centerline.web.decisions;

import static io.centerline.web.decisions.DecisionPagesTest.SHARES;
import static io.centerline.web.decisions.DecisionPagesTest.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.centerline.decision.CanonicalReceipt;
import io.centerline.journal.ErasedFacts;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in an evidence pack, and that it verifies without the service. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class EvidencePackTest {
    private final AgroalDataSource pool;

    @TempDir
    private Path folder;

    EvidencePackTest(AgroalDataSource pool) {
        this.pool = pool;
    }

    /** What the commands of the read-me print, one text a line. */
    private static List<String> follow(Path pack) throws Exception {
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
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said.lines().toList();
    }

    @Test
    void pack_verifiedWithPublicTools_asItsReadMeSays() throws Exception {
        String id = record(SHARES);
        Path pack = UnpackedPack.of(folder, UnpackedPack.unmasked(id));
        JsonPath receipt = given().get("/v1/decisions/" + id).jsonPath().setRootPath("receipt");

        List<String> lines = follow(pack);

        assertThat(lines.get(0)).isEqualTo(receipt.getString("leaf"));
        assertThat(lines.get(1)).isEqualTo(lines.get(2));
        assertThat(lines.get(3)).contains("Verified Successfully");
        assertThat("sha256:" + lines.get(4)).startsWith(receipt.getString("rulebook"));
        assertThat(lines.get(5)).contains(receipt.getString("rulebook"));
        assertThat("sha256:" + lines.get(6)).startsWith(receipt.getString("facts"));
        assertThat(lines.get(7)).contains(receipt.getString("facts"));
        assertThat(Files.readString(pack.resolve("tariff.csv")))
                .contains("8471.30.0100,ACTIVE,CEE007,Electronics,MEM-0712,inferred:high")
                .contains("7208.10.1500,ACTIVE,CEE005,Base Metals,");
        assertThat(Files.readString(pack.resolve("rules-concerned.txt"))).contains("rule \"PRE-001", "rule \"MEM-0712");
    }

    @Test
    void pack_masked_verifiesAllButTheFactsWithPublicTools() throws Exception {
        Path pack = UnpackedPack.of(folder, UnpackedPack.masked(record(SHARES)));

        assertThat(follow(pack)).hasSize(6).element(3).asString().contains("Verified Successfully");
        assertThat(Files.readString(pack.resolve("README.txt")))
                .contains("5. The facts. It takes the facts unmasked.\n\nVerify with the program")
                .contains("\n\n5. The facts.", "-f 1) \" \\\n    | cut -d ' ' -f 3")
                .doesNotContainPattern("\\S {5,}\\|")
                .doesNotContain("\n\n\n");
    }

    @Test
    void pack_askedForWithAParameter_isRefusedAsAPage() {
        given().accept("text/html,*/*;q=0.8")
                .get("/decisions/" + record(SHARES) + "/evidence-pack?facts=unmasked")
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void unmasked_askedForByAPageOfAnotherSite_isRefusedAndNotNoted() {
        String id = record(SHARES);
        int leaf = given().get("/v1/decisions/" + id).path("receipt.index");

        given().header("Sec-Fetch-Site", "cross-site")
                .post("/decisions/" + id + "/evidence-pack")
                .then()
                .statusCode(403);
        given().get("/decisions/" + id + "/evidence-pack?facts=unmasked").then().statusCode(400);

        assertThat(given().get("/v1/journal/disclosures?leaf=" + leaf)
                        .jsonPath()
                        .getList("disclosures"))
                .isEmpty();
    }

    @Test
    void pack_verifiedAndDecidedAgainByTheProgram_isTheSame() throws Exception {
        Path pack = UnpackedPack.of(folder, UnpackedPack.unmasked(record(SHARES)));
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

        SortedMap<String, byte[]> files = UnpackedPack.files(UnpackedPack.unmasked(id));

        assertThat(files).doesNotContainKey("facts.json").containsKeys("decision.json", "proof.json", "tariff.csv");
        assertThat(new String(files.get("README.txt"), StandardCharsets.UTF_8))
                .contains("not here: the facts of this decision were erased on 2026-11-25T01:02:03Z");
    }

    @Test
    void pack_sameContents_givesTheSameBytes() {
        String id = record(SHARES);
        byte[] first = UnpackedPack.masked(id);

        assertThat(UnpackedPack.masked(id)).isEqualTo(first);
    }
}
