package io.centerline.api;

import io.centerline.journal.DecisionsInProgress;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Chooses the thread of a request that {@link Decides}. There are as many deciding threads as processors: reading a body that is
 * there, deciding and writing wait for nothing, so more threads would only take the processors from one another. A body that is
 * still to come is waited for by one of the service's workers, of which there are many. Requests on deciding threads are counted,
 * since a commit waits for them a little.
 */
@Singleton
public final class DecidingThreads {
    private final ExecutorService deciders = ProcessorThreads.named("decider");
    private final Executor workers;
    private final DecisionsInProgress inProgress;

    /** With the service's workers. */
    DecidingThreads(ExecutorService workers, DecisionsInProgress inProgress) {
        this.workers = workers;
        this.inProgress = inProgress;
    }

    /** Hands the request to its thread. */
    @Decides
    @ServerRequestFilter(nonBlocking = true)
    public void choose(ContainerRequestContext request, RoutingContext context) {
        ResteasyReactiveRequestContext current = CurrentRequestManager.get();
        current.suspend();
        current.resume(context.body().buffer() == null ? workers : this::decide);
    }

    private void decide(Runnable request) {
        inProgress.begin();
        deciders.execute(RequestId.of(() -> {
            try {
                request.run();
            } finally {
                inProgress.end();
            }
        }));
    }

    @PreDestroy
    void stop() {
        deciders.shutdown();
    }
}
