package io.centerline.editor;

import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what stands at a place: an id, a Center, the range of a rule, a word of the vocabulary. Stateless. */
public final class Hovers {
    private static final int MOST_TOLD = 10;

    private Hovers() {}

    /** What is to be told of the place; empty when it is nothing special. */
    public static Optional<Hover> at(Workspace workspace, String path, int offset) {
        SourceFile source = workspace.find(path).orElse(null);
        if (source == null || offset < 0 || offset > source.text().length()) {
            return Optional.empty();
        }
        Optional<Hover> id = Places.idAt(source, offset)
                .flatMap(place -> id(workspace, source.text().substring(place.from(), place.to()))
                        .map(told -> new Hover(place.from(), place.to(), told)));
        if (id.isPresent()) {
            return id;
        }
        int from = offset;
        int to = offset;
        while (from > 0 && isWord(source.text().charAt(from - 1))) {
            from--;
        }
        while (to < source.text().length() && isWord(source.text().charAt(to))) {
            to++;
        }
        String word = source.text().substring(from, to);
        Optional<Center> center = center(word, source.text(), from);
        if (center.isPresent()) {
            return Optional.of(new Hover(from, to, center(center.get())));
        }
        Optional<Hover> range = source.isRules() ? range(workspace, source, offset) : Optional.empty();
        if (range.isPresent()) {
            return range;
        }
        boolean annotation = from > 0 && source.text().charAt(from - 1) == '@';
        int first = from;
        int last = to;
        return WordMeanings.find(source, annotation ? "@" + word : word)
                .map(told -> new Hover(annotation ? first - 1 : first, last, told));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static Optional<Center> center(String word, String text, int from) {
        boolean constant = text.startsWith("Center.", Math.max(0, from - "Center.".length()));
        return Arrays.stream(Center.values())
                .filter(center ->
                        center.code().equals(word) || (constant && center.name().equals(word)))
                .findFirst();
    }

    private static String center(Center center) {
        return "**" + center.title() + "** (" + center.code() + "), office: " + center.office() + "\n\n"
                + String.join(", ", center.industries());
    }

    private static Optional<String> id(Workspace workspace, String id) {
        List<Rule> rules = workspace.rules().stream()
                .filter(rule -> rule.id().text().equals(id))
                .toList();
        if (!rules.isEmpty()) {
            return Optional.of(rules.stream().map(Hovers::rule).collect(Collectors.joining("\n\n")));
        }
        return workspace.evidence().pieces().stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .map(Hovers::piece);
    }

    private static String rule(Rule rule) {
        return "**" + rule.id() + "** " + plain(rule.title()) + "\n\nin force "
                + rule.inForce().words() + ", `" + rule.standing().text() + "`, " + plain(rule.citation());
    }

    private static String piece(Piece piece) {
        return "**" + piece.id() + "** " + piece.kind().words() + " for "
                + piece.center().title() + ": " + String.join(", ", piece.written()) + "\n\n" + plain(piece.citation())
                + "\n\n" + plain(piece.text());
    }

    /** What the range of a membership rule covers, when the offset lies in its condition. */
    private static Optional<Hover> range(Workspace workspace, SourceFile source, int offset) {
        return source.reading().rules().stream()
                .filter(rule -> rule.range().isPresent())
                .filter(rule -> {
                    int from = workspace.offset(rule.conditionPlace());
                    return from <= offset
                            && offset <= from + rule.conditionText().length();
                })
                .findFirst()
                .map(rule -> new Hover(
                        workspace.offset(rule.conditionPlace()),
                        workspace.offset(rule.conditionPlace())
                                + rule.conditionText().length(),
                        range(workspace, rule)));
    }

    private static String range(Workspace workspace, Rule rule) {
        RangeFacts facts = RangeFacts.of(workspace, rule);
        StringBuilder told = new StringBuilder();
        told.append(rule.range().orElseThrow().text())
                .append(": ")
                .append(facts.numbers())
                .append(facts.numbers() == 1 ? " number" : " numbers")
                .append(" of the tariff");
        if (facts.decided() != facts.numbers()) {
            told.append(", ").append(facts.decided()).append(" of them decided by this rule");
        }
        told.append("; in force ").append(rule.inForce().words());
        List<Piece> pieces = facts.evidence();
        told.append(pieces.isEmpty() ? "\n\nno evidence speaks of them" : "\n");
        for (Piece piece : pieces.subList(0, Math.min(MOST_TOLD, pieces.size()))) {
            told.append("\n- ")
                    .append(piece.id())
                    .append(piece.center() == rule.range().orElseThrow().center() ? " for " : " against, for ")
                    .append(piece.center().title())
                    .append(": ")
                    .append(piece.kind().words())
                    .append(", ")
                    .append(plain(piece.citation()));
        }
        if (pieces.size() > MOST_TOLD) {
            told.append("\n- and ").append(pieces.size() - MOST_TOLD).append(" more");
        }
        return told.toString();
    }

    /** A text of the folder, so that no editor takes signs in it for markup. */
    static String plain(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if ("\\`*_{}[]<>#|!~&".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append((char) c);
        });
        return escaped.toString();
    }
}
