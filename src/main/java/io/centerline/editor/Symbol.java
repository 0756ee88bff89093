package io.centerline.editor;

import java.util.List;

/**
 * Something that a file holds, for its outline.
 *
 * @param name as a list shows it, never empty
 * @param kind what it is
 * @param detail a few words more; may be empty
 * @param from the offset of its first char
 * @param to the offset behind its last one
 * @param children what it holds itself
 */
public record Symbol(String name, Kind kind, String detail, int from, int to, List<Symbol> children) {

    /** What kinds there are. */
    public enum Kind {
        /** A rule. */
        RULE,
        /** A case of a rule, or of a scenario. */
        CASE,
        /** A scenario. */
        SCENARIO,
        /** A piece of evidence. */
        EVIDENCE
    }

    public Symbol {
        children = List.copyOf(children);
    }
}
