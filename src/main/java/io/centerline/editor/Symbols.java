package io.centerline.editor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists what a file holds, for its outline. Stateless. */
public final class Symbols {
    private static final Pattern STORY = Pattern.compile("(?m)^story:[ \\t]*(.*\\S)");

    private Symbols() {}

    /** The rules, cases or pieces of evidence of a file, half typed ones too, in its order. */
    public static List<Symbol> of(Workspace workspace, String path) {
        SourceFile source = workspace.find(path).orElse(null);
        if (source == null) {
            return List.of();
        }
        if (source.isRules()) {
            return source.blocks().stream().map(Symbols::rule).toList();
        }
        List<Symbol> items = ListItem.list(source.text()).stream()
                .filter(item -> item.key().equals(source.isCases() ? "rule" : source.isEvidence() ? "id" : "name"))
                .map(item -> new Symbol(
                        item.value().isEmpty() ? item.key() : item.value(),
                        source.isEvidence() ? Symbol.Kind.EVIDENCE : Symbol.Kind.CASE,
                        "",
                        item.from(),
                        item.to(),
                        List.of()))
                .toList();
        Matcher story = STORY.matcher(source.text());
        return source.isScenario() && story.find()
                ? List.of(new Symbol(
                        story.group(1),
                        Symbol.Kind.SCENARIO,
                        "",
                        story.start(),
                        source.text().length(),
                        items))
                : items;
    }

    private static Symbol rule(RuleBlock block) {
        String id = block.id().isEmpty() ? "rule" : block.id();
        return new Symbol(id, Symbol.Kind.RULE, block.title(), block.from(), block.to(), List.of());
    }
}
