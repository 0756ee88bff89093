package io.centerline.editor;

import io.centerline.rulebook.language.StageWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of the rules mean, as {@code rules/README.md} teaches them and the vocabulary types them. */
final class WordMeanings {
    private static final String FILE = "/rules/README.md";
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(.+)\\|[ \\t]*$");
    private static final Pattern CODE = Pattern.compile("`@?([A-Za-z]+)[^`]*`");
    private static final Map<String, String> TAUGHT = taught();

    private WordMeanings() {}

    /** What a word of a file means; an annotation begins with its sign. */
    static Optional<String> find(SourceFile source, String word) {
        if (word.startsWith("@")) {
            return Optional.ofNullable(TAUGHT.get(word)).map(told -> "`" + word + "` " + told);
        }
        Optional<String> typed = source.isRules()
                ? source.stage().map(StageWords::of).flatMap(words -> typed(words, word))
                : Optional.empty();
        Optional<String> constant = constant(word);
        Optional<String> taught = Optional.ofNullable(TAUGHT.get(word));
        if (typed.isEmpty() && constant.isEmpty() && taught.isEmpty()) {
            return Optional.empty();
        }
        String first = typed.or(() -> constant).orElse("`" + word + "`");
        return Optional.of(taught.map(told -> first + "\n\n" + told).orElse(first));
    }

    private static Optional<String> typed(StageWords words, String word) {
        for (List<StageWords.Type> types : List.of(words.facts(), words.conclusions())) {
            for (StageWords.Type type : types) {
                if (type.name().equals(word)) {
                    return Optional.of("`" + word + "`: "
                            + String.join(
                                    ", ",
                                    type.members().stream()
                                            .map(each -> "`" + each.name() + "` (" + each.description() + ")")
                                            .toList()));
                }
            }
        }
        List<String> fields = words.facts().stream()
                .flatMap(type -> type.find(word).stream()
                        .map(field -> "`" + word + "` of `" + type.name() + "`: " + field.description()
                                + (field.values().isEmpty()
                                        ? ""
                                        : ", one of `" + String.join("`, `", field.values()) + "`")))
                .toList();
        return fields.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", fields));
    }

    private static Optional<String> constant(String word) {
        return StageWords.constants().entrySet().stream()
                .filter(type -> type.getKey().equals(word)
                        || (word.length() > 2 && type.getValue().contains(type.getKey() + "." + word)))
                .findFirst()
                .map(type -> "`" + word + "`" + (type.getKey().equals(word) ? "" : " of `" + type.getKey() + "`")
                        + ": one of `" + String.join("`, `", type.getValue()) + "`");
    }

    /** The words of the tables: facts with their fields, annotations, and the glossary by the word that code writes. */
    private static Map<String, String> taught() {
        Map<String, String> taught = new LinkedHashMap<>();
        Matcher row = ROW.matcher(text());
        while (row.find()) {
            String[] cells = row.group(1).split("\\|", -1);
            String first = cells[0].strip();
            String second = cells.length > 1 ? cells[1].strip() : "";
            String told = cells[cells.length - 1].strip();
            if (first.startsWith("`@")) {
                Matcher name = CODE.matcher(first);
                if (name.find()) {
                    taught.putIfAbsent("@" + name.group(1), told);
                }
            } else if (cells.length == 3 && second.matches("`[A-Za-z]+`")) {
                taught.putIfAbsent(second.replace("`", ""), told);
            } else if (cells.length == 2 && first.matches("[a-z]+([ -][a-z]+)*(, [a-z ]+)*")) {
                for (String word : first.split(", ", -1)) {
                    taught.putIfAbsent(joined(word), told);
                }
            }
        }
        return taught;
    }

    /** The words of the glossary as fields are named: {@code as-of date} is {@code asOf}, {@code rate line} is {@code rateLine}. */
    private static String joined(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.replace(" date", "").split("[ -]", -1)) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static String text() {
        try (InputStream in = WordMeanings.class.getResourceAsStream(FILE)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the teaching of the rules cannot be read", unreadable);
        }
    }
}
