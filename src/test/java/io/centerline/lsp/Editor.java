package io.centerline.lsp;

import io.centerline.check.History;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that talks to the language server over a connection, as a program would. */
final class Editor implements LanguageClient, AutoCloseable {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final long PATIENCE_SECONDS = 60;

    final List<String> messages = new CopyOnWriteArrayList<>();
    final InitializeResult initialized;
    private final Path folder;
    private final LanguageServer server;
    private final CompletableFuture<Boolean> ended;
    private final Map<String, List<Diagnostic>> diagnostics = new ConcurrentHashMap<>();
    private final Socket here;
    private final Socket there;
    private int version;

    /** Opens a folder. */
    Editor(Path folder, RuleServer.Past past) throws IOException {
        this.folder = folder;
        // Pipes of java.io would break when the thread that wrote last has ended.
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            here = new Socket(door.getInetAddress(), door.getLocalPort());
            there = door.accept();
        }
        InputStream toServer = there.getInputStream();
        OutputStream fromServer = there.getOutputStream();
        ended = CompletableFuture.supplyAsync(() -> {
            try {
                return RuleServer.serve(toServer, fromServer, SCHEDULE, past, "1.0");
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        Launcher<LanguageServer> launcher =
                LSPLauncher.createClientLauncher(this, here.getInputStream(), here.getOutputStream());
        server = launcher.getRemoteProxy();
        Future<Void> unused = launcher.startListening();
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "x")));
        initialized = server.initialize(params)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        server.initialized(new InitializedParams());
    }

    static Optional<History> noPast() {
        return Optional.empty();
    }

    LanguageServer server() {
        return server;
    }

    String uri(String path) {
        return folder.resolve(path).toUri().toString();
    }

    TextDocumentIdentifier document(String path) {
        return new TextDocumentIdentifier(uri(path));
    }

    void open(String path, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(path), "drl", ++version, text)));
    }

    void type(String path, int line, int column, int length, String text) {
        change(
                path,
                new TextDocumentContentChangeEvent(
                        new Range(new Position(line, column), new Position(line, column + length)), text));
    }

    void replace(String path, String text) {
        change(path, new TextDocumentContentChangeEvent(text));
    }

    private void change(String path, TextDocumentContentChangeEvent change) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri(path), ++version), List.of(change)));
    }

    void close(String path) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document(path)));
    }

    List<Diagnostic> diagnostics(String path) {
        return diagnostics.getOrDefault(uri(path), List.of());
    }

    /** Waits until what was told of a file is as wanted. */
    List<Diagnostic> await(String path, Predicate<List<Diagnostic>> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (diagnostics) {
            while (!diagnostics.containsKey(uri(path)) || !wanted.test(diagnostics(path))) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("told of " + path + " last: " + diagnostics(path) + "; log: " + messages);
                }
                diagnostics.wait(left);
            }
            return diagnostics(path);
        }
    }

    /** Waits for a message in the log. */
    void awaitMessage() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (messages.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    /** Says goodbye; gives whether the server saw it so. */
    boolean leave() {
        server.shutdown().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        server.exit();
        boolean seen = ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        try (here;
                there) {
            return seen;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        if (!ended.isDone()) {
            leave();
        }
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams told) {
        synchronized (diagnostics) {
            diagnostics.put(told.getUri(), told.getDiagnostics());
            diagnostics.notifyAll();
        }
    }

    @Override
    public void logMessage(MessageParams message) {
        messages.add(message.getMessage());
    }

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object event) {}
}
