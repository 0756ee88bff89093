package io.centerline.rulebook.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.yaml.YamlNode.Entry;
import io.centerline.rulebook.yaml.YamlNode.Items;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Kind;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads one YAML file of bounded size into nodes that know their place. Only plain YAML is taken: no anchors, aliases or
 * tags, and numbers in digits alone, so a file holds what it shows.
 */
public final class YamlReader {
    /** In characters; the largest file of the shipped rules has ten thousand. */
    private static final int MOST_TEXT = 1_000_000;

    private static final int MOST_NODES = 100_000;
    private static final int MOST_DEPTH = 20;
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?");

    /** Every spelling that some version of YAML takes for a number: octal, hexadecimal, binary, base 60, with exponent. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+]?("
            + "[0-9][0-9_]*+\\.?[0-9_]*+([eE][-+]?[0-9_]++)?"
            + "|\\.[0-9][0-9_]*+([eE][-+]?[0-9_]++)?"
            + "|0[xXoObB][0-9a-fA-F_]++"
            + "|[0-9][0-9_]*+(:[0-5]?[0-9])++(\\.[0-9_]*+)?"
            + "|\\.(inf|Inf|INF|nan|NaN|NAN))");

    private static final Pattern ODD_LINE_END = Pattern.compile("[\\u0085\\u2028\\u2029]");

    /** Stands before the document, with nothing but blanks and comments before it. */
    private static final Pattern DIRECTIVE = Pattern.compile("\\A(?:[ \\t]*+(?:#[^\\r\\n]*+)?(?:\\r\\n|\\r|\\n))*+%");

    private final String file;
    private final String text;
    private final int[] letters;
    private final FindingSink faults;
    private int nodes;
    private boolean whole = true;

    private YamlReader(String file, String text, FindingSink faults) {
        this.file = file;
        this.text = text;
        this.letters = text.codePoints().toArray();
        this.faults = faults;
    }

    /** What ends the reading of a file. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Refused(Finding finding) {
            super(finding.message(), null, false, false);
            this.finding = finding;
        }
    }

    /** Reads a file; empty when it cannot be read, which the sink is then told. */
    public static Optional<YamlNode> read(String file, String text, FindingSink faults) {
        YamlReader reader = new YamlReader(file, text, faults);
        try {
            YamlNode root = reader.file();
            return reader.whole ? Optional.of(root) : Optional.empty();
        } catch (Refused refused) {
            faults.add(refused.finding);
            return Optional.empty();
        }
    }

