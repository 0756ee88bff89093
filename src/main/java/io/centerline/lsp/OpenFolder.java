package io.centerline.lsp;

import io.centerline.check.Diagnostic;
import io.centerline.check.DiagnosticCode;
import io.centerline.editor.Workspace;
import io.centerline.rulebook.language.Finding;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One rule folder: what lies on disk, with the texts of open documents laid over it. Safe for any number of threads. */
final class OpenFolder {
    private final Path root;
    private final Map<String, String> open = new HashMap<>();
    private volatile Workspace workspace;
    private volatile List<Finding> faults;

    OpenFolder(Path root, Schedule schedule) {
        this.root = root;
        DiskFiles.Read read = DiskFiles.read(root);
        this.workspace = Workspace.of(read.texts(), schedule);
        this.faults = read.faults();
    }

    Path root() {
        return root;
    }

    Workspace workspace() {
        return workspace;
    }

    /** Why the folder cannot be taken as it lies on disk. */
    List<Finding> faults() {
        return faults;
    }

    /** The same for one file that is not open. */
    List<Diagnostic> faults(String path) {
        return faults.stream()
                .filter(fault -> Workspace.path(fault.place()).equals(path))
                .map(fault ->
                        new Diagnostic(Diagnostic.Severity.ERROR, DiagnosticCode.UNREADABLE, fault, List.of(), ""))
                .toList();
    }

    String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    String uri(String path) {
        return root.resolve(path).toUri().toString();
    }

    /** The text of an open document as its editor has it; empty when it is not open. */
    synchronized Optional<String> text(String path) {
        return Optional.ofNullable(open.get(path));
    }

    synchronized Set<String> open() {
        return Set.copyOf(open.keySet());
    }

    synchronized void show(String path, String text) {
        open.put(path, text);
        workspace = workspace.with(path, text);
    }

    /** Lets go of a document, so that what lies on disk counts again. */
    synchronized void close(String path) {
        open.remove(path);
        workspace = DiskFiles.read(root, path)
                .map(text -> workspace.with(path, text))
                .orElseGet(() -> workspace.without(path));
    }

    /** Reads the folder again, since something changed files outside; open documents stay. */
    synchronized void reread() {
        DiskFiles.Read read = DiskFiles.read(root);
        TreeMap<String, String> texts = new TreeMap<>(read.texts());
        texts.putAll(open);
        Workspace next = workspace;
        Set<String> gone = next.files().keySet().stream()
                .filter(path -> !texts.containsKey(path))
                .collect(Collectors.toSet());
        for (String path : gone) {
            next = next.without(path);
        }
        workspace = next.with(texts);
        faults = read.faults();
    }
}
