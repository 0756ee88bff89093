package io.centerline.editor;

import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.RuleIds;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The next ids that rules of a file may have: those of its Center or of its letters, else those of the whole stage. */
final class FreeIds {
    private static final Pattern CENTER = Pattern.compile("\\bCenter\\.[A-Z_]+");

    private final Workspace workspace;
    private final SourceFile source;
    private final Stage stage;

    FreeIds(Workspace workspace, SourceFile source, Stage stage) {
        this.workspace = workspace;
        this.source = source;
        this.stage = stage;
    }

    /** An id, and what it is the next one of. */
    record Offered(String text, String detail) {}

    List<Offered> list() {
        List<Offered> next = new ArrayList<>();
        if (stage == Stage.MEMBERSHIP) {
            List<Center> centers = center().map(List::of).orElse(List.of(Center.values()));
            centers.forEach(center -> add(() -> ids().next(center).text(), " of " + center.title(), next));
        } else {
            Set<String> prefixes = new LinkedHashSet<>();
            source.blocks().stream()
                    .filter(block -> block.id().length() > 3)
                    .forEach(block -> prefixes.add(block.id().substring(0, 3)));
            prefixes.retainAll(stage.prefixes());
            (prefixes.isEmpty() ? stage.prefixes() : prefixes)
                    .forEach(prefix -> add(() -> ids().next(prefix).text(), "", next));
        }
        return next;
    }

    /** The Center that the rules of the file name; empty in a file that names none or several. */
    Optional<Center> center() {
        List<Center> centers = CENTER.matcher(source.text())
                .results()
                .map(found -> Offers.center(found.group()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return centers.size() == 1 ? Optional.of(centers.get(0)) : Optional.empty();
    }

    private RuleIds ids() {
        return new RuleIds(workspace.rules(), workspace.ids());
    }

    private static void add(Supplier<String> id, String detail, List<Offered> next) {
        try {
            next.add(new Offered(id.get(), "the next free id" + detail));
        } catch (EditRefused none) {
            // The letters have no number left, so nothing is offered for them.
        }
    }
}
