package io.centerline.rulebook.yaml;

import java.util.List;

/** Says in our words what is wrong with a file that is not YAML. */
record YamlFaults(String hint, String message, String help) {
    private static final List<YamlFaults> KNOWN = List.of(
            new YamlFaults(
                    "mapping values are not allowed",
                    "a colon is out of place here",
                    "put a text that holds a colon and a blank in quotes"),
            new YamlFaults("(TAB)", "a tab stands where only blanks may", "indent with blanks"),
            new YamlFaults("found unexpected end of stream", "the file ends inside a quoted text", "close the quotes"),
            new YamlFaults(
                    "expected ',' or '}'",
                    "a comma or a closing brace is missing here",
                    "close `{ … }`, and put a text that holds a comma or a brace in quotes"),
            new YamlFaults(
                    "expected ',' or ']'",
                    "a comma or a closing bracket is missing here",
                    "close `[ … ]`, and put a text that holds a comma or a bracket in quotes"),
            new YamlFaults(
                    "expected <block end>",
                    "this line does not fit its neighbours",
                    "give all keys of one case the same indent, and put a text with quotes or colons in quotes"),
            new YamlFaults(
                    "could not find expected ':'",
                    "a colon is missing after this key",
                    "write `key: value`, and put long texts in quotes"),
            new YamlFaults("undefined alias", "`*` starts an alias, which is not taken", "put the text in quotes"),
            new YamlFaults("nesting", "this is nested too deeply", "cut it into several files"),
            new YamlFaults(
                    "cannot start any token", "a text cannot start with this character", "put the text in quotes"),
            new YamlFaults(
                    "special characters are not allowed",
                    "the file holds a character that text does not have",
                    "save it as plain text in UTF-8"),
            new YamlFaults("unknown escape", "this is no escape of a quoted text", "write `\\\\` for a backslash"));

    private static final YamlFaults OTHER = new YamlFaults(
            "", "the file cannot be read from here on", "compare the line and its indent with those beside it");

    /** The fault a parser's message speaks of. */
    static YamlFaults explain(Exception malformed) {
        String message = String.valueOf(malformed.getMessage());
        return KNOWN.stream()
                .filter(fault -> message.contains(fault.hint()))
                .findFirst()
                .orElse(OTHER);
    }
}
