package io.centerline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A service that a command asks over HTTP. */
final class RemoteService {
    private static final int OK = 200;
    private static final int LAST_PORT = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EXAMPLE = "write for example `http://127.0.0.1:8080`";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than any decision with its facts, rulebook or schedule has; what lies behind is not read. */
    private static final int LONGEST_ANSWER = 256 << 20;

    private RemoteService() {}

    /** Whether this is the address of a service rather than the name of a file. */
    static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    /**
     * Reads an address.
     *
     * @throws CommandRefused when it is none
     */
    static URI address(String text) {
        try {
            URI uri = URI.create(text);
            if (!isAddress(text) || uri.getHost() == null || uri.getPort() > LAST_PORT) {
                throw refused("`" + text + "` names no service", EXAMPLE);
            }
            return uri;
        } catch (IllegalArgumentException malformed) {
            throw refused("`" + text + "` is not an address", EXAMPLE);
        }
    }

    /**
     * Asks and waits for the beginning of the answer.
     *
     * @param address the service as it was named
     * @param what what is asked for
     * @param accept the media type wanted
     * @throws CommandRefused when the service cannot be reached
     */
    static HttpResponse<InputStream> get(String address, URI what, String accept) {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(what)
                                    .header("Accept", accept)
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw refused(
                    "the service at `" + address + "` cannot be reached",
                    "look whether it runs; where it runs at another address, name that with `--from` (`check`:"
                            + " `--service`), or its port with QUARKUS_HTTP_PORT");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw refused("the command was interrupted", "");
        }
    }

    /**
     * A whole answer.
     *
     * @param status the HTTP status
     * @param body its bytes, as far as they are read
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(int status, byte[] body) {
        boolean isOk() {
            return status == OK;
        }

        /** What a problem says went wrong; its status where it does not say. */
        String problem() {
            return member("detail", "the service answered with status " + status);
        }

        /** Whether it is a problem of this type. */
        boolean isProblem(String type) {
            return member("type", "").equals(type);
        }

        private String member(String name, String other) {
            try {
                return JSON.readTree(body).path(name).asText(other);
            } catch (IOException notJson) {
                return other;
            }
        }
    }

    /**
     * Asks and waits for the whole answer.
     *
     * @param path of what is asked for
     * @throws CommandRefused when the service cannot be reached or breaks off
     */
    static Answer ask(String address, String path, String accept) {
        HttpResponse<InputStream> answer = get(address, address(address).resolve(path), accept);
        try (InputStream body = answer.body()) {
            return new Answer(answer.statusCode(), body.readNBytes(LONGEST_ANSWER));
        } catch (IOException failed) {
            throw refused("the service at `" + address + "` broke off its answer", "try again");
        }
    }

    /**
     * Asks and takes only a whole answer that comes soon.
     *
     * @throws IOException when none does
     */
    static byte[] askSoon(String address, String path, String accept, Duration patience) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address(address).resolve(path))
                .header("Accept", accept)
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = HttpClient.newBuilder()
                .connectTimeout(patience)
                .build()
                .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (whole.statusCode() != OK) {
                throw new IOException("the service answered with status " + whole.statusCode());
            }
            return whole.body();
        } catch (ExecutionException | TimeoutException failed) {
            answer.cancel(true);
            throw new IOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static CommandRefused refused(String message, String help) {
        return new CommandRefused(ExitCode.INPUT_REFUSED, message, help);
    }
}
