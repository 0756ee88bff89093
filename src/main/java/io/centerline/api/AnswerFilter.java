package io.centerline.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Every answer of a resource passes here before it is written. It gets the header {@code Vary}, is compressed when
 * the caller asks for that, and becomes 304 when the caller has it already.
 */
@Singleton
public final class AnswerFilter {
    /** In bytes. Shorter answers are not compressed, since that saves next to nothing. */
    static final int LEAST = 1_024;

    private static final int BUFFER = 8_192;
    private static final int NOT_MODIFIED = 304;

    private final ApiRoutes routes;

    AnswerFilter(ApiRoutes routes) {
        this.routes = routes;
    }

    /** Finishes an answer. */
    @ServerResponseFilter
    public void finish(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!response.hasEntity()) {
            return;
        }
        if (response.getEntity() instanceof Problem problem
                && ErrorPage.isWanted(request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT))) {
            Html.HEADERS.forEach((name, value) -> response.getHeaders().putSingle(name, value));
            response.setEntity(ErrorPage.of(problem));
        }
        boolean chosenByType = isChosenByType(request);
        response.getHeaders().putSingle(HttpHeaders.VARY, chosenByType ? "Accept, Accept-Encoding" : "Accept-Encoding");
        // An answer to HEAD has no body to compress, and its headers are those of the answer as it is.
        boolean gzip = !request.getMethod().equals(HttpMethod.HEAD)
                && !isShort(response.getEntity())
                && !isArchive(response.getMediaType())
                && AcceptEncoding.takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        if (tag != null && isKnown(request, response, tag)) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
            return;
        }
        if (!gzip) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        if (tag != null) {
            String ofGzip = EntityTags.ofGzip(tag);
            response.getHeaders().putSingle(HttpHeaders.ETAG, ofGzip);
            if (isKnown(request, response, ofGzip)) {
                response.setStatus(NOT_MODIFIED);
                response.setEntity(null);
                return;
            }
        }
        compress(response);
    }

    private boolean isChosenByType(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        ApiRoutes.Operation operation = routes.operation(request.getMethod(), path);
        return operation != null
                && (operation.produces().size() > 1 || operation.produces().contains(MediaType.WILDCARD));
    }

    /** Whether the caller has the representation already. */
    private static boolean isKnown(ContainerRequestContext request, ContainerResponseContext response, String tag) {
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean reads = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        return reads && response.getStatus() == 200 && ifNoneMatch != null && EntityTags.names(ifNoneMatch, tag);
    }

    private static boolean isArchive(@Nullable MediaType type) {
        return type != null && type.getSubtype().equals("zip");
    }

    private static boolean isShort(Object entity) {
        return entity instanceof byte[] bytes && bytes.length < LEAST;
    }

    private static void compress(ContainerResponseContext response) throws IOException {
        if (response.getEntity() instanceof byte[] bytes) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4);
            try (OutputStream gzip = new GZIPOutputStream(compressed, BUFFER)) {
                gzip.write(bytes);
            }
            response.setEntity(compressed.toByteArray());
        } else {
            // Flushed with each piece of a stream, so that its lines arrive while others are still to come.
            ResteasyReactiveRequestContext current = CurrentRequestManager.get();
            current.setOutputStream(new GZIPOutputStream(current.getOrCreateOutputStream(), BUFFER, true));
        }
    }
}
