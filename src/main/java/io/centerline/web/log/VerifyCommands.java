package io.centerline.web.log;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands of the guide for auditors, with the address, key and places of this log filled in. */
final class VerifyCommands {
    /** What an address can be made of without meaning anything to a shell. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,253}");

    private VerifyCommands() {}

    /**
     * What one or more lines for a shell do.
     *
     * @param title what they do
     * @param lines the lines
     */
    record Command(String title, List<String> lines) {
        /** The lines as they are pasted. */
        public String text() {
            return String.join("\n", lines);
        }
    }

    /** The address at which the browser found the service, fit to be pasted into a shell. */
    static String address(HttpServerRequest request) {
        String authority =
                request.authority() == null ? "" : request.authority().toString();
        return request.scheme() + "://" + (HARMLESS.matcher(authority).matches() ? authority : "127.0.0.1:8080");
    }

    /**
     * The commands.
     *
     * @param address of the service
     * @param key a verifier key of the log
     * @param leaf the place of a leaf that is no decision; null when there is none
     */
    static List<Command> all(String address, String key, @Nullable Long leaf) {
        String quoted = "'" + key.replace("'", "'\\''") + "'";
        List<Command> commands = new ArrayList<>(List.of(
                new Command(
                        "Keep a checkpoint",
                        List.of("curl -s -H 'Accept: text/plain' " + address
                                + "/v1/journal/checkpoint | tee first.checkpoint")),
                new Command("Verify the whole journal", List.of("centerline verify " + address + " --key " + quoted)),
                new Command(
                        "Verify later that it continues the checkpoint you kept",
                        List.of("centerline verify " + address + " --key " + quoted + " --since first.checkpoint")),
                new Command(
                        "Save the export, and verify it anywhere",
                        List.of(
                                "curl -sf " + address + "/v1/journal/export -o export.ndjson",
                                "centerline verify export.ndjson --key " + quoted + " --since first.checkpoint"))));
        if (leaf != null) {
            commands.add(new Command(
                    "Prove that leaf " + leaf + " is in the log",
                    List.of(
                            "curl -sf -H 'Accept: application/x-ndjson' " + address + "/v1/journal/records/" + leaf
                                    + "/proof -o leaf.ndjson",
                            "centerline verify leaf.ndjson --key " + quoted)));
        }
        return commands;
    }
}
