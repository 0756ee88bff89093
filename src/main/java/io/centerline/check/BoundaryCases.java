package io.centerline.check;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.Direction;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Threshold;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Timing;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Cases at the edges of some placement rules: at each number they compare lines, shares, values and Centers with, and one
 * step on either side. Each number is met alone, beside other facts as they usually are.
 *
 * <p>Many rules with many numbers would take minutes. Then every number itself comes first, and what is beside it as far as
 * there is time.
 */
final class BoundaryCases {
    /** What a small rulebook is asked at least: its edges beside every context. */
    private static final int FEWEST_CASES = 500;

    /** Cases times rules that take a few seconds. */
    private static final int MOST_READINGS = 1_000_000;

    private static final int MOST_TYPES = 99;
    private static final int MOST_PLACES = 6;
    private static final long MOST_LINES = 1_000_000_000_000L;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST_VALUE = new BigDecimal("1000000000000000000");

    /** The lines and the value of each Center, by their order, and the lines that do not vote, some for reasons that rules see. */
    private record Counts(
            List<Center> centers,
            List<Long> counts,
            List<BigDecimal> values,
            long notCounted,
            long unclearGoods,
            long versions) {}

    private final List<Rule> rules;
    private final LocalDate asOf;
    /** One for each number, with which it is met. */
    private final Set<Counts> first = new LinkedHashSet<>();

    private final Set<Counts> exact = new LinkedHashSet<>();
    private final Set<Counts> beside = new LinkedHashSet<>();
    private final List<Center> usual;

    /** Those that the rule at hand names come first. */
    private List<Center> centers;

    private boolean met = true;

    BoundaryCases(List<Rule> rules, LocalDate asOf) {
        this.rules = rules;
        this.asOf = asOf;
        Set<Center> named = EnumSet.noneOf(Center.class);
        rules.forEach(rule -> named.addAll(rule.centers()));
        this.usual = centers(named);
        this.centers = usual;
    }

    /** All Centers, those that are named first, one of them before all. */
    private static List<Center> centers(Center leading, Set<Center> named) {
        Set<Center> centers = new LinkedHashSet<>(List.of(leading));
        centers.addAll(named);
        return centers(centers);
    }

    private static List<Center> centers(Set<Center> named) {
        Set<Center> centers = new LinkedHashSet<>(named);
        centers.addAll(List.of(Center.values()));
        return List.copyOf(centers);
    }

    /** Every shape of a line that some counting rules can tell apart, with the entry types they compare with and those beside. */
    static List<LineShape> shapes(List<Rule> rules) {
        Set<Long> types = new TreeSet<>(List.of(0L));
        rules.stream()
                .flatMap(rule -> rule.thresholds().stream())
                .filter(threshold -> threshold.field().equals("entryType"))
                .forEach(threshold -> types.addAll(typesAround(threshold.number())));
        List<LineShape> shapes = new ArrayList<>();
        for (long type : types) {
            for (Repetition repetition : Repetition.values()) {
                for (Timing timing : Timing.values()) {
                    for (ArticleSet set : ArticleSet.values()) {
                        for (Role role : Role.values()) {
                            for (Goods goods : Goods.values()) {
                                shapes.add(new LineShape(set, role, goods, timing, type, repetition));
                            }
                        }
                    }
                }
            }
        }
        return shapes;
    }

    /** An entry type and the two beside it, as far as there are such. */
    static List<Long> typesAround(BigDecimal type) {
        return type.signum() < 0 || type.compareTo(BigDecimal.valueOf(MOST_TYPES)) > 0
                ? List.of()
                : LongStream.rangeClosed(type.longValue() - 1, type.longValue() + 1)
                        .filter(each -> each >= 0 && each <= MOST_TYPES)
                        .boxed()
                        .toList();
    }

    /** The facts of each case. All goods are there, each with nothing beside them and with some of the contexts in turn. */
    List<List<Object>> list() {
        plain();
        for (Rule rule : rules) {
            rule.thresholds().forEach(this::around);
            for (Center leading : rule.centers()) {
                centers = centers(leading, rule.centers());
                plain();
                rule.thresholds().forEach(this::around);
            }
            centers = usual;
        }
        Set<Counts> goods = new LinkedHashSet<>(first);
        goods.addAll(exact);
        goods.addAll(beside);
        int most = Math.max(FEWEST_CASES, MOST_READINGS / Math.max(1, rules.size()));
        List<List<Object>> contexts = contexts();
        int each = Math.max(1, Math.min(contexts.size(), FEWEST_CASES / goods.size() - 1));
        int step = contexts.size() / each;
        List<List<Object>> cases = new ArrayList<>();
        int number = 0;
        for (Counts one : goods) {
            if (cases.size() >= most) {
                break;
            }
            cases.add(facts(one, contexts.get(0)));
            for (int i = 0; i < each && goods.size() * 2 <= most; i++) {
                cases.add(facts(one, contexts.get((number + i * step) % contexts.size())));
            }
            number++;
        }
        return cases;
    }

