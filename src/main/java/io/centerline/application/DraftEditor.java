package io.centerline.application;

import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic;
import io.centerline.editor.Completion;
import io.centerline.editor.Completions;
import io.centerline.editor.Hover;
import io.centerline.editor.Hovers;
import io.centerline.editor.QuickFix;
import io.centerline.editor.QuickFixes;
import io.centerline.editor.Workspace;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers an editor of a draft while somebody types: the text sent stands in place of the file. Thread-safe. */
@Singleton
public final class DraftEditor {
    private static final int KEPT = 8;

    private final DraftChecks checks;
    private final Schedule schedule;
    private final Map<Key, Workspace> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Workspace> eldest) {
            return size() > KEPT;
        }
    });

    DraftEditor(DraftChecks checks, Schedule schedule) {
        this.checks = checks;
        this.schedule = schedule;
    }

    /** A draft as it was saved. */
    private record Key(UUID draft, long version, String base) {}

    /** The folder with a text in place of a file. */
    public Workspace workspace(DraftFolder folder, String path, String text) {
        Key key = new Key(
                folder.draft().id(), folder.draft().version(), folder.draft().base());
        return kept.computeIfAbsent(key, unused -> Workspace.of(folder.files(), schedule))
                .with(path, text);
    }

    /** What a file says by itself, and cheaply against the others. */
    public List<Diagnostic> findings(DraftFolder folder, String path, String text) {
        return workspace(folder, path, text).findings(path);
    }

    /** The whole check. */
    public CheckReport whole(DraftFolder folder, String path, String text) {
        return checks.check(workspace(folder, path, text).folder()).report();
    }

    /** What could be written at a place. */
    public List<Completion> completions(DraftFolder folder, String path, String text, int offset) {
        return Completions.at(workspace(folder, path, text), path, offset);
    }

    /** What stands at a place. */
    public Optional<Hover> hover(DraftFolder folder, String path, String text, int offset) {
        return Hovers.at(workspace(folder, path, text), path, offset);
    }

    /** What would mend a finding of a text. */
    public List<QuickFix> fixes(DraftFolder folder, String path, String text, Diagnostic found) {
        return QuickFixes.of(workspace(folder, path, text), found);
    }
}
