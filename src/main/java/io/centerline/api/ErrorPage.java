package io.centerline.api;

import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a browser shows it. The template is {@code templates/ErrorPage.html}; it escapes every value.
 *
 * @param problem what happened
 * @param section which part of the top bar is marked: none
 */
record ErrorPage(Problem problem, String section) implements TemplateInstance {

    /** The page in UTF-8. */
    static byte[] of(Problem problem) {
        return new ErrorPage(problem, "").render().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether a request wants a page and no JSON: it is not for the API, and a browser sent it.
     *
     * @param path the path of the request
     * @param accept its header {@code Accept}; null without one
     */
    static boolean isWanted(@Nullable String path, @Nullable String accept) {
        return path != null
                && !path.startsWith("/v1")
                && !path.startsWith("/q/")
                && accept != null
                && accept.contains("text/html");
    }
}
