package io.centerline.api;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Waits for a short body before any worker thread is asked to look at the request: a sender who takes his time then holds
 * none, and nobody is woken once for each packet. Longer bodies are read by the worker as they come, and only so many
 * at once ({@link RequestFilter#MOST_LONG_BODIES}), which bounds memory.
 */
final class ShortBodies {
    /** Announced lengths up to here are short, in bytes: an importer's 400 lines. */
    static final long LONGEST = 64L << 10;

    private final Duration patience;

    /** With how long one body may take to arrive. */
    ShortBodies(Duration patience) {
        this.patience = patience;
    }

    /**
     * Passes the request on once its body is there. Nobody is told when the sender hangs up before.
     *
     * @param announced its length as announced, in bytes
     * @param late told when the body is not there in time, or longer than announced
     */
    void await(RoutingContext context, int announced, Consumer<RoutingContext> late) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer(announced);
        Vertx vertx = context.vertx();
        long timer = vertx.setTimer(patience.toMillis(), fired -> {
            silence(request);
            late.accept(context);
        });
        request.exceptionHandler(hungUp -> vertx.cancelTimer(timer));
        request.handler(some -> {
            if (body.length() + some.length() <= announced) {
                body.appendBuffer(some);
            } else if (vertx.cancelTimer(timer)) {
                silence(request);
                late.accept(context);
            }
        });
        request.endHandler(ended -> {
            if (vertx.cancelTimer(timer)) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        });
        if (RequestFilter.isWaitingToSend(request)) {
            context.response().writeContinue();
        }
        request.resume();
    }

    private static void silence(HttpServerRequest request) {
        request.handler(ignored -> {}).endHandler(ignored -> {}).exceptionHandler(ignored -> {});
    }
}
