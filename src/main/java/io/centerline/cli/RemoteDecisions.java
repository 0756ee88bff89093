package io.centerline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.cli.RemoteService.Answer;
import io.centerline.log.TreeHash;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a service shows of one decision.
 *
 * @param address the service as it was named
 */
record RemoteDecisions(String address) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINES = "application/x-ndjson";
    private static final String AS_JSON = "application/json";

    /** The decision as the service gives it. */
    Answer decision(UUID id) {
        return RemoteService.ask(address, "/v1/decisions/" + id, AS_JSON);
    }

    /** The export of its leaf alone. */
    Answer proof(UUID id) {
        return RemoteService.ask(address, "/v1/decisions/" + id + "/proof", LINES);
    }

    /** The same with unmasked facts, which the service notes as a disclosure. */
    Answer facts(long index) {
        return RemoteService.ask(address, "/v1/journal/export?facts=true&from=" + index + "&to=" + (index + 1), LINES);
    }

    /** The hashes that prove that the log grew from one size to another. */
    List<TreeHash> growth(long from, long to) {
        Answer answer = RemoteService.ask(address, "/v1/journal/consistency?from=" + from + "&to=" + to, AS_JSON);
        List<TreeHash> hashes = new ArrayList<>();
        try {
            for (JsonNode hash : JSON.readTree(expect(answer)).path("hashes")) {
                TreeHash.parseHex(hash.asText()).ifPresent(hashes::add);
            }
        } catch (IOException notJson) {
            throw RemoteService.refused("the service at `" + address + "` answered with no JSON", "");
        }
        return hashes;
    }

    /** An edition of the schedule; empty when the service does not keep it. */
    Optional<Schedule> schedule(String edition) {
        String name = URLEncoder.encode(edition, StandardCharsets.UTF_8).replace("+", "%20");
        Answer answer = RemoteService.ask(address, "/v1/schedules/" + name, "text/plain");
        return answer.isOk()
                ? Optional.of(ReplayOptions.schedule("the answer of the service", answer.body()))
                        .filter(schedule -> schedule.edition().equals(edition))
                : Optional.empty();
    }

    /**
     * The body of an answer that has to be one.
     *
     * @throws CommandRefused with what the service says instead
     */
    byte[] expect(Answer answer) {
        if (answer.isOk()) {
            return answer.body();
        }
        throw RemoteService.refused(
                "the service at `" + address + "` says: " + answer.problem(),
                "look whether the id is whole, and the service the one that decided (`--from`)");
    }
}
