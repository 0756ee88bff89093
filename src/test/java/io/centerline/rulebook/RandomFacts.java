package io.centerline.rulebook;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random cases: few Centers, small counts and near days, so that ties, conflicts and bounds are common. */
public final class RandomFacts {
    private static final Importer ACME =
            new Importer(new ImporterNumber("12-345678900", ImporterNumber.Format.EIN), "Acme", ImporterKind.IMPORTER);

    private RandomFacts() {}

    public static Arbitrary<Center> centers() {
        return Arbitraries.of(Center.ELECTRONICS, Center.MACHINERY, Center.BASE_METALS, Center.AGRICULTURE);
    }

    /** Days in every edition, among them the first and last of each. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.of("2013-04-04", "2014-03-09", "2014-03-10", "2017-01-18", "2017-01-19", "2026-11-25")
                .map(LocalDate::parse);
    }

    /** A day a little before or after another. */
    public static Arbitrary<LocalDate> near(LocalDate day) {
        return Arbitraries.integers().between(-3, 3).map(day::plusDays);
    }

    public static Arbitrary<Evidence> evidence(LocalDate asOf) {
        return Combinators.combine(Arbitraries.of(Factor.class), centers(), near(asOf))
                .as((factor, center, day) -> new Evidence(factor, center, "memo", "jd", day));
    }

    public static Arbitrary<Direction> directions(LocalDate asOf) {
        return Combinators.combine(centers(), near(asOf), near(asOf))
                .as((center, one, other) -> one.isBefore(other)
                        ? new Direction(center, one, other, "CBP", "memo")
                        : new Direction(center, other, one, "CBP", "memo"));
    }

    public static Arbitrary<Appeal> appeals(LocalDate asOf) {
        return Combinators.combine(centers(), near(asOf), near(asOf), Arbitraries.of(AppealStatus.class))
                .as((center, one, other, status) -> one.isBefore(other)
                        ? new Appeal(center, one, status, other, "appeal")
                        : new Appeal(center, other, status, one, "appeal"));
    }

    public static Arbitrary<Account> accounts(LocalDate asOf) {
        return Combinators.combine(
                        centers().injectNull(0.3),
                        near(asOf),
                        directions(asOf).list().ofMaxSize(2),
                        appeals(asOf).list().ofMaxSize(3))
                .as((center, since, directed, appeals) ->
                        new Account(center, center == null ? null : since, directed, appeals));
    }

    /** What the placement rules match on a day; no two facts but evidence, directions and appeals may be alike. */
    public static Arbitrary<List<Object>> placement(LocalDate asOf) {
        Arbitrary<Map<Center, Long>> counts =
                Arbitraries.maps(centers(), Arbitraries.longs().between(1, 6));
        Arbitrary<List<Long>> values = Arbitraries.longs().between(0, 4).list().ofSize(4);
        return Combinators.combine(
                        Arbitraries.of(ImporterKind.class),
                        accounts(asOf).injectNull(0.3),
                        evidence(asOf).list().ofMaxSize(3),
                        counts,
                        values)
                .as((kind, account, evidence, count, value) -> {
                    List<Object> facts = new ArrayList<>();
                    facts.add(new Case(asOf));
                    facts.add(new Importer(ACME.number(), "", kind));
                    facts.addAll(evidence);
                    if (account != null) {
                        if (account.center() != null) {
                            facts.add(account);
                        }
                        facts.addAll(account.directed());
                        facts.addAll(account.appeals());
                    }
                    facts.addAll(tallies(count, value));
                    facts.add(new Totals(
                            count.values().stream().mapToLong(n -> n).sum(),
                            value.get(0),
                            value.get(1),
                            value.get(2),
                            asOf.minusDays(value.get(3))));
                    return facts;
                });
    }

    private static List<Tally> tallies(Map<Center, Long> counts, List<Long> values) {
        List<Tally> tallies = new ArrayList<>();
        long all = counts.values().stream().mapToLong(n -> n).sum();
        BigDecimal allValue = BigDecimal.ONE.max(BigDecimal.valueOf(
                values.stream().limit(counts.size()).mapToLong(v -> v).sum()));
        int i = 0;
        for (Map.Entry<Center, Long> entry : counts.entrySet()) {
            long others = counts.entrySet().stream()
                    .filter(other -> other.getKey() != entry.getKey())
                    .mapToLong(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            BigDecimal value = BigDecimal.valueOf(values.get(i++));
            tallies.add(new Tally(entry.getKey(), entry.getValue(), all, others, value.setScale(2), allValue));
        }
        return tallies;
    }
}
