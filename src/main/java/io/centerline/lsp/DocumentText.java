package io.centerline.lsp;

import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** The text of an open document as its editor has it, with its own line ends. Columns are UTF-16 code units, as chars are. */
final class DocumentText {
    private DocumentText() {}

    /** A text after changes, each told by the text that the one before it left. */
    static String changed(String text, List<TextDocumentContentChangeEvent> changes) {
        String now = text;
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            if (range == null) {
                now = change.getText();
            } else {
                int from = offset(now, range.getStart());
                int to = Math.max(from, offset(now, range.getEnd()));
                now = now.substring(0, from) + change.getText() + now.substring(to);
            }
        }
        return now;
    }

    /** The offset of a position; one behind the end of its line or text is that end. */
    static int offset(String text, Position position) {
        int at = 0;
        for (int line = 0; line < position.getLine(); line++) {
            int end = lineEnd(text, at);
            if (end == text.length()) {
                return end;
            }
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return (int) Math.min((long) at + Math.max(0, position.getCharacter()), lineEnd(text, at));
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
