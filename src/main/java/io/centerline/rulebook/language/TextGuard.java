package io.centerline.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at a file before any parser does, letter by letter and once: it must be short enough, nest little, close what it
 * opens, and look like what it says. Text that hides (invisible and turning characters, letters that only look alike,
 * escapes, a lone carriage return behind a comment) is refused here.
 */
final class TextGuard {
    private static final int MOST_FINDINGS = 20;
    private static final String STRANGE = "type it anew in a plain text editor";

    /** Letters, marks and symbols that print nothing: joiners, fillers, blank patterns. */
    private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0"
            + Character.toString(0x16FE4) + Character.toString(0x1D159);

    private enum In {
        CODE,
        TEXT,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private final SourceText source;
    private final String text;
    private final LanguageLimits limits;
    private final Origin origin;
    private final List<Finding> findings = new ArrayList<>();
    private In in = In.CODE;
    private int opened;
    private int depth;
    private int tokens;
    private boolean stopped;

    private TextGuard(SourceText source, LanguageLimits limits, Origin origin) {
        this.source = source;
        this.text = source.text();
        this.limits = limits;
        this.origin = origin;
    }

    /** What keeps the file from being parsed; empty when it may be. */
    static List<Finding> check(SourceText source, LanguageLimits limits, Origin origin) {
        TextGuard guard = new TextGuard(source, limits, origin);
        if (source.text().length() > limits.fileLetters()) {
            guard.find(
                    0,
                    1,
                    "the file is longer than " + number(limits.fileLetters()) + " characters",
                    "split it by topic");
        } else {
            guard.lines();
            guard.scan();
        }
        return guard.findings;
    }

    private void lines() {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            int length = (end < 0 ? text.length() : end) - start;
            if (length > limits.lineLetters()) {
                find(
                        start + limits.lineLetters(),
                        1,
                        "the line is longer than " + number(limits.lineLetters()) + " characters",
                        "break it into several");
            }
            start += length + 1;
        }
    }

    private void scan() {
        int at = 0;
        while (!stopped && at < text.length() && findings.size() < MOST_FINDINGS && tokens <= limits.tokens()) {
            int c = text.codePointAt(at);
            if (!visible(c, at)) {
                at += Character.charCount(c);
                continue;
            }
            at = switch (in) {
                case CODE -> code(c, at);
                case TEXT -> text(c, at);
                case LINE_COMMENT -> {
                    in = c == '\n' ? In.CODE : in;
                    yield at + Character.charCount(c);
                }
                case BLOCK_COMMENT -> {
                    boolean closes = text.startsWith("*/", at);
                    in = closes ? In.CODE : in;
                    yield at + (closes ? 2 : Character.charCount(c));
                }
            };
        }
        if (in == In.TEXT) {
            unclosedText();
        }
        if (in == In.BLOCK_COMMENT && at >= text.length()) {
            find(
                    opened,
                    2,
                    "the comment that starts here is never closed",
                    "close it with `*/`, or start its lines with `//`");
        }
        if (tokens > limits.tokens()) {
            find(
                    at,
                    1,
                    "the file holds more than " + number(limits.tokens()) + " words and signs",
                    "split it by topic");
        }
    }

    /** One character outside texts and comments, or a whole word. Gives where to go on. */
    private int code(int c, int at) {
        if (c == ' ' || c == '\t' || c == '\n') {
            return at + 1;
        }
        tokens++;
        if (text.startsWith("//", at) || text.startsWith("/*", at)) {
            in = text.charAt(at + 1) == '/' ? In.LINE_COMMENT : In.BLOCK_COMMENT;
            opened = at;
            return at + 2;
        }
        if (c == '"') {
            in = In.TEXT;
            opened = at;
            return at + 1;
        }
        if (isWord(c)) {
            int end = at;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            return end;
        }
        if (c > '~') {
            find(
                    at,
                    Character.charCount(c),
                    "`" + Character.toString(c) + "` (" + name(c) + ") cannot stand outside texts and comments",
                    Operator.meant(Character.toString(c))
                            .map(operator -> "write `" + operator.symbol() + "`")
                            .orElse("words are written with the letters a to z; " + STRANGE));
        } else if (c == '\'') {
            find(at, 1, "`'` cannot stand outside texts and comments", "texts stand in double quotation marks");
        } else if ("\\`#^~".indexOf(c) >= 0) {
            find(at, 1, "`" + (char) c + "` cannot stand outside texts and comments", "take it out");
        } else if (c == '(' || c == '[' || c == '{') {
            if (++depth == limits.depth() + 1) {
                find(at, 1, "parentheses are nested more than " + limits.depth() + " deep here", "no rule needs that");
            }
        } else if (c == ')' || c == ']' || c == '}') {
            depth = Math.max(0, depth - 1);
        }
        return at + Character.charCount(c);
    }

    /** One character or escape inside quotation marks. */
    private int text(int c, int at) {
        if (c == '\n') {
            unclosedText();
            in = In.CODE;
        } else if (c == '"') {
            in = In.CODE;
        } else if (c == '\\') {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
            if (next == '"' || next == '\\') {
                return at + 2;
            }
            find(
                    at,
                    next == '\n' ? 1 : 2,
                    "`\\" + (next < ' ' || next > '~' ? "" : next) + "` is no escape of the rule language",
                    "write the character itself; only `\\\"` and `\\\\` are escapes");
        }
        return at + Character.charCount(c);
    }

    private void unclosedText() {
        find(
                opened,
                1,
                "the text that starts here has no closing quotation mark",
                "text starts and ends with `\"` on one line");
        // Everything behind it would be read the wrong way round.
        in = In.CODE;
        stopped = true;
    }

    /** Refuses what cannot be seen, or makes the rest look otherwise than it is. */
    private boolean visible(int c, int at) {
        if ((c >= ' ' && c <= '~') || c == '\n' || c == '\t') {
            return true;
        }
        boolean strange = origin == Origin.NEW ? isStrange(c) : isHidden(c);
        if (c == '\r') {
            find(
                    at,
                    1,
                    "a carriage return without a line feed stands here",
                    "save the file with the line ends of Unix or Windows");
        } else if (Character.getType(c) == Character.CONTROL) {
            find(at, 1, "the control character " + code(c) + " cannot stand in a rule file", STRANGE);
        } else if (strange) {
            find(at, 1, "the invisible character " + name(c) + " cannot stand in a rule file", STRANGE);
        }
        return !strange;
    }

    /** Whether a character cannot be seen, or makes others look otherwise than they are. */
    @SuppressWarnings("ReferenceEquality") // Unicode blocks are constants
    static boolean isStrange(int c) {
        return isHidden(c)
                || BLANK.indexOf(c) >= 0
                || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT;
    }

    /** Those of them that no rule ever held. */
    @SuppressWarnings("ReferenceEquality") // Unicode blocks are constants
    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return c == '\u00AD'
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.ENCLOSING_MARK
                || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.VARIATION_SELECTORS;
    }

    private void find(int offset, int width, String message, String help) {
        if (!stopped && findings.size() < MOST_FINDINGS) {
            findings.add(source.finding(offset, width, message, help));
        }
    }

    private static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    }

    /** Its code and its name in Unicode, in lower case. */
    static String name(int c) {
        String name = Character.getName(c);
        return code(c) + (name == null ? "" : " " + name.toLowerCase(Locale.ROOT));
    }

    private static String code(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
