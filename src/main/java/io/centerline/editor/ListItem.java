package io.centerline.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An item of a list in a YAML file that starts with a key: {@code - rule: MEM-0801}. Found by its line, so that a file that
 * is half typed has items too.
 *
 * @param key the key
 * @param value what the key holds
 * @param from the dash
 * @param valueFrom the first char of the value
 * @param to behind its last line
 */
record ListItem(String key, String value, int from, int valueFrom, int to) {
    private static final Pattern START = Pattern.compile("(?m)^[ \\t]*- (rule|id|name):[ \\t]*+([^\n#]*[^\n#\\s])?");

    /** The items of a text. */
    static List<ListItem> list(String text) {
        List<ListItem> items = new ArrayList<>();
        Matcher start = START.matcher(text);
        boolean more = start.find();
        while (more) {
            int dash = text.indexOf('-', start.start());
            String key = start.group(1);
            String value = start.group(2) == null ? "" : start.group(2);
            int valueFrom = start.start(2) < 0 ? start.end() : start.start(2);
            more = start.find();
            items.add(new ListItem(
                    key,
                    value,
                    dash,
                    valueFrom,
                    more ? start.start() : text.stripTrailing().length()));
        }
        return items;
    }

    boolean holds(int offset) {
        return from <= offset && offset <= to;
    }

    boolean isCaseOf(String id) {
        return key.equals("rule") && value.equals(id);
    }
}
