package io.centerline.api.decisions;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.centerline.decision.CanonicalReceipt;
import io.centerline.journal.ErasedFacts;
import io.centerline.journal.Tampering;
import io.centerline.log.LogFault;
import io.centerline.log.LogVerifier;
import io.centerline.log.NoteRefused;
import io.centerline.log.ProofCheck;
import io.centerline.log.ProofRefused;
import io.centerline.log.TreeHash;
import io.centerline.log.Verdict;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
class JournalResourceTest {
    private static final String PERSON = """
            {"importer": {"number": "123-45-6789", "name": "Jo Doe", "kind": "IMPORTER"}, "asOf": "2026-11-25",
             "lines": [{"hts": "8471.30.0100", "date": "2026-03-02"}],
             "evidence": [{"factor": "INTENDED_USE", "center": "CEE003", "reference": "call of 123-45-6789",
                           "recordedBy": "Al Roe", "recordedOn": "2026-01-10"}]}
            """;

    @Inject
    AgroalDataSource pool;

    @Test
    void proof_recordedDecision_leadsToTheSignedRoot() throws ProofRefused {
        Response decision = json(EXAMPLE).post("/v1/placements");

        Response proof = get("/v1/decisions/" + decision.path("id") + "/proof");

        assertThat(proof.statusCode()).as(proof.asString()).isEqualTo(200);
        assertThat(proof.<String>path("leaf")).isEqualTo(decision.path("receipt.leaf"));
        assertThat(proof.<Integer>path("index")).isEqualTo(decision.path("receipt.index"));
        ProofCheck.inclusion(
                proof.<Integer>path("index"),
                proof.<Integer>path("size"),
                hash(proof.path("leaf")),
                proof.<List<String>>path("hashes").stream()
                        .map(JournalResourceTest::hash)
                        .toList(),
                hash(proof.path("root")));
        assertThat(proof.<String>path("checkpoint"))
                .contains("\n" + proof.path("size") + "\n"
                        + hash(proof.path("root")).base64() + "\n");
    }

    @Test
    void proof_asLines_isAnExportThatVerifies() throws Exception {
        Response decision = json(EXAMPLE).post("/v1/placements");

        byte[] export = given().header("Accept", "application/x-ndjson")
                .get("/v1/decisions/" + decision.path("id") + "/proof")
                .asByteArray();

        int index = decision.path("receipt.index");
        assertThat(verify(export)).isInstanceOfSatisfying(Verdict.Verified.class, verified -> {
            assertThat(verified.from()).isEqualTo(index);
            assertThat(verified.to()).isEqualTo(index + 1);
        });
        assertThat(new String(export, StandardCharsets.UTF_8)).contains(decision.<String>path("id"));
    }

    @Test
    void proof_tamperedRow_saysThatTheJournalIsAltered() throws Exception {
        Response decision = json(EXAMPLE).post("/v1/placements");
        String id = decision.path("id");
        get("/v1/decisions/" + id + "/proof").then().statusCode(200);
        int index = decision.path("receipt.index");
        Tampering.rewrite(pool, index, "body", body -> body.replace("PLACED", "PLACET"));
        try {
            get("/v1/decisions/" + id + "/proof")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/journal-altered"))
                    .body(
                            "detail",
                            startsWith("the decision at leaf " + index
                                    + " does not give the leaf's hash; keep your checkpoints and exports, and tell the"
                                    + " operator; incident "));
            assertThat(verify(get("/v1/journal/export").asByteArray()))
                    .isInstanceOfSatisfying(
                            LogFault.class, fault -> assertThat(fault.index()).isEqualTo(index));
        } finally {
            Tampering.rewrite(pool, index, "body", body -> body.replace("PLACET", "PLACED"));
        }
    }

