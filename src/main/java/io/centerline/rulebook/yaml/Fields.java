package io.centerline.rulebook.yaml;

import io.centerline.facts.DayRule;
import io.centerline.facts.Words;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.yaml.YamlNode.Entry;
import io.centerline.rulebook.yaml.YamlNode.Items;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Kind;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
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
public final class Fields {
    private static final int MOST_ECHOED = 60;
    private static final int MOST_LISTED = 12;
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z0-9_]{2,39}\\b");

    private final Keys keys;
    private final String text;
    private final FindingSink ofForm;
    private final FindingSink ofValues;

    private Fields(Keys keys, String text, FindingSink ofForm, FindingSink ofValues) {
        this.keys = keys;
        this.text = text;
        this.ofForm = ofForm;
        this.ofValues = ofValues;
    }

    /** The same keys, whose faulty values another sink is told. */
    public Fields saying(FindingSink other) {
        return new Fields(keys, text, ofForm, other);
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
    public static Optional<Fields> of(
            YamlNode node, String what, List<String> required, List<String> optional, String text, FindingSink faults) {
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        if (!(node instanceof Keys keys)) {
            say(
                    node,
                    what + " is written as keys and values, found " + node.describe(),
                    "write `" + String.join(": …`, `", known) + ": …`",
                    text,
                    faults);
            return Optional.empty();
        }
        Set<String> meant = new HashSet<>();
        for (Entry entry : keys.entries().values()) {
            if (!known.contains(entry.key().text())) {
                String advice = Nearest.advise(entry.key().text(), known);
                meant.add(advice);
                say(entry.key(), what + " has no key `" + entry.key().text() + "`", advice, text, faults);
            }
        }
        for (String key : required) {
            // A misspelt key is said once.
            if (!keys.entries().containsKey(key) && !meant.contains("did you mean `" + key + "`?")) {
                say(keys, what + " has no `" + key + "`", "add `" + key + ": …`", text, faults);
            }
        }
        return Optional.of(new Fields(keys, text, faults, faults));
    }

    /** The keys of a part below these, all of which must be there. */
    public Optional<Fields> below(YamlNode node, String what, List<String> required) {
        return of(node, what, required, List.of(), text, ofForm).map(part -> part.saying(ofValues));
    }

    private static void say(YamlNode node, String message, String help, String text, FindingSink faults) {
        if (faults.hasRoom()) {
            faults.add(new Finding(node.place(), node.width(), message, help, "").withLineOf(text));
        }
    }

    public void say(YamlNode node, String message, String help) {
        say(node, message, help, text, ofValues);
    }

    public Keys keys() {
        return keys;
    }

    public Optional<YamlNode> find(String key) {
        return keys.find(key);
    }

    /** A text, or whatever stands there without quotes, as written. */
    public Optional<Told> text(String key) {
        return find(key).flatMap(node -> {
            if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
                return Optional.of(new Told(scalar, scalar.text()));
            }
            say(node, "`" + key + "` is a text, found " + node.describe(), "put it in quotes");
            return Optional.empty();
        });
    }

    /** A text whose words in capital letters are all in a list. */
    public Optional<Told> text(String key, Words<String> words) {
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
    public record Told(YamlNode node, String text) {}

    public Optional<LocalDate> day(String key) {
        return find(key).flatMap(node -> {
            String written = node instanceof Scalar scalar ? scalar.text() : "";
            LocalDate day = DayRule.find(written);
            if (day == null) {
                String fault = written.isEmpty()
                        ? "is a day" + found(node)
                        : quote(clip(written)) + " " + DayRule.fault(written).predicate(written);
                say(node, "`" + key + "` " + fault, "write it as `2026-11-25`");
            }
            return Optional.ofNullable(day);
        });
    }

    public <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return find(key).flatMap(node -> word(node, "`" + key + "` is not a word known here", Words.ofEnum(type)));
    }

    public Optional<Center> center(String key) {
        return find(key).flatMap(node -> center(node, "`" + key + "`"));
    }

    /** A Center by its code. */
    public Optional<Center> center(YamlNode node, String subject) {
        return word(node, subject + " is not the code of a Center", Words.CENTERS);
    }

    /** What a word stands for; when it is not in the list, the fault is said with the list and the word meant. */
    public <E> Optional<E> word(YamlNode node, String fault, Words<E> words) {
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
    public List<YamlNode> items(String key) {
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

    /** A text as it may stand in a message: in backticks, or in quotes when it holds some itself. */
    public static String quote(String text) {
        return text.contains("`") ? "\"" + text + "\"" : "`" + text + "`";
    }

    /** What stands there, as a message goes on. */
    public static String found(YamlNode node) {
        return node instanceof Scalar scalar && !scalar.text().isEmpty()
                ? ": " + quote(clip(scalar.text()))
                : ", found " + node.describe();
    }
}
