package io.centerline.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Hears of files that others changed and of folders that a client opens or closes. */
final class RuleWorkspaces implements WorkspaceService {
    private final OpenFolders folders;
    private final FolderChecks checks;
    private final ClientLog log;

    RuleWorkspaces(OpenFolders folders, FolderChecks checks, ClientLog log) {
        this.folders = folders;
        this.checks = checks;
        this.log = log;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to set.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        try {
            for (OpenFolder folder : folders.all()) {
                boolean ours = params.getChanges().stream()
                        .flatMap(change -> RuleRoots.file(change.getUri()).stream())
                        .anyMatch(file -> file.startsWith(folder.root()));
                if (ours) {
                    folder.reread();
                    folder.open().forEach(path -> checks.typed(folder, path));
                    checks.whole(folder);
                }
            }
        } catch (RuntimeException fault) {
            log.fault("reading changed files", fault);
        }
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        List<Path> roots = new ArrayList<>(folders.roots());
        params.getEvent()
                .getRemoved()
                .forEach(gone -> RuleRoots.file(gone.getUri()).ifPresent(roots::remove));
        params.getEvent()
                .getAdded()
                .forEach(come -> RuleRoots.file(come.getUri()).ifPresent(roots::add));
        folders.root(roots);
    }
}
