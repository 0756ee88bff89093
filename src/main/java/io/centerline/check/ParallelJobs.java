package io.centerline.check;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does independent jobs on the processors there are, a few at most, so that a service goes on answering. */
final class ParallelJobs {
    private static final int MOST = 4;

    private ParallelJobs() {}

    /** Returns when all are done; what a job throws is thrown. */
    static void run(List<Runnable> jobs) {
        int threads = Math.min(Math.min(MOST, Runtime.getRuntime().availableProcessors()), jobs.size());
        if (threads <= 1) {
            jobs.forEach(Runnable::run);
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, job -> {
            Thread worker = new Thread(job, "rule check");
            worker.setDaemon(true);
            return worker;
        });
        try {
            List<Callable<Object>> calls =
                    jobs.stream().map(Executors::callable).toList();
            for (Future<Object> done : workers.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking rules", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
