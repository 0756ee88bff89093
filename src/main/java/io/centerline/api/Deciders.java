package io.centerline.api;

import io.centerline.journal.UnderWay;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Decides on as many threads as there are processors. Reading a body that is there, deciding and writing wait for nothing, so more
 * threads would only take the processors from one another, and each would be woken for one request and put to sleep after it.
 * Whatever has to wait, for the rest of a body or for the database, is done by the service's workers, of which there are many.
 * What is being decided is counted, as a commit waits for it a little.
 */
@Singleton
final class Deciders {
    private final ExecutorService deciders = ProcessorThreads.named("decider");
    private final Executor workers;
    private final UnderWay underWay;

    /** With the service's workers. */
    Deciders(ExecutorService workers, UnderWay underWay) {
        this.workers = workers;
        this.underWay = underWay;
    }

    /**
     * Answers the current request on a thread that decides when its body is there, and otherwise by a worker.
     *
     * @param work given the body; must not wait for anything else, which is what {@link #waiting} is for
     */
    CompletionStage<RestResponse<byte[]>> answer(
            RoutingContext context, Function<InputStream, CompletionStage<RestResponse<byte[]>>> work) {
        InputStream body = CurrentRequestManager.get().getInputStream();
        if (context.body().buffer() == null) {
            return waiting(() -> work.apply(body));
        }
        underWay.begin();
        return on(deciders, () -> {
            try {
                return work.apply(body);
            } finally {
                underWay.end();
            }
        });
    }

    /** Goes on by a worker. */
    CompletionStage<RestResponse<byte[]>> waiting(Supplier<CompletionStage<RestResponse<byte[]>>> work) {
        return on(workers, work);
    }

    private static CompletionStage<RestResponse<byte[]>> on(
            Executor threads, Supplier<CompletionStage<RestResponse<byte[]>>> work) {
        return CompletableFuture.supplyAsync(work, threads).thenCompose(Function.identity());
    }

    @PreDestroy
    void stop() {
        deciders.shutdown();
    }
}
