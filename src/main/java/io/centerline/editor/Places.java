package io.centerline.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from a place to others: from a case to its rule and back, from an id to all that name it. Stateless. */
public final class Places {
    private static final Pattern ID = Pattern.compile("\\b[A-Z]{3}-[0-9]{3,5}\\b");

    private Places() {}

    /**
     * Where what stands at an offset is told. From a case it leads to its rule, from a rule to its cases, from any other
     * id to the rules or the evidence of that id.
     */
    public static List<Place> definitionsAt(Workspace workspace, String path, int offset) {
        SourceFile source = workspace.find(path).orElse(null);
        if (source == null) {
            return List.of();
        }
        Optional<RuleBlock> rule =
                source.blocks().stream().filter(block -> block.holds(offset)).findFirst();
        Optional<Place> id = idAt(source, offset);
        if (rule.isPresent()
                && id.map(place -> text(source, place).equals(rule.get().id())).orElse(true)) {
            return cases(workspace, source, rule.get().id());
        }
        if (id.isPresent()) {
            return named(workspace, text(source, id.get()), source);
        }
        return ListItem.list(source.text()).stream()
                .filter(item -> item.holds(offset) && item.key().equals("rule"))
                .findFirst()
                .map(item -> named(workspace, item.value(), source))
                .orElse(List.of());
    }

    /** Everything that names the id at an offset, or that of the rule, case or evidence there: in rules, cases, scenarios, evidence. */
    public static List<Place> referencesAt(Workspace workspace, String path, int offset) {
        SourceFile source = workspace.find(path).orElse(null);
        if (source == null) {
            return List.of();
        }
        String id = idAt(source, offset).map(place -> text(source, place)).orElseGet(() -> around(source, offset));
        return id.isEmpty() ? List.of() : mentions(workspace, id);
    }

    /** Every place where an id stands. */
    static List<Place> mentions(Workspace workspace, String id) {
        List<Place> places = new ArrayList<>();
        for (SourceFile source : workspace.sources()) {
            int at = source.text().indexOf(id);
            while (at >= 0) {
                int end = at + id.length();
                if (!isWord(source.text(), at - 1) && !isWord(source.text(), end)) {
                    places.add(new Place(source.path(), at, end));
                }
                at = source.text().indexOf(id, end);
            }
        }
        return places;
    }

    /** The cases of a rule in the file beside it. */
    static List<Place> cases(Workspace workspace, SourceFile rules, String id) {
        return workspace.find(rules.beside()).stream()
                .flatMap(cases -> ListItem.list(cases.text()).stream()
                        .filter(item -> item.isCaseOf(id))
                        .map(item -> new Place(
                                cases.path(),
                                item.valueFrom(),
                                item.valueFrom() + item.value().length())))
                .toList();
    }

    /** The id at an offset, also right behind it. */
    static Optional<Place> idAt(SourceFile source, int offset) {
        TextLines lines = source.lines();
        int line = lines.line(offset);
        int start = lines.offset(line, 0);
        Matcher id = ID.matcher(source.text()).region(start, lines.end(line));
        while (id.find()) {
            if (id.start() <= offset && offset <= id.end()) {
                return Optional.of(new Place(source.path(), id.start(), id.end()));
            }
        }
        return Optional.empty();
    }

    private static String around(SourceFile source, int offset) {
        return source.isRules()
                ? source.blocks().stream()
                        .filter(block -> block.holds(offset))
                        .map(RuleBlock::id)
                        .findFirst()
                        .orElse("")
                : ListItem.list(source.text()).stream()
                        .filter(item -> item.holds(offset) && !item.key().equals("name"))
                        .map(ListItem::value)
                        .findFirst()
                        .orElse("");
    }

    /** The rules or the evidence of an id; those of the file beside a case file where it has some. */
    private static List<Place> named(Workspace workspace, String id, SourceFile from) {
        List<Place> found = new ArrayList<>();
        for (SourceFile source : workspace.sources()) {
            source.blocks().stream()
                    .filter(block -> block.id().equals(id))
                    .map(block -> new Place(source.path(), block.nameFrom(), block.nameTo()))
                    .forEach(found::add);
            if (source.isEvidence()) {
                ListItem.list(source.text()).stream()
                        .filter(item -> item.key().equals("id") && item.value().equals(id))
                        .map(item -> new Place(source.path(), item.valueFrom(), item.valueFrom() + id.length()))
                        .forEach(found::add);
            }
        }
        List<Place> beside = found.stream()
                .filter(place -> from.isCases() && place.path().equals(from.beside()))
                .toList();
        return beside.isEmpty() ? found : beside;
    }

    private static String text(SourceFile source, Place place) {
        return source.text().substring(place.from(), place.to());
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-');
    }
}
