package io.centerline.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers with a list as a file that a browser saves. */
public final class ListFile {
    private ListFile() {}

    /**
     * An answer.
     *
     * @param rows writes the file
     * @param type its media type
     * @param name the name to save it under
     */
    public static Response of(StreamingOutput rows, String type, String name) {
        return Response.ok(rows)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
