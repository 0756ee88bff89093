package io.centerline.rulebook;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.rulebook.vocabulary.Timing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lines do not vote under some counting rules: each shape of a line is put to them once. The day is no part of the
 * question, since a counting rule has no other date to compare it with. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
final class Exclusions {
    private static final int ROLES = Role.values().length;
    private static final int TIMINGS = Timing.values().length;

    private final @Nullable Firing[] byShape = new Firing[ArticleSet.values().length * ROLES * 2 * TIMINGS];

    private Exclusions() {}

    static Exclusions of(StageRules counting, LocalDate someDay) {
        Exclusions exclusions = new Exclusions();
        for (LineShape shape : shapes()) {
            exclusions.byShape[index(shape.set(), shape.role(), shape.special(), shape.timing())] =
                    counting.fire(List.of(new Case(someDay), shape)).stream()
                            .filter(firing -> firing.conclusion() instanceof NotCounted)
                            .min(Comparator.comparing(firing -> ((NotCounted) firing.conclusion()).reason()))
                            .orElse(null);
        }
        return exclusions;
    }

    @Nullable
    Firing of(ArticleSet set, Role role, boolean special, Timing timing) {
        return byShape[index(set, role, special, timing)];
    }

    private static List<LineShape> shapes() {
        List<LineShape> shapes = new ArrayList<>();
        for (ArticleSet set : ArticleSet.values()) {
            for (Role role : Role.values()) {
                for (Timing timing : Timing.values()) {
                    shapes.add(new LineShape(set, role, false, timing));
                    shapes.add(new LineShape(set, role, true, timing));
                }
            }
        }
        return shapes;
    }

    private static int index(ArticleSet set, Role role, boolean special, Timing timing) {
        int party = set.ordinal() * ROLES + role.ordinal();
        return (party * 2 + (special ? 1 : 0)) * TIMINGS + timing.ordinal();
    }
}
