package io.centerline.api.contract;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.centerline.api.contract.Contract.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The document against a running service: every example in it was sent or answered, and the service takes the query parameters it
 * names. Examples are recorded anew with {@code -Dgolden.record=true}; review the difference like code.
 */
@Tag("service")
@QuarkusTest
@TestProfile(ContractProfile.class)
class ContractExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SMALL_RULES = Path.of("src", "test", "resources", "check", "rules");
    private static final String ACME = "12-345678900";
    private static final String OHIO = "31-550055000";
    private static final String DAY = "2026-11-25";
    private static final String UNKNOWN = "x".repeat(41);

    /** What stands for the parameters of a path where nothing has to be there. */
    private static final Map<String, String> SOMETHING = Map.of(
            "id", "01234567-89ab-7def-8123-456789abcdef",
            "index", "0",
            "appeal", "01234567-89ab-7def-8123-456789abcdef",
            "code", "not-found",
            "number", "8471.30.0100",
            "direction", "1",
            "edition", "hts-1",
            "hash", "sha256:0",
            "other", "sha256:1",
            "proposal", "1");

    private final Contract contract = Contract.read();
    private final Examples examples = new Examples(contract);
    private final Shown shown = new Shown();

    @Test
    void document_served_isTheOneWritten() throws IOException {
        JsonNode served = new YAMLMapper().readTree(get("/q/openapi").asString());

        assertThat(served).isEqualTo(contract.document());
    }

    @Test
    void operations_queryParameters_areThoseOfTheDocument() {
        for (Operation operation : contract.operations()) {
            List<String> written = new ArrayList<>();
            operation.node().path("parameters").forEach(reference -> {
                JsonNode parameter = contract.resolve(reference);
                if (parameter.path("in").asText().equals("query")) {
                    written.add(parameter.path("name").asText());
                }
            });

            assertThat(taken(operation))
                    .as(operation.name())
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(written));
        }
    }

    /** The query parameters that the service names when it does not know one. */
    private static Set<String> taken(Operation operation) {
        RequestSpecification request = given().urlEncodingEnabled(false);
        String path = operation.path();
        for (Map.Entry<String, String> parameter : SOMETHING.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (Contract.bodies(operation).size() > 0) {
            String type = Contract.bodies(operation).fieldNames().next();
            request.header("Content-Type", type).body("{}".getBytes(StandardCharsets.UTF_8));
        }
        Response answer = request.request(operation.method(), path + "?" + UNKNOWN);
        assertThat(answer.statusCode()).as(operation.name()).isEqualTo(400);
        String help = answer.path("issues.find { it.pointer == '?" + UNKNOWN + "' }.help");
        TreeSet<String> names = new TreeSet<>();
        Pattern.compile("`([^`]*)`").matcher(help).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    @Test
    void document_examples_areWhatIsSentAndAnswered() throws IOException {
        accounts();
        String placement = placements();
        appeals();
        reassessments(placement);
        rulebooks(placement);
        routings();
        proofs(placement);
        lists();
        tariff();
        refusals();
        call("GET /problems").gets(200, "ProblemList");
        call("GET /problems/{code}").path("code", "version-needed").gets(200, "ProblemPage");

        examples.end();
    }

    private void accounts() {
        account("PUT /v1/accounts/{number}")
                .header("If-None-Match", "*")
                .sends("AccountStated")
                .gets(201);
        call("PUT /v1/accounts/{number}")
                .path("number", OHIO)
                .header("If-None-Match", "*")
                .body("{\"name\":\"Ohio Castings\",\"center\":\"CEE005\",\"since\":\"2019-04-01\",\"author\":\"jd\","
                        + "\"reason\":\"letter of 2019-03-20\"}")
                .gets(201);
        account("PUT /v1/accounts/{number}").sends("AccountStated").gets(428, "VersionNeeded");
        account("PUT /v1/accounts/{number}")
                .header("If-Match", "\"7\"")
                .sends("AccountStated")
                .gets(412, "AccountChanged");
        account("POST /v1/accounts/{number}/directions")
                .header("If-Match", "\"1\"")
                .sends("DirectionOrdered")
                .gets(201, "AccountDirected");
        account("PUT /v1/accounts/{number}/directions/{direction}")
                .path("direction", "1")
                .header("If-Match", "*")
                .sends("DirectionCorrected")
                .gets(200);
        account("POST /v1/accounts/{number}/directions")
                .header("If-Match", "*")
                .sends("DirectionOrdered")
                .gets(409, "AccountConflict");
        account("POST /v1/accounts/{number}/directions/{direction}/retraction")
                .path("direction", "1")
                .header("If-Match", "*")
                .sends("DirectionRetraction")
                .gets(200);
    }

    private String placements() {
        String id = call("POST /v1/placements")
                .header("Idempotency-Key", "acme-2026-11")
                .sends("PlacementAsked")
                .gets(201, "Placement")
                .path("id");
        call("POST /v1/placements")
                .header("Idempotency-Key", "acme-2026-11")
                .query("explain", "summary")
                .sends("PlacementAsked")
                .gets(409, "IdempotencyConflict");
        call("POST /v1/placements")
                .query("record", "false")
                .query("explain", "summary")
                .sends("PlacementAsked")
                .gets(200, "PlacementNotRecorded");
        call("POST /v1/placements/batch")
                .query("record", "false")
                .query("explain", "summary")
                .sends("PlacementsAsked")
                .gets(200, "PlacementLines");
        call("POST /v1/placements/batch")
                .query("record", "false")
                .query("asOf", DAY)
                .sends("FileToPlace")
                .gets(200);
        call("GET /v1/decisions/{id}").path("id", id).gets(200, "Placement");
        call("POST /v1/decisions/{id}/replay").path("id", id).gets(200, "Replay");
        return id;
    }

    private void routings() {
        String id = call("POST /v1/routings")
                .sends("RoutingAsked")
                .gets(201, "Routing")
                .path("id");
        call("GET /v1/decisions/{id}").path("id", id).gets(200, "Routing");
        call("POST /v1/routings")
                .query("record", "false")
                .query("explain", "summary")
                .sends("RoutingAsked")
                .gets(200, "RoutingNotRecorded");
        call("POST /v1/routings/batch")
                .query("record", "false")
                .sends("RoutingsAsked")
                .gets(200, "RoutingLines");
        call("POST /v1/protests/consolidations").sends("ProtestsAsked").gets(200, "Consolidation");
    }

    private void appeals() {
        String withdrawn = file("AppealFiled");
        account("POST /v1/accounts/{number}/appeals/{appeal}/withdrawal")
                .path("appeal", withdrawn)
                .header("If-Match", "*")
                .sends("AppealWithdrawal")
                .gets(200);
        String granted = file(null);
        account("PUT /v1/accounts/{number}/appeals/{appeal}")
                .path("appeal", granted)
                .header("If-Match", "*")
                .sends("AppealAmended")
                .gets(200);
        account("POST /v1/accounts/{number}/appeals/{appeal}/resolution")
                .path("appeal", granted)
                .header("If-Match", "*")
                .sends("AppealResolution")
                .gets(200, "AppealGranted");
        account("GET /v1/accounts/{number}/appeals/{appeal}")
                .path("appeal", granted)
                .gets(200);
    }

    private String file(@Nullable String example) {
        return account("POST /v1/accounts/{number}/appeals")
                .header("If-Match", "*")
                .sends("AppealAsked")
                .gets(201, example)
                .path("id");
    }

    private void reassessments(String placement) throws IOException {
        call("POST /v1/reassessments")
                .query("asOf", "2026-11-24")
                .sends("FileToReassess")
                .gets(200);
        Response lines = call("POST /v1/reassessments").sends("LinesToReassess").gets(200, "ReassessmentLines");
        String proposal = JSON.readTree(lines.asString().lines().findFirst().orElseThrow())
                .at("/drift/proposal")
                .asText();
        call("GET /v1/reassessments").gets(200, "WorkList");
        call("POST /v1/reassessments/adoption")
                .sends("ProposalsToAdopt", "/decisions/0", proposal)
                .gets(200, "ProposalsAdopted");
        call("POST /v1/decisions/{id}/adoption")
                .path("id", placement)
                .header("If-Match", "*")
                .sends("AdoptionAsked")
                .gets(200);
        call("GET /v1/decisions/{id}/appeal-packet").path("id", placement).gets(200, "PacketDraft");
        account("GET /v1/accounts/{number}").query("asOf", DAY).gets(200, "AccountOnFile");
        account("GET /v1/accounts/{number}/history").gets(200, "AccountHistory");
        call("GET /v1/accounts").query("asOf", DAY).gets(200, "AccountList");
    }

    private void proofs(String placement) {
        call("GET /v1/decisions/{id}/proof").path("id", placement).gets(200);
        String newest = call("GET /v1/decisions").query("limit", "1").gets(200).path("decisions[0].id");
        call("GET /v1/decisions/{id}/proof").path("id", newest).gets(200, "InclusionProof");
        call("GET /v1/decisions/{id}/facts").path("id", placement).gets(200, "FactsMasked");
        call("GET /v1/decisions/{id}/facts")
                .path("id", placement)
                .query("masked", "false")
                .gets(200, "FactsUnmasked");
        call("GET /v1/journal/checkpoint").gets(200, "Checkpoint");
        call("GET /v1/journal/consistency").query("from", "1").gets(200, "ConsistencyProof");
        call("GET /v1/journal/erasures").gets(200, "Erasures");
        call("GET /v1/journal/disclosures").gets(200, "Disclosures");
        call("GET /v1/journal/records").query("from", "4").query("limit", "2").gets(200, "Records");
        call("GET /v1/journal/records/{index}/proof").path("index", "5").gets(200, "RecordProof");
    }

    private void lists() {
        call("GET /v1/decisions").query("limit", "2").gets(200, "DecisionList");
        call("GET /v1/decisions")
                .header("Accept", Contract.LINES)
                .query("kind", "ROUTING")
                .gets(200, "DecisionLines");
        call("GET /v1/decisions/counts").query("by", "center").gets(200, "DecisionCounts");
    }

    private void tariff() {
        call("GET /v1/hts/{number}")
                .path("number", "8471.30.0100")
                .query("asOf", DAY)
                .gets(200, "NumberFound");
        call("GET /v1/hts/{number}").path("number", "8443").query("asOf", DAY).gets(200, "LevelFound");
        call("POST /v1/hts").sends("NumbersAsked").gets(200, "NumbersFound");
        call("GET /v1/centers").query("asOf", DAY).gets(200, "CenterDirectory");
        call("GET /v1/schedules").gets(200, "ScheduleList");
    }

    private void rulebooks(String placement) throws IOException {
        call("POST /v1/rulebooks/check").sends("RulesWithMistake").gets(200, "CheckReport");
        call("POST /v1/rulebooks")
                .query("author", "jd")
                .body(examples.value("RulesWithMistake").toString())
                .gets(422, "RulesUnsound");
        String small = call("POST /v1/rulebooks")
                .query("author", "jd")
                .body(JSON.writeValueAsString(Map.of("files", smallRules())))
                .gets(201, "RulebookStored")
                .path("rulebook");
        call("GET /v1/rulebooks").gets(200, "RulebookList");
        call("GET /v1/rulebooks/{hash}").path("hash", small).gets(200, "RulebookSources");
        String serving = get("/v1/rulebooks/active").path("rulebook");
        call("GET /v1/rulebooks/{hash}/diff/{other}")
                .path("hash", serving)
                .path("other", small)
                .gets(200, "RulebookDiff");
        call("POST /v1/decisions/{id}/replay")
                .path("id", placement)
                .query("rulebook", small)
                .gets(200, "ReplayUnderAnotherRulebook");
        String run = call("POST /v1/rulebooks/impact")
                .sends("ImpactAsked", "/candidate", small)
                .shows("/state", "QUEUED")
                .shows("/progress/total", null)
                .gets(202, "ImpactTaken")
                .path("id");
        end(run);
        call("GET /v1/rulebooks/impacts/{id}").path("id", run).gets(200, "ImpactDone");
        String report = report(small);
        call("GET /v1/rulebooks/impacts").gets(200, "ImpactList");
        proposals(small, run);
        call("POST /v1/rulebooks/{hash}/activation")
                .path("hash", small)
                .body(activation(small, report))
                .gets(409, "ActiveChanged");
        call("POST /v1/rulebooks/{hash}/activation")
                .path("hash", small)
                .body("{\"author\":\"jd\",\"reason\":\"trial\"}")
                .gets(409, "PastChanged");
        call("POST /v1/rulebooks/{hash}/activation")
                .path("hash", small)
                .sends("ActivationAsked", "/expectedActive", serving, "/impact", report)
                .gets(200, "ActivationDone");
        call("GET /v1/rulebooks/active").gets(200, "ActiveRulebook");
        call("GET /v1/rulebooks/activations").gets(200, "ActivationList");
        call("POST /v1/rulebooks/{hash}/activation")
                .path("hash", serving)
                .body(activation(small, report(serving)))
                .gets(200);
        // Last, so that the lists above have the same rulebooks.
        call("POST /v1/rulebooks").query("author", "jd").sends("RulesToStore").gets(201);
    }

    private void proposals(String small, String run) throws IOException {
        call("POST /v1/proposals")
                .sends("ProposalAsked", "/rulebook", small, "/impact", run)
                .gets(201, "ProposalOpen");
        proposal("POST /v1/proposals/{proposal}/reviews").sends("ReviewAsked").gets(428);
        proposal("POST /v1/proposals/{proposal}/reviews")
                .header("If-Match", "\"7\"")
                .sends("ReviewAsked")
                .gets(412, "ProposalChanged");
        proposal("POST /v1/proposals/{proposal}/reviews")
                .header("If-Match", "\"1\"")
                .sends("ReviewAsked")
                .gets(200, "ProposalReturned");
        proposal("GET /v1/proposals/{proposal}").gets(200, "ProposalReturned");
        proposal("POST /v1/proposals/{proposal}/withdrawal")
                .header("If-Match", "*")
                .sends("ProposalWithdrawal")
                .gets(409, "ProposalConflict");
        call("GET /v1/proposals").gets(200, "ProposalList");
        call("GET /v1/proposals/{proposal}").path("proposal", "9").gets(404, "NoProposal");
        call("POST /v1/rulebooks/{hash}/activation")
                .path("hash", small)
                .body("{\"author\":\"jd\",\"reason\":\"trial\",\"proposal\":1}")
                .gets(409, "ApprovalNeeded");
    }

    private Call proposal(String operation) {
        return call(operation).path("proposal", "1");
    }

    private static String activation(String expected, String report) {
        return "{\"author\":\"jd\",\"reason\":\"trial\",\"expectedActive\":\"" + expected + "\",\"impact\":\"" + report
                + "\",\"correction\":\"trial\"}";
    }

    private String report(String candidate) {
        String run = call("POST /v1/rulebooks/impact")
                .body("{\"candidate\":\"" + candidate + "\"}")
                .gets(202)
                .path("id");
        end(run);
        return run;
    }

    private static void end(String run) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get("/v1/rulebooks/impacts/" + run).path("finishedAt") != null);
    }

    private static Map<String, String> smallRules() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(SMALL_RULES)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(SMALL_RULES.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    private void refusals() {
        call("POST /v1/placements")
                .body("{\"importer\":{\"number\":\"12-345678900\"},\"lines\":[{\"hts\":\"8471.3\"}],\"recrod\":true}")
                .gets(400, "InvalidFacts");
        call("GET /v1/centers").query("asof", DAY).gets(400, "InvalidQuery");
        call("GET /v1/centers").header("Host", "example.com").gets(403, "WrongHost");
        call("GET /v1/centers").header("Accept", "text/html").gets(406, "NotAcceptable");
        call("POST /v1/hts").body("text/plain", "8471.30.0100").gets(415, "UnsupportedMediaType");
        call("GET /v1/decisions/{id}").path("id", SOMETHING.get("id")).gets(404, "NoDecision");
        call("GET /v1/accounts/{number}").path("number", "31-550055002").gets(404, "NoAccount");
        call("GET /v1/rulebooks/{hash}").path("hash", "sha256:0").gets(404, "NoRulebook");
    }

    private Call call(String operation) {
        return new Call(contract.operation(operation));
    }

    private Call account(String operation) {
        return call(operation).path("number", ACME);
    }

    /** One request and what it is answered. */
    private final class Call {
        private final Operation operation;
        private final RequestSpecification request = given();
        private final Map<String, @Nullable String> timely = new HashMap<>();

        Call(Operation operation) {
            this.operation = operation;
        }

        Call path(String name, @Nullable String value) {
            request.pathParam(name, value);
            return this;
        }

        Call query(String name, String value) {
            request.queryParam(name, value);
            return this;
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call body(String json) {
            return body("application/json", json);
        }

        Call body(String mediaType, String body) {
            request.header("Content-Type", mediaType).body(body.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /** Sends an example as it is, or with real values in place of its stand-ins. */
        Call sends(String name, Object... changes) {
            JsonNode body = examples.value(name).deepCopy();
            for (int i = 0; i < changes.length; i += 2) {
                set(body, (String) changes[i], JSON.valueToTree(changes[i + 1]));
            }
            String sent = body.isTextual() ? body.asText() : body.toString();
            JsonNode content = Contract.bodies(operation);
            JsonNode held = changes.length == 0 ? body : shown(examples.mediaType(name, content), sent);
            return body(examples.hold(name, content, held), sent);
        }

        /** A member of the answer that depends on how fast the service is, and what the document shows. */
        Call shows(String pointer, @Nullable String value) {
            timely.put(pointer, value);
            return this;
        }

        Response gets(int status) {
            return gets(status, null);
        }

        Response gets(int status, @Nullable String example) {
            Response answer = request.request(operation.method(), operation.path());
            assertThat(answer.statusCode())
                    .as(operation.name() + ": " + answer.asString())
                    .isEqualTo(status);
            if (example != null) {
                JsonNode content = contract.answers(operation, status);
                String mediaType = examples.mediaType(example, content);
                assertThat(answer.contentType()).startsWith(mediaType);
                JsonNode body = shown(mediaType, answer.asString());
                timely.forEach((pointer, value) -> set(body, pointer, JSON.valueToTree(value)));
                examples.hold(example, content, body);
            }
            return answer;
        }

        private JsonNode shown(String mediaType, String body) {
            if (mediaType.equals(Contract.LINES)) {
                return shown.lines(body);
            }
            return mediaType.endsWith("json") ? shown.json(Shown.parse(body)) : JSON.valueToTree(body);
        }
    }

    private static void set(JsonNode body, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode holder = body.at(place.head());
        if (holder instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) holder).set(place.last().getMatchingProperty(), value);
        }
    }
}
