package io.centerline.editor;

import io.centerline.rulebook.RuleFolder;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.util.List;

/** Workspaces to edit, and a cursor that is written into a text as {@code ‸}. */
final class Drafts {
    static final String LARGEST = "membership/consumer-products.drl";
    static final String CASES = "membership/consumer-products.cases.yaml";
    static final String CURSOR = "‸";

    /** The shipped rules. */
    static final Workspace SHIPPED =
            Workspace.of(RuleFolder.read(Path.of("rules")).files(), Schedule.load());

    private Drafts() {}

    /** The shipped rules with a piece of a file put in place of another. */
    static Workspace changed(String path, String was, String is) {
        String text = SHIPPED.text(path);
        if (!text.contains(was)) {
            throw new IllegalArgumentException("no `" + was + "` in " + path);
        }
        return SHIPPED.with(path, text.replace(was, is));
    }

    /** The labels of what is offered at the cursor of a text. */
    static List<String> offered(String path, String marked) {
        return completions(path, marked).stream().map(Completion::label).toList();
    }

    static List<Completion> completions(String path, String marked) {
        int at = marked.indexOf(CURSOR);
        return Completions.at(SHIPPED.with(path, marked.replace(CURSOR, "")), path, at);
    }
}
