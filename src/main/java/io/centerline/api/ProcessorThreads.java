package io.centerline.api;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for work that seldom or never waits: as many as processors. */
final class ProcessorThreads {
    private ProcessorThreads() {}

    /** New ones, which do not keep the program from ending. */
    static ExecutorService named(String name) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
