package io.centerline.lsp;

import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic;
import io.centerline.check.History;
import io.centerline.editor.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Tells the client what is wrong, twice: a file by itself right after a keystroke, and the whole folder a moment later, on a
 * thread of its own. A later keystroke ends both.
 */
final class FolderChecks {
    private static final long SOON = 20;
    private static final long LATER = 250;

    private final ClientLog log;
    private final Supplier<@Nullable History> history;
    private final ScheduledExecutorService soon = executor("rule findings");
    private final ScheduledExecutorService later = executor("rule folder check");
    private final Map<OpenFolder, Future<?>> pending = new ConcurrentHashMap<>();
    private final Map<String, Future<?>> typing = new ConcurrentHashMap<>();
    private final Map<OpenFolder, Told> told = new ConcurrentHashMap<>();

    /** What was told of a folder: the files with findings, and the findings of each with the texts they were found in. */
    private static final class Told {
        private final Map<String, Found> files = new ConcurrentHashMap<>();
    }

    /**
     * Findings of a file.
     *
     * @param workspace the texts they were found in
     */
    record Found(Workspace workspace, List<Diagnostic> diagnostics) {}

    FolderChecks(ClientLog log, Supplier<@Nullable History> history) {
        this.log = log;
        this.history = history;
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(job -> {
            Thread thread = new Thread(job, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Something was typed into a file. */
    void typed(OpenFolder folder, String path) {
        Future<?> before = typing.put(
                folder.uri(path), soon.schedule(() -> guarded(() -> own(folder, path)), SOON, TimeUnit.MILLISECONDS));
        if (before != null) {
            before.cancel(false);
        }
        whole(folder);
    }

    /** The folder is to be checked as a whole. */
    void whole(OpenFolder folder) {
        Future<?> before =
                pending.put(folder, later.schedule(() -> guarded(() -> check(folder)), LATER, TimeUnit.MILLISECONDS));
        if (before != null) {
            before.cancel(true);
        }
    }

    /** The findings of a file as far as they are those of its text now. */
    List<Diagnostic> current(OpenFolder folder, String path) {
        Told known = told.get(folder);
        Found found = known == null ? null : known.files.get(path);
        return found != null && found.workspace() == folder.workspace()
                ? found.diagnostics()
                : folder.workspace().findings(path);
    }

    void stop() {
        soon.shutdownNow();
        later.shutdownNow();
    }

    private void guarded(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException fault) {
            // A check that a later keystroke ended says so by an exception.
            if (!Thread.interrupted() && !soon.isShutdown()) {
                log.fault("the check of the rules", fault);
            }
        }
    }

    private void own(OpenFolder folder, String path) {
        Workspace workspace = folder.workspace();
        List<Diagnostic> found = new ArrayList<>(workspace.findings(path));
        if (!folder.open().contains(path)) {
            found.addAll(folder.faults(path));
        }
        publish(folder, path, new Found(workspace, found));
    }

    private void check(OpenFolder folder) {
        Workspace workspace = folder.workspace();
        CheckReport report = workspace.check(history.get());
        if (Thread.currentThread().isInterrupted() || workspace != folder.workspace()) {
            return;
        }
        Set<String> paths = new HashSet<>(workspace.files().keySet());
        Told known = told.computeIfAbsent(folder, any -> new Told());
        paths.addAll(known.files.keySet());
        folder.faults().forEach(fault -> paths.add(Workspace.path(fault.place())));
        String first = folder.open().stream().sorted().findFirst().orElse("");
        for (String path : paths) {
            List<Diagnostic> found = new ArrayList<>();
            for (Diagnostic each : report.diagnostics()) {
                String file = Workspace.path(each.finding().place());
                // What is said of the folder as a whole is shown in a file that can be seen.
                boolean ofFolder = !workspace.files().containsKey(file);
                if (file.equals(path) || (ofFolder && path.equals(first))) {
                    found.add(each);
                }
            }
            if (!folder.open().contains(path)) {
                found.addAll(folder.faults(path));
            }
            if (!found.isEmpty() || known.files.containsKey(path)) {
                publish(folder, path, new Found(workspace, found));
            }
        }
    }

    private synchronized void publish(OpenFolder folder, String path, Found found) {
        Told known = told.computeIfAbsent(folder, any -> new Told());
        LanguageClient client = log.client();
        boolean stale = !found.workspace().text(path).equals(folder.workspace().text(path));
        if (client == null || stale) {
            return;
        }
        known.files.put(path, found);
        client.publishDiagnostics(new PublishDiagnosticsParams(
                folder.uri(path),
                found.diagnostics().stream()
                        .map(each -> Protocol.diagnostic(folder, found.workspace(), each))
                        .toList()));
    }

    @Nullable
    History history() {
        return history.get();
    }
}
