package io.centerline.rulebook;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.Direction;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.OnFile;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Timing;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Facts for {@link RandomRules}: few Centers, small numbers and near days, so that ties and edges are common. */
final class RandomCases {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final List<Center> CENTERS =
            List.of(Center.ELECTRONICS, Center.MACHINERY, Center.BASE_METALS, Center.AGRICULTURE);

    private final Random random;

    RandomCases(Random random) {
        this.random = random;
    }

    /** What placement rules match. */
    List<Object> placement() {
        List<Object> facts = new ArrayList<>();
        facts.add(new Case(DAY));
        facts.add(Importer.anybody(one(ImporterKind.values())));
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(new Evidence(one(Factor.values()), center(), "memo", "jd", day()));
        }
        if (random.nextBoolean()) {
            facts.add(new Account(center(), day(), List.of(), List.of()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate from = day();
            facts.add(new Direction(center(), from, from.plusDays(random.nextInt(3)), "CBP", "memo"));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate filed = day();
            facts.add(new Appeal(
                    center(), filed, one(AppealStatus.values()), filed.plusDays(random.nextInt(3)), "appeal"));
        }
        tallies(facts);
        return facts;
    }

    private void tallies(List<Object> facts) {
        long[] counts = new long[CENTERS.size()];
        BigDecimal[] values = new BigDecimal[CENTERS.size()];
        long total = 0;
        BigDecimal totalValue = BigDecimal.ZERO.setScale(2);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(6);
            values[i] =
                    counts[i] == 0 ? totalValue.subtract(totalValue) : BigDecimal.valueOf(50L * random.nextInt(9), 2);
            total += counts[i];
            totalValue = totalValue.add(values[i]);
        }
        facts.add(new Totals(
                total, random.nextInt(4), random.nextInt(4), random.nextInt(4), DAY.minusDays(random.nextInt(4))));
        for (int i = 0; i < counts.length; i++) {
            long others = 0;
            for (int j = 0; j < counts.length; j++) {
                others = j == i ? others : Math.max(others, counts[j]);
            }
            if (counts[i] > 0) {
                facts.add(new Tally(CENTERS.get(i), counts[i], total, others, values[i], totalValue));
            }
        }
    }

    /** What counting rules match. */
    List<Object> counting() {
        return List.of(
                new Case(DAY),
                new LineShape(
                        one(ArticleSet.values()),
                        one(Role.values()),
                        one(Goods.values()),
                        one(Timing.values()),
                        random.nextInt(7),
                        one(Repetition.values())));
    }

    /** What routing rules match. */
    List<Object> routing() {
        return new RoutingQuestion(
                        new Matter(one(Activity.values()), one(ImporterKind.values()), one(AccountStatus.values())),
                        random.nextBoolean() ? null : new OnFile(center(), one(Basis.values())),
                        random.nextBoolean() ? null : new Predominant(center()))
                .facts();
    }

    /** What membership rules match: a number near those that the rules name. */
    List<Object> membership() {
        int keep = 2 * random.nextInt(5);
        StringBuilder digits = new StringBuilder("8471300110".substring(0, keep));
        while (digits.length() < 10) {
            digits.append(digits.length() < 2 ? 8 : random.nextInt(10));
        }
        return List.of(new HtsNumber(digits.toString()));
    }

    private Center center() {
        return CENTERS.get(random.nextInt(CENTERS.size()));
    }

    private LocalDate day() {
        return DAY.plusDays(random.nextInt(7) - 3);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
