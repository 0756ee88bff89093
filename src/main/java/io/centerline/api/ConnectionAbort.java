package io.centerline.api;

import io.vertx.core.http.HttpServerRequest;

/**
 * Ends the connection of an answer that has begun and cannot be finished. It returns only when the connection is closed:
 * whatever is answered to the failure afterwards reaches nobody, so that no half list looks whole.
 */
public final class ConnectionAbort implements Runnable {
    private final HttpServerRequest request;

    /** Of the answer to a request; to be run where waiting is allowed. */
    public ConnectionAbort(HttpServerRequest request) {
        this.request = request;
    }

    @Override
    public void run() {
        request.connection()
                .close()
                .toCompletionStage()
                .handle((closed, failed) -> null)
                .toCompletableFuture()
                .join();
    }
}
