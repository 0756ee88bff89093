package io.centerline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.batch.run.RunRecorder;
import io.centerline.batch.run.RunRefused;
import io.centerline.rulebook.Rulebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has the decisions of a run recorded by a service, with a batch of placements. */
final class ServiceRecorder implements RunRecorder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TRIES = 10;
    private static final int UNAVAILABLE = 503;
    private static final int RECORDED = 201;

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    private ServiceRecorder(String address) {
        this.address = address;
    }

    /**
     * A recorder at an address.
     *
     * @throws CommandRefused when the service cannot be reached, or decides under other rules
     */
    static ServiceRecorder of(String address, Rulebook rulebook) {
        RemoteService.Answer active = RemoteService.ask(address, "/v1/rulebooks/active", "application/json");
        String hash;
        try {
            hash = active.isOk() ? JSON.readTree(active.body()).path("rulebook").asText() : "";
        } catch (IOException malformed) {
            hash = "";
        }
        if (!hash.equals(rulebook.hash())) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    "the service at `" + address + "` decides under " + (hash.isEmpty() ? "no known rules" : hash)
                            + ", and the run under " + rulebook.hash(),
                    "get its rules with `centerline rules pull` and name their folder with `--rules`");
        }
        return new ServiceRecorder(address);
    }

    @Override
    public List<Recorded> record(List<String> requests) {
        List<Recorded> recorded = new ArrayList<>(requests.size());
        for (int tries = 0; recorded.size() < requests.size(); tries++) {
            if (tries == MOST_TRIES) {
                throw broken("it did not record all decisions in " + MOST_TRIES + " tries");
            }
            pause(tries);
            send(requests.subList(recorded.size(), requests.size()), recorded);
        }
        return recorded;
    }

    /** Sends requests once, and takes the answers up to the first that is to be asked for again. */
    private void send(List<String> requests, List<Recorded> recorded) {
        HttpRequest request = HttpRequest.newBuilder(
                        RemoteService.address(address).resolve(URI.create("/v1/placements/batch?explain=summary")))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", requests) + "\n"))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                if (answer.statusCode() == UNAVAILABLE) {
                    return;
                }
                String line;
                while ((line = lines.readLine()) != null) {
                    JsonNode each = JSON.readTree(line);
                    int status = each.path("status").asInt(answer.statusCode());
                    if (status == UNAVAILABLE) {
                        return;
                    }
                    if (status != RECORDED) {
                        throw broken("it refused a decision: "
                                + each.at("/problem/detail").asText(line));
                    }
                    JsonNode decision = each.path("decision");
                    recorded.add(new Recorded(
                            decision.path("id").asText(),
                            decision.at("/center/code").asText(),
                            decision.path("basis").asText().equals("ACCOUNT")));
                }
            }
        } catch (IOException lost) {
            // What was answered is recorded; the rest is sent again.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw broken("the command was interrupted");
        }
    }

    private RunRefused broken(String why) {
        return new RunRefused(
                RunRefused.Cause.MACHINE,
                "the service at `" + address + "` cannot record the run: " + why,
                "the same command goes on where it stopped, and records nothing twice");
    }

    private void pause(int tries) {
        try {
            Thread.sleep(tries == 0 ? 0 : Math.min(5_000, 200L << Math.min(tries, 5)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw broken("the command was interrupted");
        }
    }
}
