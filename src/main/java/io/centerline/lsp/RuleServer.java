package io.centerline.lsp;

import io.centerline.check.History;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Schedule;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The language server of rule folders, for one client over two streams. */
public final class RuleServer implements LanguageServer {
    private final ClientLog log = new ClientLog();
    private final OpenFolders folders;
    private final FolderChecks checks;
    private final RuleDocuments documents;
    private final RuleWorkspaces workspaces;
    private final String version;
    private final Past past;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile @Nullable History history;
    private boolean watches;
    private volatile boolean shut;

    /** What rules must not change, and why it is not known where it is not. */
    public interface Past {
        /**
         * The history; empty when none is compared.
         *
         * @throws RuntimeException with the reason when it cannot be had; the server then works without
         */
        Optional<History> read();
    }

    private RuleServer(Schedule schedule, Past past, String version) {
        this.version = version;
        this.past = past;
        this.folders = new OpenFolders(schedule, log);
        Supplier<@Nullable History> known = () -> history;
        this.checks = new FolderChecks(log, known);
        this.documents = new RuleDocuments(folders, checks, log);
        this.workspaces = new RuleWorkspaces(folders, checks, log);
    }

    /** Reads what rules must not change, and checks again with it. */
    private void readPast() {
        try {
            Rulebook.warmUp();
            history = past.read().orElse(null);
        } catch (RuntimeException unknown) {
            log.warn("rules are not compared with others: " + unknown.getMessage());
        }
        if (history != null) {
            folders.all().forEach(checks::whole);
        }
    }

    /**
     * Serves a client until it says {@code exit} or its stream ends.
     *
     * @param past what rules must not change; read on a thread of its own
     * @param version the program's version
     * @return whether the client asked for the end before it came
     */
    public static boolean serve(InputStream in, OutputStream out, Schedule schedule, Past past, String version)
            throws InterruptedException {
        RuleServer server = new RuleServer(schedule, past, version);
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        server.log.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        Thread waiting = new Thread(() -> server.awaitStream(listening), "rule server end");
        waiting.setDaemon(true);
        waiting.start();
        try {
            return server.ended.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            server.checks.stop();
            listening.cancel(true);
        }
    }

    private void awaitStream(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException broken) {
            // The stream is gone, and so is the client.
        } finally {
            ended.complete(shut);
        }
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        folders.root(roots(params));
        watches = watches(params.getCapabilities());
        ServerCapabilities can = new ServerCapabilities();
        can.setPositionEncoding(PositionEncodingKind.UTF16);
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(true);
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of("@", ".", "\"", "(", ",", ":", " ")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setCodeLensProvider(new CodeLensOptions(false));
        can.setDocumentFormattingProvider(true);
        WorkspaceFoldersOptions several = new WorkspaceFoldersOptions();
        several.setSupported(true);
        several.setChangeNotifications(true);
        can.setWorkspace(new WorkspaceServerCapabilities(several));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("centerline", version)));
    }

    @SuppressWarnings("deprecation") // older clients name one root only
    private static List<Path> roots(InitializeParams params) {
        List<Path> roots = new ArrayList<>();
        if (params.getWorkspaceFolders() != null) {
            params.getWorkspaceFolders()
                    .forEach(folder -> RuleRoots.file(folder.getUri()).ifPresent(roots::add));
        }
        if (roots.isEmpty() && params.getRootUri() != null) {
            RuleRoots.file(params.getRootUri()).ifPresent(roots::add);
        }
        return roots;
    }

    private static boolean watches(@Nullable ClientCapabilities client) {
        return client != null
                && client.getWorkspace() != null
                && client.getWorkspace().getDidChangeWatchedFiles() != null
                && Boolean.TRUE.equals(
                        client.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration());
    }

    @Override
    public void initialized(InitializedParams params) {
        Thread reading = new Thread(this::readPast, "rules to compare with");
        reading.setDaemon(true);
        reading.start();
        LanguageClient client = log.client();
        if (watches && client != null) {
            CompletableFuture<Void> unused = client.registerCapability(new RegistrationParams(List.of(new Registration(
                    "rule-files",
                    "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(
                            List.of(new FileSystemWatcher(Either.forLeft("**/*.{drl,yaml}"))))))));
        }
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shut = true;
        return CompletableFuture.completedFuture(new Object());
    }

    @Override
    public void exit() {
        ended.complete(shut);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Every client may ask for a trace; there is none.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspaces;
    }
}
