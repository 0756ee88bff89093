package io.centerline.rulebook.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one rule file, with its line starts, so that an offset can be told as line and column. */
public final class SourceText {
    private static final int MOST_LETTERS = 300;
    private static final Pattern NOT_CODE =
            Pattern.compile("\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|//[^\n]*+|(?s:/\\*.*?\\*/)");

    private final String file;
    private final String text;
    private final int[] lineStarts;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        this.lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The text with its comments blanked out; every offset stays. */
    String withoutComments() {
        return blanked(text, false);
    }

    /** A part of a text with its comments blanked out; it starts outside them. */
    public static String withoutComments(String part) {
        return part.indexOf('/') < 0 ? part : blanked(part, false);
    }

    /** The text with its comments and its texts in quotation marks blanked out; every offset stays. */
    String withoutCommentsAndTexts() {
        return blanked(text, true);
    }

    /** A part of a text with its comments and its texts in quotation marks blanked out; it starts outside both. */
    public static String withoutCommentsAndTexts(String part) {
        return blanked(part, true);
    }

    private static String blanked(String text, boolean texts) {
        StringBuilder code = new StringBuilder(text);
        Matcher part = NOT_CODE.matcher(text);
        while (part.find()) {
            for (int i = part.start(); i < part.end(); i++) {
                if ((texts || text.charAt(part.start()) == '/') && text.charAt(i) != '\n') {
                    code.setCharAt(i, ' ');
                }
            }
        }
        return code.toString();
    }

    /** The text between two offsets, cut to the file. */
    String between(int start, int end) {
        int from = Math.max(0, Math.min(start, text.length()));
        return text.substring(from, Math.max(from, Math.min(end, text.length())));
    }

    /** The offset at which a line starts; first line is 1. */
    int startOfLine(int line) {
        return lineStarts[Math.max(0, Math.min(line - 1, lineStarts.length - 1))];
    }

    /** A message stays readable whatever it quotes. */
    private static String shortened(String message) {
        return message.length() <= MOST_LETTERS ? message : message.substring(0, MOST_LETTERS) + "…`";
    }

    SourcePlace place(int offset) {
        int at = Math.max(0, Math.min(offset, text.length()));
        int index = Arrays.binarySearch(lineStarts, at);
        int line = index >= 0 ? index : -index - 2;
        return new SourcePlace(file, line + 1, at - lineStarts[line] + 1);
    }

    Finding finding(int offset, int width, String message, String help) {
        SourcePlace place = place(offset);
        int start = startOfLine(place.line());
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return new Finding(place, Math.max(1, width), shortened(message), help, line);
    }
}
