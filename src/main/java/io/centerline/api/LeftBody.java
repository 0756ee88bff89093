package io.centerline.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * What is left of a body when its request has been answered already. It is read and dropped, so that the caller, who may
 * still be sending, gets the answer, and so that the next request on the connection is found (RFC 9112, section 9.3). A body
 * that goes on for too long or comes too slowly ends the connection instead.
 */
final class LeftBody {
    private final HttpServerRequest request;
    private final Vertx vertx;
    private final Duration patience;
    private long heard;
    private boolean isHeardOut;
    private long timer = -1;

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

    /**
     * On the event loop, where the body cannot end between a question and its answer. A request that has ended is none that is
     * {@link HttpServerRequest#isEnded ended} while it is paused, as whoever read its body left it, so it is resumed before it is
     * asked.
     */
    private void drop() {
        if (request.isEnded() || request.response().closed()) {
            return;
        }
        request.exceptionHandler(hungUp -> heardOut());
        request.handler(some -> {
            heard += some.length();
            if (heard > Bodies.MOST_HEARD) {
                heardOut();
                close();
            }
        });
        request.endHandler(ended -> heardOut());
        request.resume();
        if (!isHeardOut && !request.isEnded()) {
            timer = vertx.setTimer(patience.toMillis(), late -> close());
        }
    }

    private void heardOut() {
        isHeardOut = true;
        vertx.cancelTimer(timer);
    }

    private void close() {
        request.connection().close();
    }
}
