package io.centerline.editor;

import io.centerline.rulebook.language.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays texts out as the shipped rules are: indents, blanks in conditions, one empty line between rules, no blanks at line ends.
 * Words, texts in quotation marks and comments stay as they are, so what a file says does not change. Stateless.
 */
public final class Formatting {
    private static final Pattern TOP = Pattern.compile("(rule|when|then|end|package|import)\\b.*");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
    private static final Pattern TOKEN = Pattern.compile("[\\w$.]+|==|!=|<=|>=|[<>(),;:]|\\S");
    private static final Pattern BEGIN = Pattern.compile("rule\\b.*");

    private Formatting() {}

    /**
     * A text laid out; one that is not of a rule folder, or holds what cannot be laid out, comes back as it is.
     *
     * @param path the file below the rule folder, whose ending tells what it is
     * @param text its text, half typed or not
     */
    public static String of(String path, String text) {
        if (path.endsWith(SourceFile.RULES)) {
            return rules(text);
        }
        return path.endsWith(".yaml") ? ended(stripped(text)) : text;
    }

    private static String stripped(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(line.stripTrailing()).append('\n'));
        return lines.toString();
    }

    private static String ended(String text) {
        String body = EMPTY_LINES.matcher(text.strip()).replaceAll("\n\n");
        return body.isEmpty() ? "" : body + "\n";
    }

    private static String rules(String text) {
        String code = SourceText.withoutCommentsAndTexts(text);
        List<String> written = text.lines().toList();
        List<String> blanked = code.lines().toList();
        StringBuilder out = new StringBuilder();
        boolean inComment = false;
        boolean inCondition = false;
        int depth = 0;
        for (int i = 0; i < written.size(); i++) {
            String line = written.get(i);
            String plain = blanked.get(i);
            String bare = plain.strip();
            boolean stays = inComment;
            inComment = inComment ? !line.contains("*/") : opens(line, plain);
            if (stays || inComment || line.isBlank()) {
                out.append(line.stripTrailing()).append('\n');
                continue;
            }
            boolean top = TOP.matcher(bare).matches() || (bare.isEmpty() && isTop(blanked, i));
            if (bare.startsWith("then") || bare.startsWith("end") || bare.startsWith("rule")) {
                inCondition = false;
            }
            if (BEGIN.matcher(bare).matches() && out.length() > 0 && !endsWithEmptyLine(out)) {
                separate(out);
            }
            boolean plainly = !bare.isEmpty() && bare.length() == line.strip().length();
            String body = inCondition && plainly ? spaced(bare) : line.strip();
            int level = top ? 0 : depth > 0 ? Math.max(indent(line), 8) : 4;
            out.append(" ".repeat(level)).append(body).append('\n');
            depth = top ? 0 : Math.max(0, depth + balance(plain));
            if (bare.startsWith("when")) {
                inCondition = true;
                depth = 0;
            }
        }
        return ended(out.toString());
    }

    /** Whether a comment that is not closed on its line begins there. */
    private static boolean opens(String line, String plain) {
        int at = line.indexOf("/*");
        return at >= 0 && line.indexOf("*/", at) < 0 && (at >= plain.length() || plain.charAt(at) != '/');
    }

    /** Whether a line with a comment alone stands between rules: the next line of code begins a rule or there is none. */
    private static boolean isTop(List<String> blanked, int line) {
        for (int i = line + 1; i < blanked.size(); i++) {
            String bare = blanked.get(i).strip();
            if (!bare.isEmpty()) {
                return BEGIN.matcher(bare).matches() || bare.startsWith("package") || bare.startsWith("import");
            }
        }
        return true;
    }

    private static boolean endsWithEmptyLine(StringBuilder out) {
        return out.length() > 1 && out.charAt(out.length() - 1) == '\n' && out.charAt(out.length() - 2) == '\n';
    }

    /** An empty line before the rule and the comments right above it, unless nothing but those stands there. */
    private static void separate(StringBuilder out) {
        int at = out.length();
        while (at > 0) {
            int line = out.lastIndexOf("\n", at - 2) + 1;
            if (!out.substring(line, at).startsWith("//")) {
                break;
            }
            at = line;
        }
        if (at > 0 && out.charAt(at - 1) == '\n' && (at < 2 || out.charAt(at - 2) != '\n')) {
            out.insert(at, '\n');
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static int balance(String code) {
        return (int) (code.chars().filter(c -> c == '(').count()
                - code.chars().filter(c -> c == ')').count());
    }

    /** A line of conditions with its blanks set: inside the parentheses of patterns, not inside those of functions. */
    private static String spaced(String code) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            tokens.add(token.group());
        }
        List<Boolean> wide = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean tight = true;
        for (int i = 0; i < tokens.size(); i++) {
            String each = tokens.get(i);
            String before = i == 0 ? "" : tokens.get(i - 1);
            switch (each) {
                case "(" -> {
                    boolean empty = i + 1 < tokens.size() && tokens.get(i + 1).equals(")");
                    boolean pattern = isPattern(before) && !empty;
                    if (before.equals("not") || before.equals("exists")) {
                        line.append(' ');
                    }
                    line.append('(');
                    wide.add(pattern);
                    tight = !pattern;
                }
                case ")" -> {
                    boolean pattern = !wide.isEmpty() && wide.remove(wide.size() - 1);
                    line.append(pattern ? " )" : ")");
                    tight = false;
                }
                case ",", ";" -> {
                    line.append(each);
                    tight = false;
                }
                default -> {
                    boolean negative = before.equals("-");
                    line.append(tight || negative ? "" : " ").append(each);
                    tight = false;
                }
            }
        }
        return line.toString();
    }

    /** Facts begin with a capital letter; {@code accumulate} is written as they are. */
    private static boolean isPattern(String word) {
        return word.equals("accumulate") || (!word.isEmpty() && Character.isUpperCase(word.charAt(0)));
    }
}
