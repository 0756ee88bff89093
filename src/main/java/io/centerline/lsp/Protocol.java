package io.centerline.lsp;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.editor.Completion;
import io.centerline.editor.Symbol;
import io.centerline.editor.TextLines;
import io.centerline.editor.Workspace;
import io.centerline.rulebook.language.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Writes what the room {@code editor} says as the protocol has it. */
final class Protocol {
    private Protocol() {}

    static Range range(String text, int from, int to) {
        return range(new TextLines(text), from, to);
    }

    private static Range range(TextLines lines, int from, int to) {
        return new Range(position(lines, from), position(lines, to));
    }

    private static Position position(TextLines lines, int offset) {
        return new Position(lines.line(offset), lines.column(offset));
    }

    static int offset(String text, Position position) {
        return new TextLines(text).offset(position.getLine(), position.getCharacter());
    }

    /** A finding with its help, its example and the places it speaks of. */
    static Diagnostic diagnostic(OpenFolder folder, Workspace workspace, io.centerline.check.Diagnostic told) {
        SourcePlace place = told.finding().place();
        TextLines lines = new TextLines(workspace.text(Workspace.path(place)));
        int from = lines.offset(place.line() - 1, place.column() - 1);
        int to = Math.min(from + told.finding().width(), lines.end(lines.line(from)));
        Diagnostic diagnostic = new Diagnostic();
        diagnostic.setRange(range(lines, from, Math.max(from, to)));
        diagnostic.setSeverity(severity(told.severity()));
        diagnostic.setSource("centerline");
        diagnostic.setCode(told.code().name());
        StringBuilder message = new StringBuilder(told.finding().message());
        if (!told.counterexample().isEmpty()) {
            message.append("\nfor example: ").append(told.counterexample());
        }
        if (!told.finding().help().isEmpty()) {
            message.append("\nhelp: ").append(told.finding().help());
        }
        diagnostic.setMessage(message.toString());
        List<DiagnosticRelatedInformation> related = new ArrayList<>();
        for (SourcePlace other : told.related()) {
            related.add(related(folder, workspace, other));
        }
        diagnostic.setRelatedInformation(related);
        return diagnostic;
    }

    private static DiagnosticRelatedInformation related(OpenFolder folder, Workspace workspace, SourcePlace place) {
        String path = Workspace.path(place);
        String text = workspace.text(path);
        TextLines lines = new TextLines(text);
        int from = lines.offset(place.line() - 1, place.column() - 1);
        int to = lines.end(lines.line(from));
        return new DiagnosticRelatedInformation(
                new Location(folder.uri(path), range(lines, from, to)),
                text.substring(from, to).strip());
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }

    static CompletionItem item(String text, Completion completion, int rank) {
        CompletionItem item = new CompletionItem(completion.label());
        item.setKind(
                switch (completion.kind()) {
                    case KEYWORD -> CompletionItemKind.Keyword;
                    case FACT, CONCLUSION -> CompletionItemKind.Class;
                    case FIELD -> CompletionItemKind.Field;
                    case CONSTANT, CENTER -> CompletionItemKind.EnumMember;
                    case VARIABLE -> CompletionItemKind.Variable;
                    case ANNOTATION, KEY -> CompletionItemKind.Property;
                    case ID -> CompletionItemKind.Reference;
                    case NUMBER -> CompletionItemKind.Value;
                    case TEXT -> CompletionItemKind.Text;
                });
        item.setDetail(completion.detail().isEmpty() ? null : completion.detail());
        item.setSortText("%04d".formatted(rank));
        item.setTextEdit(
                Either.forLeft(new TextEdit(range(text, completion.from(), completion.to()), completion.insert())));
        // A client sorts out by what stands there already, which may be a Center's name instead of its constant.
        item.setFilterText(
                text.substring(completion.from(), completion.to()) + completion.label() + completion.detail());
        return item;
    }

    static List<DocumentSymbol> symbols(String text, List<Symbol> symbols) {
        TextLines lines = new TextLines(text);
        return symbols.stream().map(symbol -> symbol(text, lines, symbol)).toList();
    }

    private static DocumentSymbol symbol(String text, TextLines lines, Symbol symbol) {
        Range range = range(lines, symbol.from(), symbol.to());
        int end = text.indexOf('\n', symbol.from());
        int to = end < 0 ? symbol.to() : Math.min(end, symbol.to());
        return new DocumentSymbol(
                symbol.name(),
                switch (symbol.kind()) {
                    case RULE -> SymbolKind.Function;
                    case CASE -> SymbolKind.Event;
                    case SCENARIO -> SymbolKind.Module;
                    case EVIDENCE -> SymbolKind.Object;
                },
                range,
                range(lines, symbol.from(), to),
                symbol.detail(),
                symbol.children().stream()
                        .map(child -> symbol(text, lines, child))
                        .toList());
    }

    /** The one edit that makes a text another one: what lies between their common beginning and their common end. */
    static TextEdit edit(String was, String is) {
        int from = 0;
        int most = Math.min(was.length(), is.length());
        while (from < most && was.charAt(from) == is.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < most - from && was.charAt(was.length() - 1 - end) == is.charAt(is.length() - 1 - end)) {
            end++;
        }
        return new TextEdit(range(was, from, was.length() - end), is.substring(from, is.length() - end));
    }
}
