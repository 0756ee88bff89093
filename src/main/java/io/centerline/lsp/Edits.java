package io.centerline.lsp;

import io.centerline.editor.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Writes changed texts as edits that a client applies. */
final class Edits {
    private Edits() {}

    static WorkspaceEdit of(OpenFolder folder, Workspace workspace, SortedMap<String, String> changed) {
        if (workspace.files().keySet().containsAll(changed.keySet())) {
            Map<String, List<TextEdit>> edits = new HashMap<>();
            changed.forEach(
                    (path, text) -> edits.put(folder.uri(path), List.of(Protocol.edit(workspace.text(path), text))));
            return new WorkspaceEdit(edits);
        }
        List<Either<TextDocumentEdit, ResourceOperation>> edits = new ArrayList<>();
        changed.forEach((path, text) -> {
            String uri = folder.uri(path);
            if (!workspace.files().containsKey(path)) {
                edits.add(Either.forRight(new CreateFile(uri)));
            }
            edits.add(Either.forLeft(new TextDocumentEdit(
                    new VersionedTextDocumentIdentifier(uri, null),
                    List.of(Protocol.edit(workspace.text(path), text)))));
        });
        return new WorkspaceEdit(edits);
    }
}