    /** Nothing, one line, ties of two and of three, and values for and against the leader. */
    private void plain() {
        add(0, List.of());
        add(0, List.of(1L));
        add(0, List.of(2L, 2L));
        add(0, List.of(1L, 1L, 1L));
        add(0, List.of(3L, 2L, 1L));
        valued(0, List.of(3L, 1L), List.of(money("10"), money("90")));
        valued(0, List.of(2L, 2L), List.of(money("10"), money("10")));
        valued(0, List.of(1L, 1L, 1L), List.of(money("1"), money("1"), money("1")));
    }

    private void around(Threshold threshold) {
        met = false;
        BigDecimal number = threshold.number();
        switch (threshold.field()) {
            case "share" -> shares(number);
            case "margin" -> margins(number);
            case "valueShare" -> valueShares(number);
            case "value" -> values(number);
            case "notCounted" -> notCounted(number, 0, 0);
            case "unclearGoods" -> notCounted(number, 1, 0);
            case "versions" -> notCounted(number, 0, 1);
            default -> {
                counts(number);
                if (threshold.fact().equals("Tally") && threshold.field().isEmpty()) {
                    tallies(number);
                }
            }
        }
        met = true;
    }

    private void shares(BigDecimal share) {
        Long part = part(share);
        if (part != null) {
            long whole = whole(share);
            for (long off = -1; off <= 1; off++) {
                pair(off, part + off, whole - part - off);
                add(off, List.of(part + off, (whole - part) / 2 + 1, (whole - part) / 2 - off));
            }
        }
    }

    private void margins(BigDecimal margin) {
        Long part = part(margin.abs());
        if (part != null) {
            long whole = whole(margin.abs());
            for (long off = -1; off <= 1; off++) {
                pair(off, whole + part + off, whole - part);
                pair(off, whole - part, whole + part + off);
            }
        }
    }

    private void valueShares(BigDecimal share) {
        Long part = part(share);
        if (part != null) {
            long whole = whole(share);
            for (long off = -1; off <= 1; off++) {
                List<BigDecimal> split =
                        List.of(BigDecimal.valueOf(part + off, 2), BigDecimal.valueOf(whole - part - off, 2));
                if (split.stream().allMatch(value -> value.signum() >= 0)) {
                    valued(off, List.of(2L, 1L), split);
                    valued(off, List.of(1L, 2L), split);
                }
            }
        }
    }

    private void values(BigDecimal value) {
        if (value.abs().compareTo(MOST_VALUE) <= 0) {
            for (long off = -1; off <= 1; off++) {
                BigDecimal cents =
                        value.add(CENT.multiply(BigDecimal.valueOf(off))).setScale(2, RoundingMode.HALF_EVEN);
                if (cents.signum() >= 0) {
                    valued(off, List.of(1L, 1L), List.of(cents, money("0")));
                    valued(off, List.of(1L, 1L), List.of(cents, money("500")));
                    valued(off, List.of(1L, 1L), List.of(cents, cents));
                }
            }
        }
    }

    private void counts(BigDecimal number) {
        if (isCount(number)) {
            long count = number.longValue();
            for (long off = -1; off <= 1; off++) {
                long edge = count + off;
                add(off, List.of(edge));
                pair(off, edge, 1);
                pair(off, edge - 1, 1);
                pair(off, edge, edge);
            }
        }
    }

    /** So many lines that do not vote, each for a reason that rules see when its factor is 1. */
    private void notCounted(BigDecimal number, long unclearGoods, long versions) {
        if (isCount(number)) {
            for (long off = -1; off <= 1; off++) {
                long lines = number.longValue() + off;
                if (lines >= 0) {
                    List<BigDecimal> nothing = List.of(money("0"), money("0"));
                    put(
                            off,
                            new Counts(
                                    centers.subList(0, 2),
                                    List.of(3L, 2L),
                                    nothing,
                                    lines,
                                    lines * unclearGoods,
                                    lines * versions));
                }
            }
        }
    }