    /** Somebody with the database's password swaps what was decided; nobody is given it, whatever they ask for. */
    @Test
    void decision_bodySwapped_isGivenOutNowhere() throws Exception {
        String key = "swapped-" + UUID.randomUUID();
        Response decision = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(EXAMPLE)
                .post("/v1/placements");
        String at = "/v1/decisions/" + decision.path("id");
        int index = decision.path("receipt.index");
        get(at + "/proof").then().statusCode(200);
        Tampering.rewrite(pool, index, "body", body -> body.replace("CEE007", "CEE001"));
        try {
            List<Supplier<Response>> askers = List.of(
                    () -> get(at),
                    () -> get(at + "/facts"),
                    () -> get(at + "/appeal-packet"),
                    () -> given().post(at + "/replay"),
                    () -> json("{\"author\": \"jd\", \"reason\": \"test\"}").post(at + "/adoption"),
                    () -> given().header("Idempotency-Key", key)
                            .contentType("application/json")
                            .body(EXAMPLE)
                            .post("/v1/placements"),
                    () -> given().header("Accept", "application/x-ndjson").get("/v1/decisions?limit=1"));
            for (Supplier<Response> asker : askers) {
                Response refused = asker.get();

                refused.then()
                        .statusCode(500)
                        .contentType("application/problem+json")
                        .body("type", equalTo("/problems/journal-altered"))
                        .body(
                                "detail",
                                matchesPattern("the decision at leaf " + index
                                        + " does not give the leaf's hash; keep .* incident [0-9a-f-]{36}"));
                assertThat(refused.asString()).doesNotContain("CEE001");
            }
            assertThat(get("/v1/journal/export").asString())
                    .contains("{\"index\":" + index + ",\"leaf\":\"" + decision.path("receipt.leaf")
                            + "\",\"withheld\":true}")
                    .doesNotContain("{\"code\":\"CEE001\",\"name\":\"Electronics\"");
        } finally {
            Tampering.rewrite(pool, index, "body", body -> body.replace("CEE001", "CEE007"));
        }
        get(at).then().statusCode(200);
    }

    /** What an adoption goes by must be what was decided. */
    @Test
    void adoption_columnOrFactsSwapped_isRefused() throws Exception {
        Response decision = json(EXAMPLE).post("/v1/placements");
        String at = "/v1/decisions/" + decision.path("id");
        int index = decision.path("receipt.index");
        Tampering.run(pool, "update decision set center = 'CEE001' where index = " + index);
        json("{\"author\": \"jd\", \"reason\": \"test\"}")
                .post(at + "/adoption")
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/journal-altered"))
                .body(
                        "detail",
                        startsWith("the decision at leaf " + index + " says something else than its columns `center`"));
        Tampering.run(pool, "update decision set center = 'CEE007' where index = " + index);
        Tampering.rewrite(pool, index, "facts", facts -> facts.replace("8471", "8472"));

        get(at + "/facts")
                .then()
                .statusCode(500)
                .body(
                        "detail",
                        startsWith("the facts of the decision at leaf " + index
                                + " are not those its receipt commits to"));
        given().post(at + "/replay").then().statusCode(500).body("type", equalTo("/problems/journal-altered"));
        get(at).then().statusCode(200);
        Tampering.rewrite(pool, index, "facts", facts -> facts.replace("8472", "8471"));
    }

    /** Only an erasure in the log explains why facts are gone. */
    @Test
    void facts_goneWithAnInventedErasure_saysThatTheJournalIsAltered() throws Exception {
        Response decision = json(EXAMPLE).post("/v1/placements");
        String at = "/v1/decisions/" + decision.path("id");
        int index = decision.path("receipt.index");
        Tampering.run(
                pool,
                "insert into erasure values (" + index + ", " + (index + 1) + ", now(), now())",
                "create table kept_facts as select * from decision where index = " + index,
                "update decision set facts_gz = null, salt = null where index = " + index);
        try {
            for (Response refused : List.of(get(at + "/facts"), given().post(at + "/replay"))) {
                refused.then()
                        .statusCode(500)
                        .body("type", equalTo("/problems/journal-altered"))
                        .body(
                                "detail",
                                startsWith("the facts of the decision at leaf " + index
                                        + " are gone, and the log holds no erasure that took them"));
            }
            assertThat(get("/v1/journal/export").asString()).contains("\"unlogged\",\"" + index + "\"");
        } finally {
            Tampering.run(
                    pool,
                    "delete from erasure where from_index = " + index,
                    "update decision d set facts_gz = k.facts_gz, salt = k.salt from kept_facts k where d.index = k.index",
                    "drop table kept_facts");
        }
        get(at + "/facts").then().statusCode(200);
    }

