package io.centerline.check;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Threshold;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases at the edges of some placement rules: at each number they compare with, and one step on either side. */
final class BoundaryCases {
    /** Beyond these an edge more shows nothing new, and a check should take seconds. */
    private static final int MOST_CASES = 500;

    private static final int MOST_CENTERS = 3;
    private static final int MOST_PLACES = 6;
    private static final long MOST_LINES = 1_000_000_000_000L;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST_VALUE = new BigDecimal("1000000000000000000");

    /** The lines and the value of each Center, by their order. */
    private record Goods(List<Long> counts, List<BigDecimal> values) {}

    private final List<Rule> rules;
    private final LocalDate asOf;
    private final Set<Goods> goods = new LinkedHashSet<>();
    private final List<Center> centers;

    BoundaryCases(List<Rule> rules, LocalDate asOf) {
        this.rules = rules;
        this.asOf = asOf;
        Set<Center> named = EnumSet.noneOf(Center.class);
        rules.forEach(rule -> named.addAll(rule.centers()));
        Set<Center> chosen = new LinkedHashSet<>();
        named.stream().limit(MOST_CENTERS).forEach(chosen::add);
        for (Center center : Center.values()) {
            if (chosen.size() < MOST_CENTERS) {
                chosen.add(center);
            }
        }
        this.centers = List.copyOf(chosen);
    }

    /** The facts of each case. All goods are there, each with nothing beside them and with some of the contexts in turn. */
    List<List<Object>> list() {
        plain();
        rules.forEach(rule -> rule.thresholds().forEach(this::around));
        List<List<Object>> contexts = contexts();
        int beside = Math.max(1, Math.min(contexts.size(), MOST_CASES / goods.size()));
        int step = contexts.size() / beside;
        List<List<Object>> cases = new ArrayList<>();
        int number = 0;
        for (Goods each : goods) {
            if (cases.size() >= MOST_CASES) {
                break;
            }
            cases.add(facts(each, contexts.get(0)));
            for (int i = 0; i < beside; i++) {
                cases.add(facts(each, contexts.get((number + i * step) % contexts.size())));
            }
            number++;
        }
        return cases;
    }

    /** Nothing, one line, ties of two and of three, and values for and against the leader. */
    private void plain() {
        add(List.of());
        add(List.of(1L));
        add(List.of(2L, 2L));
        add(List.of(1L, 1L, 1L));
        add(List.of(3L, 2L, 1L));
        goods.add(new Goods(List.of(3L, 1L), List.of(money("10"), money("90"))));
        goods.add(new Goods(List.of(2L, 2L), List.of(money("10"), money("10"))));
        goods.add(new Goods(List.of(1L, 1L, 1L), List.of(money("1"), money("1"), money("1"))));
    }

    private void around(Threshold threshold) {
        switch (threshold.field()) {
            case "share" -> shares(threshold.number());
            case "margin" -> margins(threshold.number());
            case "valueShare" -> valueShares(threshold.number());
            case "value" -> values(threshold.number());
            default -> counts(threshold.number());
        }
    }

    private void shares(BigDecimal share) {
        Long part = part(share);
        if (part != null) {
            long whole = whole(share);
            for (long beside = -1; beside <= 1; beside++) {
                pair(part + beside, whole - part - beside);
                add(List.of(part + beside, (whole - part) / 2 + 1, (whole - part) / 2 - beside));
            }
        }
    }

    private void margins(BigDecimal margin) {
        Long part = part(margin.abs());
        if (part != null) {
            long whole = whole(margin.abs());
            for (long beside = -1; beside <= 1; beside++) {
                pair(whole + part + beside, whole - part);
                pair(whole - part, whole + part + beside);
            }
        }
    }

    private void valueShares(BigDecimal share) {
        Long part = part(share);
        if (part != null) {
            long whole = whole(share);
            for (long beside = -1; beside <= 1; beside++) {
                List<BigDecimal> split =
                        List.of(BigDecimal.valueOf(part + beside, 2), BigDecimal.valueOf(whole - part - beside, 2));
                if (split.stream().allMatch(value -> value.signum() >= 0)) {
                    goods.add(new Goods(List.of(2L, 1L), split));
                    goods.add(new Goods(List.of(1L, 2L), split));
                }
            }
        }
    }

    private void values(BigDecimal value) {
        if (value.abs().compareTo(MOST_VALUE) <= 0) {
            for (BigDecimal edge : List.of(value.subtract(CENT), value, value.add(CENT))) {
                BigDecimal cents = edge.setScale(2, RoundingMode.HALF_EVEN);
                if (cents.signum() >= 0) {
                    goods.add(new Goods(List.of(1L, 1L), List.of(cents, money("0"))));
                    goods.add(new Goods(List.of(1L, 1L), List.of(cents, money("500"))));
                    goods.add(new Goods(List.of(1L, 1L), List.of(cents, cents)));
                }
            }
        }
    }

    private void counts(BigDecimal number) {
        if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(MOST_LINES)) <= 0) {
            long count = number.longValue();
            for (long edge = count - 1; edge <= count + 1; edge++) {
                add(List.of(edge));
                pair(edge, 1);
                pair(edge - 1, 1);
                pair(edge, edge);
            }
        }
    }

    private void pair(long one, long other) {
        add(List.of(one, other));
    }

    private void add(List<Long> counts) {
        if (counts.stream().allMatch(count -> count >= 0)) {
            goods.add(new Goods(counts, counts.stream().map(count -> money("0")).toList()));
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
        Center first = centers.get(0);
        Center second = centers.get(1);
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

    private List<Object> facts(Goods goods, List<Object> context) {
        List<Object> facts = new ArrayList<>();
        facts.add(new Case(asOf));
        facts.addAll(context);
        long total = goods.counts().stream().mapToLong(count -> count).sum();
        facts.add(new Totals(total, 1));
        BigDecimal totalValue = goods.values().stream().reduce(money("0"), BigDecimal::add);
        for (int i = 0; i < goods.counts().size(); i++) {
            long count = goods.counts().get(i);
            if (count > 0) {
                long others = 0;
                for (int j = 0; j < goods.counts().size(); j++) {
                    others = j == i ? others : Math.max(others, goods.counts().get(j));
                }
                facts.add(new Tally(
                        centers.get(i), count, total, others, goods.values().get(i), totalValue));
            }
        }
        return facts;
    }

    private static BigDecimal money(String dollars) {
        return new BigDecimal(dollars).setScale(2);
    }
}
