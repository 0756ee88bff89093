package io.centerline.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a rule file, read from the first to the last. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?<skipped>\\s+|//[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|\"(?<text>(?:[^\"\\\\\\n]|\\\\[\"\\\\])*)\""
            + "|(?<other>-?[0-9]+(?:\\.[0-9]+)?|[$A-Za-z_][$A-Za-z0-9_]*|==|!=|<=|>=|[-<>@():;,.*])");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    Tokens(String source) {
        Matcher matcher = TOKEN.matcher(source);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            if (matcher.group("text") != null) {
                tokens.add('"' + matcher.group("text").replaceAll("\\\\(.)", "$1"));
            } else if (matcher.group("other") != null) {
                tokens.add(matcher.group("other"));
            }
        }
        if (end != source.length()) {
            throw new IllegalArgumentException("no word or sign: " + source.substring(end));
        }
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    String peek() {
        return tokens.get(next);
    }

    String take() {
        return tokens.get(next++);
    }

    /** Takes the next one when it is the one given. */
    boolean took(String token) {
        boolean taken = !atEnd() && peek().equals(token);
        next += taken ? 1 : 0;
        return taken;
    }

    void expect(String token) {
        if (!took(token)) {
            throw new IllegalArgumentException("`" + token + "` expected: "
                    + tokens.subList(Math.max(0, next - 5), Math.min(tokens.size(), next + 5)));
        }
    }

    /** A text in quotation marks, without them. */
    String text() {
        String token = take();
        if (!token.startsWith("\"")) {
            throw new IllegalArgumentException("text expected: " + token);
        }
        return token.substring(1);
    }
}
