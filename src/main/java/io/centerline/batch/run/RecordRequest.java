package io.centerline.batch.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes the facts of a run as placement requests. Stateless. */
final class RecordRequest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordRequest() {}

    /**
     * The request that has a decision of a run recorded, completed by what is on file.
     *
     * @param run the hash of the run's manifest; with the importer it makes the key
     */
    static String of(Facts facts, String run) {
        try {
            ObjectNode request = (ObjectNode) JSON.readTree(FactsJson.canonical(facts, Masking.NONE));
            request.remove("account");
            for (JsonNode each : request.get("lines")) {
                ObjectNode line = (ObjectNode) each;
                if (line.path("line").asInt() == 0) {
                    line.remove("line");
                }
                if (line.path("entry").asText().isEmpty()) {
                    line.remove("entry");
                }
            }
            String key = run + facts.importer().number().text();
            request.put(
                    "idempotencyKey",
                    "run-" + HexFormat.of().formatHex(Sha256.of(key.getBytes(StandardCharsets.UTF_8)), 0, 20));
            return JSON.writeValueAsString(request);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
