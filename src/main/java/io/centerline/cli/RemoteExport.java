package io.centerline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;

/** An export that a service sends while it is read. */
final class RemoteExport {
    private static final String EXPORT = "/v1/journal/export";

    private RemoteExport() {}

    /**
     * Opens an export.
     *
     * @param address of a service, or of an export it offers
     * @throws CommandRefused when there is none to read
     */
    static InputStream open(String address) {
        HttpResponse<InputStream> answer = RemoteService.get(address, export(address), "application/x-ndjson");
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        close(answer.body());
        throw RemoteService.refused(
                "the service at `" + address + "` answered with status " + answer.statusCode() + ", not with an export",
                "give the address of the service, for example `http://127.0.0.1:8080`");
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException ended) {
            // The answer is not read, whatever ends it.
        }
    }

    private static URI export(String address) {
        URI uri = RemoteService.address(address);
        return uri.getPath().isEmpty() || uri.getPath().equals("/") ? uri.resolve(EXPORT) : uri;
    }
}
