package io.centerline.api;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Turns a filled template into an answer whose headers let a browser run nothing but the program's own scripts and styles. */
public final class Html {
    /** The media type of pages. */
    public static final String TYPE = "text/html;charset=UTF-8";

    /**
     * What a page may load: the program's own bundle, and answers of the service itself. Nothing inline.
     * See <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>.
     */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String POLICY_HEADER = "Content-Security-Policy";

    /** The headers of every page. */
    static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.CONTENT_TYPE,
            TYPE,
            POLICY_HEADER,
            POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            HttpHeaders.CACHE_CONTROL,
            "private, no-cache");

    private Html() {}

    /** A page with status 200. */
    public static Response ok(TemplateInstance page) {
        return answer(200, page);
    }

    /** A page that is filled already, with status 200. */
    public static Response ok(String page) {
        return secured(Response.ok())
                .entity(page.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** A page with a status. A form that cannot be taken comes back with 422 and what was typed. */
    public static Response answer(int status, TemplateInstance page) {
        return secured(Response.status(status)).entity(bytes(page)).build();
    }

    /**
     * A page with a status whose scripts may put style sheets into it that carry a nonce.
     *
     * @param nonce a new one for each answer
     */
    public static Response styled(int status, TemplateInstance page, String nonce) {
        return Response.fromResponse(answer(status, page))
                .header(POLICY_HEADER, null)
                .header(POLICY_HEADER, POLICY.replace("style-src 'self'", "style-src 'self' 'nonce-" + nonce + "'"))
                .build();
    }

    /** JSON for a script of a page. */
    public static Response json(int status, byte[] json) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(json)
                .build();
    }

    /** Sends the browser on to another page of the service, after a form was taken. */
    public static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    private static Response.ResponseBuilder secured(Response.ResponseBuilder answer) {
        HEADERS.forEach(answer::header);
        return answer;
    }

    private static byte[] bytes(TemplateInstance page) {
        return page.render().getBytes(StandardCharsets.UTF_8);
    }
}
