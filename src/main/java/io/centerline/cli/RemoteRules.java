package io.centerline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The rulebooks that a service keeps. */
final class RemoteRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    /** For each of two questions; a service of the same machine answers within it. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final String address;

    /**
     * Of a service.
     *
     * @throws CommandRefused when the address is none
     */
    RemoteRules(String address) {
        this.address = address;
        RemoteService.address(address);
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

    /** The active rulebook, when the service tells it within two seconds. */
    Optional<Rulebook> findActiveSoon() {
        try {
            String hash = soon("active").path("activation").path("rulebook").asText();
            return hash.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Rulebook.of(folder(soon(hash), hash).rules(), Origin.STORED));
        } catch (CommandRefused | RulebookException | IOException silent) {
            return Optional.empty();
        }
    }

    private JsonNode soon(String what) throws IOException {
        return JSON.readTree(RemoteService.askSoon(address, "/v1/rulebooks/" + what, "application/json", SOON));
    }

    private RuleFolder folder(JsonNode sources, String hash) {
        try {
            RuleFolder folder = RuleFile.of(sources);
            if (!folder.rules().hash().equals(hash)) {
                throw odd("other rules than those of `" + hash + "`");
            }
            return folder;
        } catch (RulebookException unreadable) {
            throw odd("no rule folder");
        }
    }

    private Optional<JsonNode> find(String what) {
        RemoteService.Answer answer = RemoteService.ask(address, "/v1/rulebooks/" + what, "application/json");
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw odd("status " + answer.status());
        }
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (IOException notJson) {
            throw odd("no JSON");
        }
    }

    private CommandRefused odd(String what) {
        return RemoteService.refused(
                "the service at `" + address + "` answered with " + what,
                "give the address of the service, for example `http://127.0.0.1:8080`");
    }
}
