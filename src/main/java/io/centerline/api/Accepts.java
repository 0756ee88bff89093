package io.centerline.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Which of two forms of an answer a caller likes better. */
public final class Accepts {
    /** JSON documents, one a line. */
    public static final String LINES = "application/x-ndjson";

    private Accepts() {}

    /** Whether another form comes before JSON in the header {@code Accept}. */
    public static boolean ratherThanJson(HttpHeaders headers, String other) {
        MediaType wanted = MediaType.valueOf(other);
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(wanted) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }
}
