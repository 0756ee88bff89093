package io.centerline.web;

import io.centerline.activation.StoredRulebook;
import io.centerline.facts.Issue;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, with what was typed and what is wrong with it. The tag {@code filter} draws it.
 *
 * @param name of the parameter
 * @param label in words
 * @param type {@code text}, {@code date}, {@code select} or {@code area}
 * @param value what was typed; empty when nothing was
 * @param hint what to type
 * @param options what can be chosen
 * @param issues what is wrong with the value
 * @param onFile what somebody else recorded in its place meanwhile; null when nothing else
 */
public record FormField(
        String name,
        String label,
        String type,
        String value,
        String hint,
        List<Option> options,
        List<Issue> issues,
        @Nullable String onFile) {

    /** What can be chosen; what was chosen stays so, though no list has it. */
    public FormField {
        issues = List.copyOf(issues);
        List<Option> all = new ArrayList<>(options);
        String chosen = value;
        if (type.equals("select")
                && !chosen.isEmpty()
                && all.stream().noneMatch(option -> option.value().equals(chosen))) {
            all.add(new Option(chosen, chosen));
        }
        options = List.copyOf(all);
    }

    /**
     * What can be chosen.
     *
     * @param value the word of the API
     * @param label in words
     */
    public record Option(String value, String label) {
        /** A stored rulebook, by who stored it and when. */
        public static Option of(StoredRulebook stored, String serving) {
            return new Option(
                    stored.hash(),
                    Formats.shortened(stored.hash()) + " · " + Echo.shown(stored.author()) + " · "
                            + Formats.us(stored.storedAt()) + (stored.hash().equals(serving) ? " · serves now" : ""));
        }

        /** A Center's code, or another word in its place. */
        public static Option ofCenter(String code) {
            String title = Formats.centerTitle(code);
            return new Option(code, title.equals(code) ? code : title + " · " + code);
        }
    }

    /** The ten Centers. */
    public static List<Option> centers() {
        return Arrays.stream(Center.values())
                .map(center -> Option.ofCenter(center.code()))
                .toList();
    }

    /** A field without options. */
    public static FormField of(String name, String label, String type, String value, String hint) {
        return new FormField(name, label, type, value, hint, List.of(), List.of(), null);
    }

    /** The same with options. */
    public FormField choosing(List<Option> choices) {
        return new FormField(name, label, type, value, hint, choices, issues, onFile);
    }

    /** The same with those of the issues that are its own. */
    public FormField judged(List<Issue> all, Predicate<Issue> isItsOwn) {
        return new FormField(
                name,
                label,
                type,
                value,
                hint,
                options,
                all.stream().filter(isItsOwn).toList(),
                onFile);
    }

    /** The same with what somebody else recorded in its place meanwhile; empty when the field was emptied. */
    public FormField besides(@Nullable String recorded) {
        return new FormField(name, label, type, value, hint, options, issues, recorded);
    }

    /** What somebody else recorded, as the field would show it: in words where it was chosen from a list. */
    public String onFileShown() {
        String there = Objects.requireNonNullElse(onFile, "");
        return options.stream()
                .filter(option -> option.value().equals(there))
                .map(Option::label)
                .findFirst()
                .orElse(there);
    }

    /** The same with those of the issues that name it as a parameter, or as a member of the request that the form stands for. */
    public FormField judged(List<Issue> all) {
        return judged(all, issue -> issue.pointer().matches("[?/]" + name));
    }

    /** Whether something was typed. */
    public boolean isSet() {
        return !value.isEmpty();
    }

    /** How a browser is to ask for it. A day that is none can only be kept as text. */
    public String input() {
        return type.equals("date") ? Formats.dayInput(value) : type;
    }
}
