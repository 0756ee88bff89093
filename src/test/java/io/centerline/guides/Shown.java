package io.centerline.guides;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document shows of an output.
 *
 * @param place where, for messages
 * @param text as it is written there
 * @param form how it is compared
 */
record Shown(String place, String text, Form form) {

    enum Form {
        /** Line by line; blanks at the end of a line do not count. */
        TEXT,
        /** Blanks and line breaks outside of strings do not count, and a line break in a string is one blank. */
        JSON,
        /** Somewhere in the output, line by line. */
        EXCERPT
    }

    private static final String LEFT_OUT = "…";

    private static final Pattern BLANKS = Pattern.compile(" +$", Pattern.MULTILINE);

    /** How much of an output a message quotes. */
    private static final int MOST = 600;

    private static final String HEX = "[0-9a-f]";

    /** What differs from run to run, and what it has to look like. Those with a name stay the same within a guide. */
    private enum Varying {
        ID(HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}", true),
        SHORT_ID(HEX + "{8}-…", ID.like, true),
        HASH(HEX + "{64}", true),
        SHORT_HASH("(?<=sha256:)" + HEX + "+…|(?<=[\"`])" + HEX + "{4,}…", HASH.like, true),
        LOG("(?<=centerline/)" + HEX + "{32}", HEX + "{32}", true),
        SIGNATURE("[A-Za-z0-9+/]{80,}=*", false),
        ROOT("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=", "[A-Za-z0-9+/]{43}=", false),
        TIME("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z", false),
        TOOK("(?<=\\()[\\d.]+(?= s\\))", "[\\d.]+", false),
        LEAVES("(?<=\\bleaf )\\d+|(?<=\\bleaves )\\d+ to \\d+|\\d+(?= leaves?\\b)", "\\d+(?: to \\d+)?", false),
        INDEX("(?<=\"index\":)\\d+", "\\d+", false);

        private final String shown;
        private final String like;
        private final boolean named;

        Varying(String both, boolean named) {
            this(both, both, named);
        }

        Varying(String shown, String like, boolean named) {
            this.shown = shown;
            this.like = like;
            this.named = named;
        }

        private static Pattern any() {
            StringBuilder any = new StringBuilder();
            for (Varying each : values()) {
                any.append(any.isEmpty() ? "" : "|")
                        .append("(")
                        .append(each.shown)
                        .append(")");
            }
            return Pattern.compile(any.toString());
        }
    }

    private static final Pattern ANY = Varying.any();

    /**
     * Compares with what was printed.
     *
     * @param names what ids and hashes that were shown before stand for; new ones are added
     * @return where the output first differs; empty when it does not
     */
    Optional<String> differs(String printed, Map<String, String> names) {
        String actual = plain(printed);
        String[] parts = mask(plain(text)).split(LEFT_OUT, -1);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean first = i == 0 && form != Form.EXCERPT;
            boolean last = i == parts.length - 1 && form != Form.EXCERPT;
            Part part = Part.of(unmask(parts[i]), names, last);
            Matcher matcher = part.pattern().matcher(actual).region(at, actual.length());
            if (first ? !matcher.lookingAt() : !matcher.find()) {
                String there = actual.substring(at, Math.min(actual.length(), at + MOST));
                return Optional.of("shown:\n" + unmask(parts[i]) + "\nprinted from there on:\n" + there + "\n");
            }
            Optional<String> confused = part.name(matcher, names);
            if (confused.isPresent()) {
                return confused;
            }
            at = matcher.end();
        }
        return Optional.empty();
    }

    /** A shortened id or hash keeps its dots, since they are no place where something is left out. */
    private static String mask(String text) {
        return ANY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace('…', '\u0000')));
    }

    private static String unmask(String text) {
        return text.replace('\u0000', '…');
    }

    private String plain(String output) {
        String lines = output.replace("\r", "");
        return form == Form.JSON
                ? withoutLayout(lines)
                : BLANKS.matcher(lines).replaceAll("").strip();
    }

    private static String withoutLayout(String json) {
        StringBuilder plain = new StringBuilder();
        boolean string = false;
        boolean escaped = false;
        boolean broken = false;
        for (char c : json.toCharArray()) {
            if (Character.isWhitespace(c)) {
                if (string && !broken) {
                    plain.append(' ');
                }
                broken = true;
                continue;
            }
            broken = false;
            string ^= c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            plain.append(c);
        }
        return plain.toString();
    }

    /**
     * Text without anything left out, as a pattern.
     *
     * @param groups for each group of the pattern what the document shows there
     */
    private record Part(Pattern pattern, List<String> groups) {

        static Part of(String shown, Map<String, String> names, boolean last) {
            StringBuilder pattern = new StringBuilder();
            List<String> groups = new ArrayList<>();
            Matcher varying = ANY.matcher(shown);
            int at = 0;
            while (varying.find()) {
                pattern.append(Pattern.quote(shown.substring(at, varying.start())));
                at = varying.end();
                Varying kind = kind(varying);
                String name = varying.group();
                if (!kind.named) {
                    pattern.append("(?:").append(kind.like).append(")");
                } else if (names.containsKey(name)) {
                    pattern.append(Pattern.quote(names.get(name)));
                } else if (groups.contains(name)) {
                    pattern.append("\\").append(groups.indexOf(name) + 1).append("(?:)");
                } else {
                    groups.add(name);
                    pattern.append("(").append(kind.like).append(")");
                }
            }
            pattern.append(Pattern.quote(shown.substring(at)));
            return new Part(Pattern.compile(pattern + (last ? "\\z" : "")), groups);
        }

        private static Varying kind(Matcher found) {
            for (Varying kind : Varying.values()) {
                if (found.group(kind.ordinal() + 1) != null) {
                    return kind;
                }
            }
            throw new AssertionError("no kind of " + found.group());
        }

        /** Notes what the ids and hashes stand for, each for one of its own. */
        Optional<String> name(Matcher found, Map<String, String> names) {
            Map<String, String> shown = new HashMap<>();
            names.forEach((name, actual) -> shown.put(actual, name));
            Map<String, String> added = new LinkedHashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                String before = shown.putIfAbsent(found.group(i + 1), groups.get(i));
                if (before != null) {
                    return Optional.of("`" + groups.get(i) + "` is shown as something else than `" + before
                            + "`, and both are " + found.group(i + 1));
                }
                added.put(groups.get(i), found.group(i + 1));
            }
            names.putAll(added);
            return Optional.empty();
        }
    }
}
