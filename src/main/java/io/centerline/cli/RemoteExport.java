package io.centerline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An export that a service sends while it is read. */
final class RemoteExport {
    private static final String EXPORT = "/v1/journal/export";
    private static final int LAST_PORT = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RemoteExport() {}

    /** Whether this is the address of a service rather than the name of a file. */
    static boolean isAddress(String export) {
        return export.startsWith("http://") || export.startsWith("https://");
    }

    /**
     * Opens an export.
     *
     * @param address of a service, or of an export it offers
     * @throws CommandRefused when there is none to read
     */
    static InputStream open(String address) {
        try {
            HttpResponse<InputStream> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(export(address))
                                    .header("Accept", "application/x-ndjson")
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw refused(
                        "the service at `" + address + "` answered with status " + answer.statusCode()
                                + ", not with an export",
                        "give the address of the service, for example `http://127.0.0.1:8080`");
            }
            return answer.body();
        } catch (IOException failed) {
            throw refused("the service at `" + address + "` cannot be reached", "look whether it runs");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw refused("the export was interrupted", "");
        }
    }

    private static URI export(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() == null || uri.getPort() > LAST_PORT) {
                throw refused("`" + address + "` names no service", "write for example `http://127.0.0.1:8080`");
            }
            return uri.getPath().isEmpty() || uri.getPath().equals("/") ? uri.resolve(EXPORT) : uri;
        } catch (IllegalArgumentException malformed) {
            throw refused("`" + address + "` is not an address", "write for example `http://127.0.0.1:8080`");
        }
    }

    private static CommandRefused refused(String message, String help) {
        return new CommandRefused(ExitCode.INPUT_REFUSED, message, help);
    }
}
