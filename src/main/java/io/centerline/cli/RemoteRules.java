package io.centerline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RulebookException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** The rulebooks that a service keeps. */
final class RemoteRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** A rule folder is at most a few megabytes; what lies behind is not read. */
    private static final int LONGEST_ANSWER = 256 << 20;

    private final String address;
    private final URI service;

    /**
     * Of a service.
     *
     * @throws CommandRefused when the address is none
     */
    RemoteRules(String address) {
        this.address = address;
        this.service = RemoteService.address(address).resolve("/v1/rulebooks/");
    }

    /**
     * What is active.
     *
     * @param hash the rulebook's hash
     * @param since activation, time, author and reason in words
     */
    record Active(String hash, String since) {}

    /**
     * Asks what is active.
     *
     * @throws CommandRefused when the service does not say
     */
    Active active() {
        JsonNode activation =
                find("active").orElseThrow(() -> odd("no active rulebook")).path("activation");
        String hash = activation.path("rulebook").asText();
        if (hash.isEmpty()) {
            throw odd("no active rulebook");
        }
        return new Active(
                hash,
                "activation " + activation.path("number").asText() + " of "
                        + activation.path("at").asText() + ", by `"
                        + activation.path("author").asText() + "`: "
                        + activation.path("reason").asText());
    }

    /**
     * The sources stored under a hash; empty when none are.
     *
     * @throws CommandRefused when the service does not answer, or with other sources
     */
    Optional<RuleFolder> findFolder(String hash) {
        return find(hash).map(sources -> folder(sources, hash));
    }

    private RuleFolder folder(JsonNode sources, String hash) {
        try {
            RuleFolder folder = RuleFolder.ofJson(JSON.writeValueAsBytes(Map.of("files", sources.path("files"))));
            if (!folder.rules().hash().equals(hash)) {
                throw odd("other rules than those of `" + hash + "`");
            }
            return folder;
        } catch (JsonProcessingException | RulebookException unreadable) {
            throw odd("no rule folder");
        }
    }

    private Optional<JsonNode> find(String what) {
        HttpResponse<InputStream> answer = RemoteService.get(address, URI.create(service + what), "application/json");
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.statusCode() != OK) {
                throw odd("status " + answer.statusCode());
            }
            return Optional.of(JSON.readTree(body.readNBytes(LONGEST_ANSWER)));
        } catch (JsonProcessingException notJson) {
            throw odd("no JSON");
        } catch (IOException failed) {
            throw RemoteService.refused("the service at `" + address + "` broke off its answer", "try again");
        }
    }

    private CommandRefused odd(String what) {
        return RemoteService.refused(
                "the service at `" + address + "` answered with " + what,
                "give the address of the service, for example `http://127.0.0.1:8080`");
    }
}
