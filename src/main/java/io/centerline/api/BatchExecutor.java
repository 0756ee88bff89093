package io.centerline.api;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** The threads that answer lines of batches: as many as processors, however many batches there are. */
@Singleton
public final class BatchExecutor implements Executor {
    private final ExecutorService threads = ProcessorThreads.named("batch");

    @Override
    public void execute(Runnable task) {
        threads.execute(RequestId.of(task));
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
