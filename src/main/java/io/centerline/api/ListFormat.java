package io.centerline.api;

import io.centerline.api.Problem.Kind;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The media types a list of decisions comes in, the default first. */
@SuppressWarnings("ImmutableEnumChecker") // a media type does not change
public enum ListFormat {
    /** Pages of summaries. */
    JSON("application", "json"),
    /** Decisions whole, one a line, without end. */
    NDJSON("application", "x-ndjson"),
    /** Summaries for spreadsheets, without end. */
    CSV("text", "csv");

    private final MediaType type;

    ListFormat(String type, String subtype) {
        this.type = new MediaType(type, subtype);
    }

    /** The value of the header {@code Content-Type}. */
    public String contentType() {
        return this == CSV ? "text/csv;charset=UTF-8;header=present" : type + (this == NDJSON ? "" : ";charset=UTF-8");
    }

    /** The format a request asks for; the request is refused when it takes none of them. */
    public static ListFormat of(HttpHeaders headers) {
        for (MediaType wanted : headers.getAcceptableMediaTypes()) {
            for (ListFormat format : values()) {
                if (wanted.isCompatible(format.type)) {
                    return format;
                }
            }
        }
        throw new ProblemException(
                Kind.NOT_ACCEPTABLE, "lists of decisions are application/json, application/x-ndjson or text/csv");
    }
}
