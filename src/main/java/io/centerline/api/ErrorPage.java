package io.centerline.api;

import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a browser shows it. The template is {@code templates/ErrorPage.html}; it escapes every value.
 *
 * @param problem what happened
 * @param said its detail without the clauses that advise programs: the page has its own advice
 * @param section which part of the top bar is marked: none
 */
record ErrorPage(Problem problem, String said, String section) implements TemplateInstance {
    /** In a detail: names of addresses, headers and fields, which say something to programs only. */
    private static final Pattern OF_PROGRAMS =
            Pattern.compile("`(/|(GET|POST|PUT) |If-|Idempotency-Key`|current`|id`|count`)");

    private static String said(String detail) {
        String[] clauses = detail.split("; ", -1);
        return IntStream.range(0, clauses.length)
                .filter(i -> i == 0 || !OF_PROGRAMS.matcher(clauses[i]).find())
                .mapToObj(i -> clauses[i])
                .collect(Collectors.joining("; "));
    }

    /** The page in UTF-8. */
    static byte[] of(Problem problem) {
        return new ErrorPage(problem, said(problem.detail()), "").render().getBytes(StandardCharsets.UTF_8);
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
