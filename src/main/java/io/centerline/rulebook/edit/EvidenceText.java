package io.centerline.rulebook.edit;

import io.centerline.rulebook.evidence.Piece;
import java.util.List;
import java.util.regex.Pattern;

/** Writes pieces of evidence as {@code evidence.yaml} holds them. */
final class EvidenceText {
    private static final int WIDTH = 115;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,;()/'&-]*[A-Za-z0-9.)]");

    private EvidenceText() {}

    /** The next free id, behind all that were used. */
    static String nextId(List<Piece> pieces) {
        int last = pieces.stream()
                .mapToInt(piece -> Integer.parseInt(piece.id().substring("SRC-".length())))
                .max()
                .orElse(0);
        return "SRC-%03d".formatted(last + 1);
    }

    /** A piece, with the empty line before it. */
    static String of(String id, RangeMove move, RangeMove.Source source) {
        String range = move.range().written();
        return "\n- id: " + id + "\n"
                + "  kind: " + source.kind() + "\n"
                + "  center: " + move.range().center().code() + "\n"
                + "  ranges: [ " + (range.contains("-") ? range : '"' + range + '"') + " ]\n"
                + "  date: " + source.date() + "\n"
                + "  inForce: " + move.from() + "/..\n"
                + "  citation: " + scalar(move.citation()) + "\n"
                + "  text: " + text(source.text()) + "\n";
    }

    private static String text(String text) {
        if (text.length() + "  text: ".length() <= WIDTH) {
            return scalar(text);
        }
        return ">-\n    " + String.join("\n    ", RuleDraft.wrapped(text, WIDTH - 4));
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : RuleDraft.quoted(text);
    }
}
