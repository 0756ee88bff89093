package io.centerline.editor;

import java.util.List;

/** Says what could be written at a place: words of the vocabulary, Centers, ids, keys. Stateless. */
public final class Completions {
    private static final int MOST = 200;

    private Completions() {}

    /**
     * What could stand at an offset, what fits best first; empty for a file that is not there.
     *
     * @param offset a place in the text of the file; one outside is cut to it
     */
    public static List<Completion> at(Workspace workspace, String path, int offset) {
        SourceFile source = workspace.find(path).orElse(null);
        if (source == null) {
            return List.of();
        }
        int at = Math.max(0, Math.min(offset, source.text().length()));
        List<Completion> found = source.isRules()
                ? new RuleCompletions(workspace, source, at).list()
                : new YamlCompletions(workspace, source, at).list();
        return found.stream().limit(MOST).toList();
    }
}