    private YamlNode file() throws Refused {
        if (text.length() > MOST_TEXT) {
            throw refused(
                    new SourcePlace(file, 1, 1),
                    1,
                    "the file has more than 1,000,000 characters",
                    "cut it into several files");
        }
        refuseHidden();
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_TEXT);
        limits.setNestingDepthLimit(MOST_DEPTH + 1);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(limits).build();
        try (YAMLParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw refused(
                        new SourcePlace(file, 1, 1),
                        1,
                        "the file is empty",
                        "write what belongs in it, or take the file away");
            }
            YamlNode root = node(parser, 0);
            if (parser.nextToken() != null) {
                throw refused(place(parser), 3, "the file holds a second document", "make it a file of its own");
            }
            return root;
        } catch (JsonProcessingException malformed) {
            YamlFaults fault = YamlFaults.explain(malformed);
            throw refused(place(malformed), 1, fault.message(), fault.help());
        } catch (IOException impossible) {
            throw new IllegalStateException("a text can be read", impossible);
        }
    }

    /** The parser passes over directives, and over ends of lines that nobody sees, without a word. */
    private void refuseHidden() throws Refused {
        Matcher odd = ODD_LINE_END.matcher(text);
        if (odd.find()) {
            String code = "U+%04X".formatted((int) text.charAt(odd.start()));
            throw refused(
                    placeOf(odd.start()),
                    1,
                    "the character " + code + " ends a line for some readers only",
                    "end lines with a line feed; inside a text write a blank");
        }
        Matcher directive = DIRECTIVE.matcher(text);
        if (directive.find()) {
            throw refused(
                    placeOf(directive.end() - 1),
                    1,
                    "directives (`%`) are not taken",
                    "take the line out; plain YAML needs none");
        }
    }

    private SourcePlace placeOf(int at) {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new SourcePlace(file, line, at - before.lastIndexOf('\n'));
    }

    private YamlNode node(YAMLParser parser, int depth) throws IOException, Refused {
        SourcePlace place = place(parser);
        nodes++;
        if (nodes > MOST_NODES || depth > MOST_DEPTH) {
            throw refused(
                    place,
                    1,
                    nodes > MOST_NODES
                            ? "the file has more than 100,000 values"
                            : "this is nested more than " + MOST_DEPTH + " levels deep",
                    "cut it into several files");
        }
        refuseReference(parser, place);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> keys(parser, place, depth);
            case START_ARRAY -> items(parser, place, depth);
            default -> scalar(parser, place, token);
        };
    }

    /** The parser does not tell of the anchor or tag of a single value, so its first letter does. */
    private void refuseReference(YAMLParser parser, SourcePlace place) throws Refused {
        if ("&*!".indexOf(letter(parser)) >= 0) {
            throw refused(
                    place,
                    1,
                    "anchors (`&`), aliases (`*`) and tags (`!`) are not taken",
                    "write the value out, in quotes if it starts with such a sign");
        }
    }

    /** The letter with which a token starts; a blank behind the end of the file. */
    private int letter(YAMLParser parser) {
        long at = parser.currentTokenLocation().getCharOffset();
        return at >= 0 && at < letters.length ? letters[(int) at] : ' ';
    }

    private Items items(YAMLParser parser, SourcePlace place, int depth) throws IOException, Refused {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
        }
        return new Items(place, widthTo(parser, place), items);
    }

    private Keys keys(YAMLParser parser, SourcePlace place, int depth) throws IOException, Refused {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Scalar key = new Scalar(place(parser), width(parser), Kind.TEXT, parser.currentName());
            refuseReference(parser, key.place());
            parser.nextToken();
            Entry entry = new Entry(key, node(parser, depth + 1));
            if (entries.putIfAbsent(key.text(), entry) != null && faults.hasRoom()) {
                faults.add(finding(key, "the key `" + key.text() + "` stands here a second time", "keep one of them"));
            }
        }
        return new Keys(place, widthTo(parser, place), entries);
    }

    private Scalar scalar(YAMLParser parser, SourcePlace place, JsonToken token) throws IOException {
        int width = width(parser);
        String value = parser.getText() == null ? "" : parser.getText();
        return switch (token) {
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, width, Kind.FLAG, token.asString());
            case VALUE_NULL -> new Scalar(place, width, Kind.NOTHING, "");
            default -> new Scalar(place, width, kind(parser, place, value), value);
        };
    }

    /** A number is read as it stands. What is a number only to some readers of YAML, or another one, is refused. */
    private Kind kind(YAMLParser parser, SourcePlace place, String value) {
        boolean plain = "\"'|>".indexOf(letter(parser)) < 0;
        if (!plain || !LIKE_A_NUMBER.matcher(value).matches()) {
            return Kind.TEXT;
        }
        String shown =
                Fields.quote(value.length() <= LONGEST_NUMBER ? value : value.substring(0, LONGEST_NUMBER) + "…");
        if (!NUMBER.matcher(value).matches()) {
            noNumber(
                    place,
                    value,
                    shown + " is not a plain number",
                    "write digits without leading zeros, with a decimal point if need be; put a text in quotes");
        } else if (value.length() > LONGEST_NUMBER) {
            noNumber(
                    place,
                    value,
                    "the number " + shown + " is longer than " + LONGEST_NUMBER + " characters",
                    "write it in quotes, or with fewer digits");
        }
        return value.indexOf('.') < 0 ? Kind.WHOLE : Kind.DECIMAL;
    }

    /** The file is read on, so that all its numbers are told at once. */
    private void noNumber(SourcePlace place, String value, String message, String help) {
        whole = false;
        if (faults.hasRoom()) {
            faults.add(new Finding(place, value.length(), message, help, "").withLineOf(text));
        }
    }

    /** Where the scanner found the fault, which may lie behind where the parser stands. */
    private SourcePlace place(JsonProcessingException malformed) {
        return malformed.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? new SourcePlace(
                        file,
                        marked.getProblemMark().getLine() + 1,
                        marked.getProblemMark().getColumn() + 1)
                : place(malformed.getLocation());
    }

    private SourcePlace place(YAMLParser parser) {
        return place(parser.currentTokenLocation());
    }

    private SourcePlace place(JsonLocation at) {
        return new SourcePlace(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** What a token covers of its first line. */
    private static int width(YAMLParser parser) {
        JsonLocation start = parser.currentTokenLocation();
        JsonLocation end = parser.currentLocation();
        return start.getLineNr() == end.getLineNr() ? Math.max(1, end.getColumnNr() - start.getColumnNr()) : 1;
    }

    /** What a part that ends here covers of its first line; 1 when it ends in another. */
    private static int widthTo(YAMLParser parser, SourcePlace place) {
        JsonLocation end = parser.currentLocation();
        return end.getLineNr() == place.line() ? Math.max(1, end.getColumnNr() - place.column()) : 1;
    }

    private Refused refused(SourcePlace place, int width, String message, String help) {
        return new Refused(new Finding(place, Math.max(1, width), message, help, "").withLineOf(text));
    }

    private Finding finding(YamlNode node, String message, String help) {
        return new Finding(node.place(), node.width(), message, help, "").withLineOf(text);
    }
}
