package io.centerline.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is left of a body when its request has been answered already. It is read and dropped, so that the caller, who may
 * still be sending, gets the answer, and so that the next request on the connection is found (RFC 9112, section 9.3). A body
 * that goes on for too long or comes too slowly ends the connection instead.
 */
final class LeftBody {
    private final HttpServerRequest request;
    private final Vertx vertx;
    private final Duration patience;

    private LeftBody(RoutingContext context, Duration patience) {
        this.request = context.request();
        this.vertx = context.vertx();
        this.patience = patience;
    }

    /**
     * Drops what is left once the request is answered.
     *
     * @param patience how long the rest may take to arrive
     */
    static void dropAfterAnswer(RoutingContext context, Duration patience) {
        LeftBody left = new LeftBody(context, patience);
        context.addEndHandler(answered -> {
            if (!left.request.isEnded()) {
                ((HttpServerRequestInternal) left.request).context().runOnContext(here -> left.drop());
            }
        });
    }

    /** On the event loop, where the body cannot end between the question and the handlers. */
    private void drop() {
        if (request.isEnded() || request.response().closed()) {
            return;
        }
        long timer = vertx.setTimer(patience.toMillis(), late -> close());
        AtomicLong heard = new AtomicLong();
        request.exceptionHandler(hungUp -> vertx.cancelTimer(timer));
        request.handler(some -> {
            if (heard.addAndGet(some.length()) > Bodies.MOST_HEARD && vertx.cancelTimer(timer)) {
                close();
            }
        });
        request.endHandler(ended -> vertx.cancelTimer(timer));
        request.resume();
    }

    private void close() {
        request.connection().close();
    }
}
