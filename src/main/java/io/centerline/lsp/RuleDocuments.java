package io.centerline.lsp;

import io.centerline.check.Diagnostic;
import io.centerline.check.History;
import io.centerline.editor.Completion;
import io.centerline.editor.Completions;
import io.centerline.editor.Formatting;
import io.centerline.editor.Hovers;
import io.centerline.editor.Lenses;
import io.centerline.editor.Place;
import io.centerline.editor.Places;
import io.centerline.editor.QuickFix;
import io.centerline.editor.QuickFixes;
import io.centerline.editor.Symbols;
import io.centerline.editor.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Takes the documents that an editor opens and changes, and answers what it asks of them. */
final class RuleDocuments implements TextDocumentService {
    private static final int MOST_COMPLETIONS = 200;

    private final OpenFolders folders;
    private final FolderChecks checks;
    private final ClientLog log;

    RuleDocuments(OpenFolders folders, FolderChecks checks, ClientLog log) {
        this.folders = folders;
        this.checks = checks;
        this.log = log;
    }

    /** A document and the folder it lies in, with the texts as they are now. */
    private record Document(OpenFolder folder, Workspace workspace, String path) {
        String text() {
            return workspace.text(path);
        }

        int offset(Position position) {
            return Protocol.offset(text(), position);
        }
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        guarded(
                "taking the text",
                () -> folders.find(uri)
                        .ifPresent(file -> show(file, params.getTextDocument().getText())));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        guarded(
                "changing the text",
                () -> folders.find(uri)
                        .ifPresent(file -> file.folder()
                                .text(file.path())
                                .ifPresentOrElse(
                                        was -> show(file, DocumentText.changed(was, params.getContentChanges())),
                                        () -> log.warn("`" + file.path()
                                                + "` is not open, so its change is not taken; open it again"))));
    }

    private void show(OpenFolders.File file, String text) {
        file.folder().show(file.path(), text);
        checks.typed(file.folder(), file.path());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        guarded(
                "closing the text",
                () -> folders.find(params.getTextDocument().getUri()).ifPresent(file -> {
                    file.folder().close(file.path());
                    checks.typed(file.folder(), file.path());
                }));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        guarded(
                "checking the saved text",
                () -> folders.find(params.getTextDocument().getUri()).ifPresent(file -> {
                    file.folder().reread();
                    checks.typed(file.folder(), file.path());
                }));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer("completion", params.getTextDocument().getUri(), Either.forLeft(List.of()), document -> {
            List<CompletionItem> items = new ArrayList<>();
            List<Completion> found =
                    Completions.at(document.workspace(), document.path(), document.offset(params.getPosition()));
            for (Completion each : found) {
                items.add(Protocol.item(document.text(), each, items.size()));
            }
            return Either.forRight(new CompletionList(found.size() >= MOST_COMPLETIONS, items));
        });
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return answer(
                        "hover",
                        params.getTextDocument().getUri(),
                        Optional.<Hover>empty(),
                        document -> Hovers.at(
                                        document.workspace(), document.path(), document.offset(params.getPosition()))
                                .map(hover -> new Hover(
                                        new MarkupContent(MarkupKind.MARKDOWN, hover.markdown()),
                                        Protocol.range(document.text(), hover.from(), hover.to()))))
                .thenApply(found -> found.orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return answer(
                "definition",
                params.getTextDocument().getUri(),
                Either.forLeft(List.of()),
                document -> Either.forLeft(locations(
                        document,
                        Places.definitionsAt(
                                document.workspace(), document.path(), document.offset(params.getPosition())))));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return answer(
                "references",
                params.getTextDocument().getUri(),
                List.of(),
                document -> locations(
                        document,
                        Places.referencesAt(
                                document.workspace(), document.path(), document.offset(params.getPosition()))));
    }

    private static List<Location> locations(Document document, List<Place> places) {
        return places.stream()
                .map(place -> new Location(
                        document.folder().uri(place.path()),
                        Protocol.range(document.workspace().text(place.path()), place.from(), place.to())))
                .toList();
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                "documentSymbol",
                params.getTextDocument().getUri(),
                List.of(),
                document ->
                        Protocol.symbols(document.text(), Symbols.of(document.workspace(), document.path())).stream()
                                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                                .toList());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return answer("codeAction", params.getTextDocument().getUri(), List.of(), document -> {
            List<Either<Command, CodeAction>> actions = new ArrayList<>();
            History history = checks.history();
            for (Diagnostic each : checks.current(document.folder(), document.path())) {
                org.eclipse.lsp4j.Diagnostic told = Protocol.diagnostic(document.folder(), document.workspace(), each);
                if (touches(told.getRange(), params.getRange())) {
                    for (QuickFix fix : QuickFixes.of(document.workspace(), each, history)) {
                        CodeAction action = new CodeAction(fix.title());
                        action.setKind(CodeActionKind.QuickFix);
                        action.setDiagnostics(List.of(told));
                        action.setEdit(Edits.of(document.folder(), document.workspace(), fix.changed()));
                        actions.add(Either.forRight(action));
                    }
                }
            }
            return actions;
        });
    }

    private static boolean touches(Range a, Range b) {
        return !isBefore(a.getEnd(), b.getStart()) && !isBefore(b.getEnd(), a.getStart());
    }

    private static boolean isBefore(Position a, Position b) {
        return a.getLine() != b.getLine() ? a.getLine() < b.getLine() : a.getCharacter() < b.getCharacter();
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return answer("codeLens", params.getTextDocument().getUri(), List.of(), document -> {
            History history = checks.history();
            return Lenses.of(document.workspace(), document.path(), history == null ? null : history.rulebook())
                    .stream()
                    .map(lens -> new CodeLens(
                            Protocol.range(document.text(), lens.from(), lens.from()),
                            new Command(lens.text(), ""),
                            null))
                    .toList();
        });
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer("formatting", params.getTextDocument().getUri(), List.of(), document -> {
            String formatted = Formatting.of(document.path(), document.text());
            return formatted.equals(document.text()) ? List.of() : List.of(Protocol.edit(document.text(), formatted));
        });
    }

    private void guarded(String what, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException fault) {
            log.fault(what, fault);
        }
    }

    private <T> CompletableFuture<T> answer(String what, String uri, T none, Function<Document, T> answer) {
        try {
            return CompletableFuture.completedFuture(folders.find(uri)
                    .map(file -> answer.apply(
                            new Document(file.folder(), file.folder().workspace(), file.path())))
                    .orElse(none));
        } catch (RuntimeException fault) {
            log.fault(what, fault);
            return CompletableFuture.completedFuture(none);
        }
    }
}
