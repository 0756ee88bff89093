package io.centerline.rulebook;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.Timing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Which lines do not vote under some counting rules: each shape of a line is put to them once. The day is no part of the
 * question, since a counting rule has no other date to compare it with. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
final class Exclusions {
    private static final int ROLES = Role.values().length;
    private static final int TIMINGS = Timing.values().length;

    private final List<List<Firing>> byShape =
            new ArrayList<>(Collections.nCopies(ArticleSet.values().length * ROLES * 2 * TIMINGS, List.of()));

    private Exclusions() {}

    static Exclusions of(StageRules counting, LocalDate someDay) {
        Exclusions exclusions = new Exclusions();
        for (LineShape shape : shapes()) {
            exclusions.byShape.set(
                    index(shape.set(), shape.role(), shape.special(), shape.timing()),
                    first(counting.fire(List.of(new Case(someDay), shape))));
        }
        return exclusions;
    }

    /** Those with the first reason in declared order, by rule. */
    private static List<Firing> first(List<Firing> firings) {
        List<Firing> exclusions = firings.stream()
                .filter(firing -> firing.conclusion() instanceof NotCounted)
                .toList();
        return exclusions.stream()
                .map(Exclusions::reason)
                .min(Comparator.naturalOrder())
                .map(reason -> exclusions.stream()
                        .filter(firing -> reason(firing) == reason)
                        .toList())
                .orElse(List.of());
    }

    private static NotCountedReason reason(Firing firing) {
        return ((NotCounted) firing.conclusion()).reason();
    }

    List<Firing> of(ArticleSet set, Role role, boolean special, Timing timing) {
        return byShape.get(index(set, role, special, timing));
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
