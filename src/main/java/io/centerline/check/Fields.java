package io.centerline.check;

import io.centerline.check.YamlNode.Entry;
import io.centerline.check.YamlNode.Items;
import io.centerline.check.YamlNode.Keys;
import io.centerline.check.YamlNode.Kind;
import io.centerline.check.YamlNode.Scalar;
import io.centerline.facts.DayRule;
import io.centerline.facts.Words;
import io.centerline.rulebook.language.Finding;
import io.centerline.tariff.Center;
import io.centerline.text.Nearest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the keys of one part of a YAML file strictly: a key that is not known, missing or of the wrong type is said at
 * its place. What could not be read comes back empty.
 */
final class Fields {
    private static final int MOST_ECHOED = 60;
    private static final int MOST_LISTED = 12;
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z0-9_]{2,39}\\b");

    private final Keys keys;
    private final String text;
    private final Diagnostics diagnostics;
    private final DiagnosticCode code;

    private Fields(Keys keys, String text, Diagnostics diagnostics, DiagnosticCode code) {
        this.keys = keys;
        this.text = text;
        this.diagnostics = diagnostics;
        this.code = code;
    }

    /** The same keys, of whose values another kind of fault is said. */
    Fields saying(DiagnosticCode other) {
        return new Fields(keys, text, diagnostics, other);
    }

    /**
     * Looks at a part.
     *
     * @param node what should be keys and values
     * @param what what the part is, as in {@code a case}
     * @param required the keys that must be there
     * @param optional the keys that may be there
     * @param text the text of the file
     */
    static Optional<Fields> of(
            YamlNode node,
            String what,
            List<String> required,
            List<String> optional,
            String text,
            Diagnostics diagnostics) {
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        if (!(node instanceof Keys keys)) {
            say(
                    node,
                    what + " is written as keys and values, found " + node.describe(),
                    "write `" + String.join(": …`, `", known) + ": …`",
                    text,
                    diagnostics);
            return Optional.empty();
        }
        Set<String> meant = new HashSet<>();
        for (Entry entry : keys.entries().values()) {
            if (!known.contains(entry.key().text())) {
                String advice = Nearest.advise(entry.key().text(), known);
                meant.add(advice);
                say(entry.key(), what + " has no key `" + entry.key().text() + "`", advice, text, diagnostics);
            }
        }
        for (String key : required) {
            // A misspelt key is said once.
            if (!keys.entries().containsKey(key) && !meant.contains("did you mean `" + key + "`?")) {
                say(keys, what + " has no `" + key + "`", "add `" + key + ": …`", text, diagnostics);
            }
        }
        return Optional.of(new Fields(keys, text, diagnostics, DiagnosticCode.TEST_MALFORMED));
    }

    /** The keys of a part below these, all of which must be there. */
    Optional<Fields> below(YamlNode node, String what, List<String> required) {
        return of(node, what, required, List.of(), text, diagnostics).map(part -> part.saying(code));
    }

    private static void say(YamlNode node, String message, String help, String text, Diagnostics diagnostics) {
        say(DiagnosticCode.TEST_MALFORMED, node, message, help, text, diagnostics);
    }

    private static void say(
            DiagnosticCode code, YamlNode node, String message, String help, String text, Diagnostics diagnostics) {
        if (diagnostics.hasRoom()) {
            diagnostics.add(code, new Finding(node.place(), node.width(), message, help, "").withLineOf(text));
        }
    }

    void say(YamlNode node, String message, String help) {
        say(code, node, message, help, text, diagnostics);
    }

    Keys keys() {
        return keys;
    }

    Optional<YamlNode> find(String key) {
        return keys.find(key);
    }

    /** A text, or whatever stands there without quotes, as written. */
    Optional<Told> text(String key) {
        return find(key).flatMap(node -> {
            if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
                return Optional.of(new Told(scalar, scalar.text()));
            }
            say(node, "`" + key + "` is a text, found " + node.describe(), "put it in quotes");
            return Optional.empty();
        });
    }

    /** A text whose words in capital letters are all in a list. */
    Optional<Told> text(String key, Words<String> words) {
        return text(key).filter(told -> {
            Matcher word = CAPITALS.matcher(told.text());
            boolean known = true;
            while (word.find()) {
                if (words.find(word.group()) == null) {
                    known = false;
                    say(
                            told.node(),
                            "`" + key + "` has a word not known here: `" + word.group() + "`",
                            advise(word.group(), words.list()));
                }
            }
            return known;
        });
    }

    /** What a key holds, and where. */
    record Told(YamlNode node, String text) {}

    Optional<LocalDate> day(String key) {
        return find(key).flatMap(node -> {
            String written = node instanceof Scalar scalar ? scalar.text() : "";
            LocalDate day = DayRule.find(written);
            if (day == null) {
                String fault = written.isEmpty()
                        ? "is a day" + found(node)
                        : CaseContext.quote(clip(written)) + " "
                                + DayRule.fault(written).predicate(written);
                say(node, "`" + key + "` " + fault, "write it as `2026-11-25`");
            }
            return Optional.ofNullable(day);
        });
    }

    <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return find(key).flatMap(node -> word(node, "`" + key + "` is not a word known here", Words.ofEnum(type)));
    }

    Optional<Center> center(String key) {
        return find(key).flatMap(node -> center(node, "`" + key + "`"));
    }

    /** A Center by its code. */
    Optional<Center> center(YamlNode node, String subject) {
        return word(node, subject + " is not the code of a Center", Words.CENTERS);
    }

    /** What a word stands for; when it is not in the list, the fault is said with the list and the word meant. */
    <E> Optional<E> word(YamlNode node, String fault, Words<E> words) {
        String written = node instanceof Scalar scalar ? scalar.text() : "";
        Optional<E> meant = Optional.ofNullable(words.find(written));
        if (meant.isEmpty()) {
            say(node, fault + found(node), advise(written, words.list()));
        }
        return meant;
    }

    /** The word meant, if one is near, and the words there are, unless a long list would bury the one. */
    private static String advise(String written, List<String> words) {
        Optional<String> near = Nearest.find(written, words).map(word -> "did you mean `" + word + "`?");
        String list = "use one of `" + String.join("`, `", words) + "`";
        return near.isEmpty() ? list : near.get() + (words.size() == 1 || words.size() > MOST_LISTED ? "" : " " + list);
    }

    /** The items of a list; an empty one when the key is absent. */
    List<YamlNode> items(String key) {
        Optional<YamlNode> node = find(key);
        if (node.isPresent() && !(node.get() instanceof Items)) {
            say(node.get(), "`" + key + "` is a list, found " + node.get().describe(), "write `[ … ]`");
        }
        return node.filter(Items.class::isInstance)
                .map(items -> ((Items) items).nodes())
                .orElse(List.of());
    }

    private static String clip(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= MOST_ECHOED ? line : line.substring(0, MOST_ECHOED) + "…";
    }

    static String found(YamlNode node) {
        return node instanceof Scalar scalar && !scalar.text().isEmpty()
                ? ": " + CaseContext.quote(clip(scalar.text()))
                : ", found " + node.describe();
    }
}
