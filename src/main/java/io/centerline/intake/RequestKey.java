package io.centerline.intake;

import io.centerline.facts.IssueCode;
import io.centerline.text.Utf8;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key that a request has in a field of its own.
 *
 * @param text the key
 * @param from where its value begins, in bytes behind a byte order mark
 * @param to where its value ends
 */
public record RequestKey(String text, int from, int to) {
    /** The most characters a key has. */
    public static final int LONGEST = 255;

    private static final String BLANKS = " \t\r\n";

    /** Whether a text can be a key. */
    public static boolean isKey(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    /** The key at hand; null after reporting that it is none. */
    static @Nullable RequestKey read(JsonCursor cursor, Issues issues) throws IOException {
        int from = cursor.start();
        String text = cursor.text();
        if (text == null) {
            return null;
        }
        if (!isKey(text)) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    cursor,
                    cursor.subject() + " is empty, longer than " + LONGEST + " characters or not plain ASCII",
                    "send a fresh UUID with each new request");
            return null;
        }
        return new RequestKey(text, from, cursor.end());
    }

    /** The body without the field, so that a request is the same whether its key stands in it or beside it. */
    byte[] cutOutOf(byte[] body) {
        int mark = Utf8.markLength(body);
        int begin = blanksBefore(body, fieldBefore(body, mark + from));
        int end = mark + to;
        if (body[begin - 1] == ',') {
            begin--;
        } else {
            end = blanksBehind(body, end);
            end = body[end] == ',' ? blanksBehind(body, end + 1) : end;
        }
        byte[] rest = new byte[body.length - (end - begin)];
        System.arraycopy(body, 0, rest, 0, begin);
        System.arraycopy(body, end, rest, begin, body.length - end);
        return rest;
    }

    /** Where the name of the field begins whose value begins at {@code at}; no name of the field holds a quotation mark. */
    private static int fieldBefore(byte[] body, int at) {
        int colon = blanksBefore(body, at) - 1;
        int quote = blanksBefore(body, colon) - 2;
        while (body[quote] != '"') {
            quote--;
        }
        return quote;
    }

    private static int blanksBefore(byte[] body, int at) {
        int begin = at;
        while (BLANKS.indexOf(body[begin - 1]) >= 0) {
            begin--;
        }
        return begin;
    }

    private static int blanksBehind(byte[] body, int at) {
        int end = at;
        while (BLANKS.indexOf(body[end]) >= 0) {
            end++;
        }
        return end;
    }
}