    @Test
    void decision_askedAgain_isKnownToTheCaller() {
        Response decision = json(EXAMPLE).post("/v1/placements");
        String at = "/v1/decisions/" + decision.path("id");
        String tag = "\"" + decision.path("receipt.leaf") + "\"";

        get(at).then()
                .statusCode(200)
                .header("ETag", startsWith(tag.substring(0, tag.length() - 1)))
                .header("Cache-Control", "private, max-age=31536000, immutable");
        for (String known : List.of(tag, "*", "W/" + tag, "\"x\", " + tag)) {
            Response again = given().header("If-None-Match", known).get(at);

            again.then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "private, max-age=31536000, immutable");
            assertThat(again.asString()).isEmpty();
        }
        String compressed = tag.substring(0, tag.length() - 1) + "-gzip\"";
        given().header("If-None-Match", compressed)
                .get(at)
                .then()
                .statusCode(304)
                .header("ETag", compressed);
        given().header("If-None-Match", "\"x\"").get(at).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proof", "facts"})
    void decision_unknownId_isNotFound(String part) {
        for (String id : List.of("019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11", "41", "%00")) {
            get("/v1/decisions/" + id + "/" + part)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body(
                            "detail",
                            equalTo("no decision has this id; it is the `id` of a recorded placement or routing"));
        }
    }

    @Test
    void facts_byDefault_hideNumberAndNames() {
        String id = json(PERSON).post("/v1/placements").path("id");

        Response facts = get("/v1/decisions/" + id + "/facts");

        facts.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("masked", equalTo(true))
                .body("salt", nullValue())
                .body("facts.importer.number", equalTo("***-**-6789"))
                .body("facts.importer.name", equalTo("***"))
                .body("facts.evidence[0].recordedBy", equalTo("***"))
                .body("facts.evidence[0].reference", equalTo("call of ***-**-6789"))
                .body("facts.lines[0].hts", contains("8471.30.0100"));
        assertThat(facts.asString()).doesNotContain("123-45", "Doe", "Roe");
    }

