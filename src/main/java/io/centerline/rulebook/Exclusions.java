package io.centerline.rulebook;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.rulebook.vocabulary.Timing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which lines do not vote under some counting rules: each shape of a line is put to them once. The day is no part of the
 * question, since a counting rule has no other date to compare it with. Safe for any number of threads.
 */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
final class Exclusions {
    private static final int ROLES = Role.values().length;
    private static final int TIMINGS = Timing.values().length;
    private static final int GOODS = Goods.values().length;
    private static final int REPETITIONS = Repetition.values().length;
    private static final int SHAPES = ArticleSet.values().length * ROLES * TIMINGS * GOODS * REPETITIONS;
    private static final int TYPES = 100;

    private final StageRules counting;
    private final Case someDay;
    private final boolean tellsTypes;
    private final boolean weighsGoods;
    private final boolean comparesLines;

    /** By entry type, then by the rest of the shape; what nobody asked about is null. */
    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable List<Firing>>> byType =
            new AtomicReferenceArray<>(TYPES);

    Exclusions(StageRules counting, LocalDate someDay) {
        this.counting = counting;
        this.someDay = new Case(someDay);
        this.tellsTypes = looksAt("entryType");
        this.weighsGoods = looksAt("goods");
        this.comparesLines = looksAt("repetition");
    }

    private boolean looksAt(String field) {
        return counting.rules().stream().anyMatch(rule -> rule.looksAt(LineShape.class, field));
    }

    /** Whether any rule tells apart what the several goods of a line are. */
    boolean weighsGoods() {
        return weighsGoods;
    }

    /** Whether any rule looks at lines that have the same entry and line number. */
    boolean comparesLines() {
        return comparesLines;
    }

    List<Firing> of(LineShape shape) {
        int type = tellsTypes ? (int) shape.entryType() : 0;
        AtomicReferenceArray<@Nullable List<Firing>> ofType = byType.get(type);
        List<Firing> known = ofType == null ? null : ofType.get(index(shape));
        return known == null ? ask(type, index(shape)) : known;
    }

    private List<Firing> ask(int type, int index) {
        List<Firing> answer = first(counting.fire(List.of(someDay, shape(type, index))));
        byType.compareAndSet(type, null, new AtomicReferenceArray<>(SHAPES));
        AtomicReferenceArray<@Nullable List<Firing>> ofType = byType.get(type);
        if (ofType != null) {
            ofType.set(index, answer);
        }
        return answer;
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

    private static int index(LineShape shape) {
        int party = shape.set().ordinal() * ROLES + shape.role().ordinal();
        int goods = (party * TIMINGS + shape.timing().ordinal()) * GOODS
                + shape.goods().ordinal();
        return goods * REPETITIONS + shape.repetition().ordinal();
    }

    private static LineShape shape(int type, int index) {
        int rest = index;
        Repetition repetition = Repetition.values()[rest % REPETITIONS];
        rest /= REPETITIONS;
        Goods goods = Goods.values()[rest % GOODS];
        rest /= GOODS;
        Timing timing = Timing.values()[rest % TIMINGS];
        rest /= TIMINGS;
        return new LineShape(
                ArticleSet.values()[rest / ROLES], Role.values()[rest % ROLES], goods, timing, type, repetition);
    }
}
