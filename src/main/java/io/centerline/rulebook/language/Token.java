package io.centerline.rulebook.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of an expression.
 *
 * @param kind what it is
 * @param text as written
 * @param offset where it starts in the file
 */
record Token(Kind kind, String text, int offset) {

    /** Signs of other languages that are told as one, the longer ones first. */
    private static final List<String> SIGNS = List.of("===", "!==", "=>", "=<", "=!", "<>", "&&", "||", "//", "/*");

    enum Kind {
        NAME,
        VARIABLE,
        NUMBER,
        TEXT,
        SYMBOL,
        OTHER,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Splits an expression; what has no place in the language becomes {@link Kind#OTHER} and is refused where it stands. */
    static List<Token> split(String text, int offset) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
                continue;
            }
            int end = end(text, at);
            tokens.add(new Token(kind(c), text.substring(at, end), offset + at));
            at = end;
        }
        tokens.add(new Token(Kind.END, "", offset + text.length()));
        return tokens;
    }

    private static Kind kind(char c) {
        if (c == '$') {
            return Kind.VARIABLE;
        }
        if (isLetter(c)) {
            return Kind.NAME;
        }
        if (isDigit(c)) {
            return Kind.NUMBER;
        }
        if (c == '"') {
            return Kind.TEXT;
        }
        return "<>=!:.,();-".indexOf(c) >= 0 ? Kind.SYMBOL : Kind.OTHER;
    }

    private static int end(String text, int start) {
        char c = text.charAt(start);
        int at = start + 1;
        if (c == '$' || isLetter(c)) {
            while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
        } else if (isDigit(c)) {
            while (at < text.length() && (isDigit(text.charAt(at)) || isPoint(text, at) || isLetter(text.charAt(at)))) {
                at++;
            }
        } else if (c == '"' || c == '\'') {
            while (at < text.length() && text.charAt(at) != c) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(at + 1, text.length());
        } else if (sign(text, start) > 0) {
            at += sign(text, start) - 1;
        } else if ("<>=!".indexOf(c) >= 0 && at < text.length() && text.charAt(at) == '=') {
            at++;
        }
        return at;
    }

    /** The length of a sign of another language; 0 when none stands here. */
    private static int sign(String text, int start) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, start)) {
                return sign.length();
            }
        }
        return 0;
    }

    private static boolean isPoint(String text, int at) {
        return text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