    @Test
    void facts_unmasked_giveTheReceiptsHashAndAreNoted() throws Exception {
        Response decision = json(PERSON).post("/v1/placements");
        int index = decision.path("receipt.index");
        String noted = "select count(*) from disclosure where caller = 'local' and from_index = " + index
                + " and to_index = " + (index + 1);
        get("/v1/decisions/" + decision.path("id") + "/facts").then().statusCode(200);
        assertThat(count(noted)).isZero();

        Response facts = get("/v1/decisions/" + decision.path("id") + "/facts?masked=false");

        facts.then().statusCode(200).body("facts.importer.number", equalTo("123-45-6789"));
        assertThat(count(noted)).isEqualTo(1);
        String text = facts.asString();
        String kept = text.substring(text.indexOf("\"facts\":") + 8, text.length() - 1);
        assertThat(sha256(HexFormat.of().parseHex(facts.path("salt")), kept.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(decision.path("receipt.facts"));
    }

    @Test
    void disclosures_ofOneDecision_areListedInPages() {
        Response decision = json(PERSON).post("/v1/placements");
        int leaf = decision.path("receipt.index");
        String list = "/v1/journal/disclosures?leaf=" + leaf;
        get(list).then().statusCode(200).body("disclosures", empty()).body("next", nullValue());
        get("/v1/decisions/" + decision.path("id") + "/proof");
        get("/v1/decisions/" + decision.path("id") + "/facts?masked=false");
        get("/v1/journal/export?facts=true&from=" + leaf + "&to=" + (leaf + 1));

        Response first = get(list + "&limit=1");

        first.then()
                .statusCode(200)
                .body("disclosures", hasSize(1))
                .body("disclosures[0].from", equalTo(leaf))
                .body("disclosures[0].to", equalTo(leaf + 1))
                .body("disclosures[0].caller", equalTo("local"))
                .body("disclosures[0].disclosedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"));
        int next = first.path("next");
        assertThat(next).isEqualTo(first.<Integer>path("disclosures[0].number") + 1);
        get(list + "&from=" + next)
                .then()
                .body("disclosures", hasSize(1))
                .body("disclosures[0].number", greaterThanOrEqualTo(next))
                .body("next", nullValue());
        get("/v1/journal/disclosures?leaf=" + (leaf + 1)).then().body("disclosures", empty());
    }

    @Test
    void facts_erased_areGoneAndSayWhen() throws Exception {
        Response decision = json(PERSON).post("/v1/placements");
        int index = decision.path("receipt.index");
        ErasedFacts.erase(pool, index, index + 1);

        get("/v1/decisions/" + decision.path("id") + "/facts")
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/facts-erased"))
                .body(
                        "detail",
                        equalTo("the facts of this decision were erased on 2026-11-25T01:02:03Z, as it was made before"
                                + " 2026-08-01T00:00:00Z; decision, leaf and proofs stay as they were"));
        get("/v1/journal/erasures?from=" + index)
                .then()
                .statusCode(200)
                .body("erasures[0].from", equalTo(index))
                .body("erasures[0].to", equalTo(index + 1))
                .body("next", nullValue());
        get("/v1/journal/erasures?limit=1").then().body("next", not(nullValue()));
        assertThat(get("/v1/decisions/" + decision.path("id")).asString()).isEqualTo(decision.asString());
        get("/v1/decisions/" + decision.path("id") + "/proof").then().statusCode(200);
    }

    @Test
    void checkpoint_inBothForms_isTheSameNote() {
        Response json = get("/v1/journal/checkpoint");
        json.then()
                .statusCode(200)
                .contentType("application/json")
                .body("origin", matchesPattern("centerline/[0-9a-f]{32}"))
                .body(
                        "note",
                        startsWith(json.path("origin") + "\n" + json.path("size") + "\n" + json.path("root") + "\n"))
                .body("verifiers[0]", startsWith(json.path("origin") + "+"));

        given().header("Accept", "text/plain")
                .get("/v1/journal/checkpoint")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(startsWith(json.path("origin") + "\n"));
        given().header("Accept", "image/png")
                .get("/v1/journal/checkpoint")
                .then()
                .statusCode(406);
    }

    @Test
    void consistency_betweenTwoCheckpoints_isProved() throws ProofRefused {
        String first = json(EXAMPLE).post("/v1/placements").path("id");
        int from = get("/v1/decisions/" + first + "/proof").path("size");
        String second = json(EXAMPLE).post("/v1/placements").path("id");
        Response later = get("/v1/decisions/" + second + "/proof");

        Response proof = get("/v1/journal/consistency?from=" + from);

        assertThat(proof.statusCode()).as(proof.asString()).isEqualTo(200);
        assertThat(proof.<String>path("toRoot")).isEqualTo(later.path("root"));
        ProofCheck.consistency(
                from,
                proof.<Integer>path("to"),
                hash(proof.path("fromRoot")),
                hash(proof.path("toRoot")),
                proof.<List<String>>path("hashes").stream()
                        .map(JournalResourceTest::hash)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consistency?from=2&to=1|?from|INTERVAL_REVERSED|query parameter `from` `2` is greater than `to` `1`",
                "consistency?from=-1|?from|VALUE_OUT_OF_RANGE|query parameter `from` `-1` is less than 0",
                "consistency?from=x|?from|VALUE_MALFORMED|query parameter `from` `x` is not a whole number",
                "consistency?from=1.0|?from|VALUE_MALFORMED|query parameter `from` `1.0` is not a whole number",
                "consistency?to=|?to|VALUE_MALFORMED|query parameter `to` `` is not a whole number",
                "consistency?to=99999999999999999999|?to|VALUE_OUT_OF_RANGE|query parameter `to` `99999999999999999999` lies"
                        + " beyond the newest checkpoint, which covers N leaves",
                "export?from=999999999|?from|VALUE_OUT_OF_RANGE|query parameter `from` `999999999` lies beyond the newest"
                        + " checkpoint, which covers N leaves",
                "export?from=2&to=1|?from|INTERVAL_REVERSED|query parameter `from` `2` is greater than `to` `1`",
                "export?facts=1|?facts|VALUE_UNKNOWN|query parameter `facts` `1` is not known",
                "export?form=1|?form|PARAMETER_UNKNOWN|query parameter `form` is not known",
                "disclosures?leaf=-1|?leaf|VALUE_OUT_OF_RANGE|query parameter `leaf` `-1` is less than 0",
                "disclosures?limit=0|?limit|VALUE_OUT_OF_RANGE|query parameter `limit` `0` is not between 1 and 1000",
                "erasures?limit=1001|?limit|VALUE_OUT_OF_RANGE|query parameter `limit` `1001` is not between 1 and 1000",
            })
    void range_malformed_saysWhatAndWhere(String path, String pointer, String code, String message) {
        for (int i = 0; i < 2; i++) {
            String id = json(EXAMPLE).post("/v1/placements").path("id");
            get("/v1/decisions/" + id + "/proof").then().statusCode(200);
        }
        Response refused = get("/v1/journal/" + path);

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("issues[0].code", equalTo(code))
                .body("issues[0].pointer", equalTo(pointer));
        assertThat(refused.<String>path("issues[0].message").replaceFirst("covers \\d+ leaves", "covers N leaves"))
                .isEqualTo(message);
    }

    @Test
    void export_withFacts_verifiesAndIsNoted() throws Exception {
        String id = json(PERSON).post("/v1/placements").path("id");
        int index = get("/v1/decisions/" + id + "/proof").path("index");
        long before = count("select count(*) from disclosure");

        byte[] export = get("/v1/journal/export?facts=true&from=" + index + "&to=" + (index + 1))
                .asByteArray();

        assertThat(verify(export))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.facts()).isEqualTo(1));
        assertThat(new String(export, StandardCharsets.UTF_8)).contains("Jo Doe");
        assertThat(count("select count(*) from disclosure")).isEqualTo(before + 1);
    }

    @Test
    void export_byDefault_verifiesWithoutFacts() throws Exception {
        json(PERSON).post("/v1/placements");

        byte[] export = get("/v1/journal/export").asByteArray();

        assertThat(verify(export))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.facts()).isZero());
        assertThat(new String(export, StandardCharsets.UTF_8)).doesNotContain("Jo Doe", "123-45");
    }

    @Test
    void metrics_ofTheLog_areThereAndNothingIsLost() {
        get("/q/metrics")
                .then()
                .body(containsString("centerline_journal_lost_total 0.0"))
                .body(containsString("centerline_log_size"));
    }

    private static Verdict verify(byte[] export) throws IOException, NoteRefused {
        VerifierKey key = VerifierKey.parse(get("/v1/journal/checkpoint").path("verifiers[0]"));
        return new LogVerifier(new Verifiers(List.of(key)), CanonicalReceipt::commits)
                .verify(new ByteArrayInputStream(export), List.of(), (leaves, bytes) -> {});
    }

    private static TreeHash hash(String hex) {
        return TreeHash.parseHex(hex).orElseThrow();
    }

    private static String sha256(byte[] salt, byte[] facts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        return "sha256:" + HexFormat.of().formatHex(digest.digest(facts));
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
