package io.centerline.lsp;

import io.centerline.rulebook.language.Finding;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule folders whose files a client has open. Safe for any number of threads. */
final class OpenFolders {
    private final Schedule schedule;
    private final ClientLog log;
    private final Map<Path, OpenFolder> folders = new LinkedHashMap<>();
    private List<Path> workspaceFolders = List.of();

    OpenFolders(Schedule schedule, ClientLog log) {
        this.schedule = schedule;
        this.log = log;
    }

    /** A file of a rule folder. */
    record File(OpenFolder folder, String path) {}

    /** The folders that the client has open. */
    synchronized void root(List<Path> roots) {
        workspaceFolders = List.copyOf(roots);
    }

    synchronized List<Path> roots() {
        return workspaceFolders;
    }

    synchronized Collection<OpenFolder> all() {
        return new ArrayList<>(folders.values());
    }

    /** The file of a URI, with its folder, which is read when its first file is asked for; empty for what is no such file. */
    synchronized Optional<File> find(String uri) {
        return RuleRoots.file(uri).flatMap(file -> {
            Path root = RuleRoots.of(file, workspaceFolders);
            String path = root.relativize(file).toString().replace('\\', '/');
            if (!DiskFiles.isOurs(path)) {
                return Optional.empty();
            }
            OpenFolder folder = folders.get(root);
            if (folder == null) {
                folder = new OpenFolder(root, schedule);
                folders.put(root, folder);
                if (!folder.faults().isEmpty()) {
                    log.error("the rule folder `" + root + "` cannot be read whole:\n"
                            + Finding.renderAll(folder.faults()));
                }
            }
            return Optional.of(new File(folder, path));
        });
    }
}
