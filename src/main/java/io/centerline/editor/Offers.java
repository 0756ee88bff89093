package io.centerline.editor;

import io.centerline.editor.Completion.Kind;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects completions that fit what is typed so far. Not thread-safe. */
final class Offers {
    private static final String CENTER = "Center.";

    private final int from;
    private final int to;
    private final String typed;
    private final List<Completion> starting = new ArrayList<>();
    private final List<Completion> holding = new ArrayList<>();

    /**
     * Collects what could stand between two offsets.
     *
     * @param typed what stands there before the cursor
     */
    Offers(int from, int to, String typed) {
        this.from = from;
        this.to = to;
        this.typed = typed.toLowerCase(Locale.ROOT);
    }

    Offers add(String label, String insert, Kind kind, String detail) {
        Completion completion = new Completion(from, to, label, insert, kind, detail);
        if (label.toLowerCase(Locale.ROOT).startsWith(typed)) {
            starting.add(completion);
        } else if (label.toLowerCase(Locale.ROOT).contains(typed)
                || detail.toLowerCase(Locale.ROOT).contains(typed)) {
            holding.add(completion);
        }
        return this;
    }

    Offers add(String word, Kind kind, String detail) {
        return add(word, word, kind, detail);
    }

    Offers addAll(List<String> words, Kind kind, String detail) {
        words.forEach(word -> add(word, kind, detail));
        return this;
    }

    /** Constants such as {@code Basis.ACCOUNT}; a Center with its name. */
    Offers constants(List<String> values) {
        for (String value : values) {
            Optional<Center> center = center(value);
            if (center.isPresent()) {
                add(value, Kind.CENTER, center.get().code() + " " + center.get().title());
            } else {
                add(value, Kind.CONSTANT, "");
            }
        }
        return this;
    }

    /** The Centers by code. */
    Offers centers() {
        for (Center center : Center.values()) {
            add(center.code(), Kind.CENTER, center.title());
        }
        return this;
    }

    Offers ids(List<Rule> rules) {
        rules.stream()
                .filter(rule -> starting.stream()
                        .noneMatch(each -> each.label().equals(rule.id().text())))
                .forEach(rule -> add(rule.id().text(), Kind.ID, rule.title()));
        return this;
    }

    static Optional<Center> center(String constant) {
        if (constant.startsWith(CENTER)) {
            for (Center center : Center.values()) {
                if (constant.equals(CENTER + center.name())) {
                    return Optional.of(center);
                }
            }
        }
        return Optional.empty();
    }

    List<Completion> list() {
        List<Completion> all = new ArrayList<>(starting);
        all.addAll(holding);
        return all;
    }
}
