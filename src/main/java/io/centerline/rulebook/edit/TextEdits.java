package io.centerline.rulebook.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in one text, told by the offsets of the text as it was. They do not overlap. Not thread-safe. */
public final class TextEdits {
    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int from, int to, String text) {}

    public TextEdits(String text) {
        this.text = text;
    }

    /** The text as it was. */
    public String text() {
        return text;
    }

    /** Puts a text in place of what stands between two offsets. */
    public void replace(int from, int to, String with) {
        edits.add(new Edit(from, to, with));
    }

    /** Puts a text in at an offset, behind what was put in there before. */
    public void insert(int at, String added) {
        replace(at, at, added);
    }

    /** The text with all replacements. */
    public String applied() {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Edit edit : edits.stream().sorted(Comparator.comparing(Edit::from)).toList()) {
            out.append(text, at, edit.from()).append(edit.text());
            at = edit.to();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** The offset of a line and column, both from 1. */
    public int offset(int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + column - 1;
    }
}
