package io.centerline.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a document and what it shows of their output, read from its fences as {@link GuidesIT} says. */
record Guide(String name, List<Step> steps) {
    private static final String FENCE = "```";
    private static final Pattern UNCHECKED = Pattern.compile("\\S+ unchecked: \\S.*");
    private static final Pattern EXCERPT = Pattern.compile("\\S+ ([^\\s:]+)");

    /**
     * A block of commands.
     *
     * @param line where it starts in the document
     * @param commands what a reader pastes
     * @param shown what the document shows of its output; empty when it shows nothing, and then it has to succeed
     */
    record Step(int line, String commands, Optional<Shown> shown) {}

    static Guide read(Path document) throws IOException {
        return of(document.toString(), Files.readString(document));
    }

    /**
     * Reads a document.
     *
     * @throws AssertionError when a fence is marked in no way that is known
     */
    static Guide of(String name, String document) {
        List<Step> steps = new ArrayList<>();
        List<String> lines = document.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(FENCE)) {
                continue;
            }
            String mark = lines.get(i).substring(FENCE.length()).strip();
            int from = i + 1;
            do {
                i++;
            } while (!lines.get(i).startsWith(FENCE));
            add(steps, mark, name + ":" + from, from, String.join("\n", lines.subList(from, i)) + "\n");
        }
        return new Guide(name, List.copyOf(steps));
    }

    private static void add(List<Step> steps, String mark, String place, int line, String text) {
        Matcher excerpt = EXCERPT.matcher(mark);
        if (mark.equals("sh")) {
            steps.add(new Step(line, text, Optional.empty()));
        } else if (mark.equals("text") || mark.equals("json") || mark.equals("http")) {
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last == null || last.shown().isPresent()) {
                throw new AssertionError(place + ": this output follows no command; see GuidesIT for the marks");
            }
            Shown shown = new Shown(place, text, mark.equals("text") ? Shown.Form.TEXT : Shown.Form.JSON);
            steps.set(steps.size() - 1, new Step(last.line(), last.commands(), Optional.of(shown)));
        } else if (excerpt.matches()) {
            Shown part = new Shown(place, text, Shown.Form.EXCERPT);
            steps.add(new Step(line, "cat '" + excerpt.group(1) + "'\n", Optional.of(part)));
        } else if (!UNCHECKED.matcher(mark).matches()) {
            throw new AssertionError(place + ": nobody checks the fence `" + mark + "`; see GuidesIT for the marks");
        }
    }
}