    /** So many Centers with a line. */
    private void tallies(BigDecimal number) {
        for (int off = -1; isCount(number) && off <= 1; off++) {
            long tallies = number.longValue() + off;
            if (tallies > 0 && tallies <= centers.size()) {
                add(off, Collections.nCopies((int) tallies, 1L));
            }
        }
    }

    private static boolean isCount(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(MOST_LINES)) <= 0;
    }

    private void pair(long off, long one, long other) {
        add(off, List.of(one, other));
    }

    private void add(long off, List<Long> counts) {
        if (counts.stream().allMatch(count -> count >= 0)) {
            valued(off, counts, counts.stream().map(count -> money("0")).toList());
        }
    }

    private void valued(long off, List<Long> counts, List<BigDecimal> values) {
        put(off, new Counts(centers.subList(0, counts.size()), counts, values, 1, 0, 0));
    }

    private void put(long off, Counts goods) {
        if (off == 0 && !met) {
            first.add(goods);
            met = true;
        } else {
            (off == 0 ? exact : beside).add(goods);
        }
    }

    /** The share as {@code part} of {@link #whole}; null when it has more places than any case can show. */
    private static @Nullable Long part(BigDecimal share) {
        BigDecimal plain = share.stripTrailingZeros();
        boolean possible = plain.signum() >= 0 && plain.compareTo(BigDecimal.ONE) <= 0 && plain.scale() <= MOST_PLACES;
        return possible ? share.multiply(BigDecimal.valueOf(whole(share))).longValueExact() : null;
    }

    private static long whole(BigDecimal share) {
        return BigDecimal.TEN
                .pow(Math.max(1, share.stripTrailingZeros().scale()))
                .longValueExact();
    }

    /** What a case has beside its goods. */
    private List<List<Object>> contexts() {
        Center first = usual.get(0);
        Center second = usual.get(1);
        Importer importer = Importer.anybody(ImporterKind.IMPORTER);
        List<List<Object>> contexts = new ArrayList<>();
        for (ImporterKind kind : ImporterKind.values()) {
            contexts.add(List.of(Importer.anybody(kind)));
        }
        for (int days = -1; days <= 1; days++) {
            LocalDate day = asOf.plusDays(days);
            Account account = new Account(first, day, List.of(), List.of());
            contexts.add(List.of(importer, account));
            contexts.add(List.of(
                    importer,
                    account,
                    new Direction(second, day, day, "", ""),
                    new Direction(first, asOf.minusDays(1), Account.OPEN, "", "")));
            contexts.add(List.of(importer, new Direction(first, from().minusYears(1), from().plusDays(days), "", "")));
            for (AppealStatus status : AppealStatus.values()) {
                contexts.add(List.of(
                        importer,
                        account,
                        new Appeal(second, day, status, day, ""),
                        new Appeal(first, asOf.minusDays(1), AppealStatus.GRANTED, asOf, "")));
            }
            for (Factor factor : Factor.values()) {
                contexts.add(List.of(
                        importer,
                        new Evidence(factor, second, "", "", day),
                        new Evidence(factor, first, "", "", asOf)));
            }
        }
        return contexts;
    }

    private List<Object> facts(Counts goods, List<Object> context) {
        List<Object> facts = new ArrayList<>();
        facts.add(new Case(asOf));
        facts.addAll(context);
        long total = goods.counts().stream().mapToLong(count -> count).sum();
        facts.add(new Totals(total, goods.notCounted(), goods.unclearGoods(), goods.versions(), from()));
        BigDecimal totalValue = goods.values().stream().reduce(money("0"), BigDecimal::add);
        for (int i = 0; i < goods.counts().size(); i++) {
            long count = goods.counts().get(i);
            if (count > 0) {
                long others = 0;
                for (int j = 0; j < goods.counts().size(); j++) {
                    others = j == i ? others : Math.max(others, goods.counts().get(j));
                }
                facts.add(new Tally(
                        goods.centers().get(i),
                        count,
                        total,
                        others,
                        goods.values().get(i),
                        totalValue));
            }
        }
        return facts;
    }

    /** The first day of a window of twelve months. */
    private LocalDate from() {
        return asOf.minusYears(1).plusDays(1);
    }

    private static BigDecimal money(String dollars) {
        return new BigDecimal(dollars).setScale(2);
    }
}
