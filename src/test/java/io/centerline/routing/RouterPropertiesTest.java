package io.centerline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.Direction;
import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Role;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.RandomFacts;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** A plain reading of the law agrees with the rules on random activities, and the order of anything never matters. */
class RouterPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Set<Activity> OF_THE_PORT = EnumSet.range(Activity.CARGO_RELEASE, Activity.IN_BOND);
    private static final Set<Activity> OF_HEADQUARTERS = EnumSet.range(Activity.BINDING_RULING, Activity.CTPAT);
    private static final Set<Activity> OF_BOTH = EnumSet.range(Activity.REDELIVERY, Activity.SAMPLING);

    private final Router router = new Router(TestRulebook.shared());

    @Property(tries = 2_000)
    void route_anyActivity_goesWhereThePlainReadingSays(@ForAll("facts") RoutingFacts facts) {
        RoutingAnswer answer = router.route(facts, List.of(), Explain.SUMMARY);

        assertThat(say(answer)).isEqualTo(plainly(facts));
    }

    @Property(tries = 500)
    void route_linesAndRecordsReversed_saysTheSame(@ForAll("facts") RoutingFacts facts) {
        RoutingAnswer answer = router.route(facts, List.of(), Explain.FULL);
        RoutingAnswer other = router.route(reversed(facts), List.of(), Explain.FULL);

        assertThat(reasons(other)).isEqualTo(reasons(answer));
    }

    private static Object reasons(RoutingAnswer answer) {
        if (!(answer instanceof RoutingAnswer.Routed routed)) {
            return answer;
        }
        RoutingExplanation explanation = routed.routing().explanation();
        // The examples of lines that do not vote are the first ones given; all else has an order of its own.
        return List.of(
                explanation.summary(),
                explanation.tallies(),
                explanation.notCounted().stream()
                        .map(missed -> missed.reason() + " " + missed.count())
                        .toList(),
                Objects.requireNonNull(explanation.detail()),
                routed.routing().reviews(),
                routed.routing().rules());
    }

    private static String say(RoutingAnswer answer) {
        if (answer instanceof RoutingAnswer.Refused refused) {
            return refused.issues().get(0).code().name();
        }
        Routing routing = ((RoutingAnswer.Routed) answer).routing();
        return routing.office() + " " + (routing.office().hasCenter() ? routing.code() : "");
    }

    /** 19 CFR 101.10 and the lists of functions, without a rule engine. */
    private static String plainly(RoutingFacts facts) {
        Office office = officeOf(facts);
        if (!office.hasCenter()) {
            return office + " ";
        }
        if (facts.importer().kind() == ImporterKind.IMPORTER) {
            Set<Center> placed = onFile(facts.account());
            if (!placed.isEmpty()) {
                return office + " "
                        + (placed.size() == 1 ? placed.iterator().next().code() : "PNDING");
            }
        }
        Map<Center, Integer> counts = new EnumMap<>(Center.class);
        for (EntryLine line : facts.entry().lines()) {
            center(line).ifPresent(center -> counts.merge(center, line.count(), Integer::sum));
        }
        if (counts.isEmpty()) {
            return "NO_CLASSIFIABLE_LINE";
        }
        int most = Collections.max(counts.values());
        List<Center> leaders = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return office + " " + (leaders.size() == 1 ? leaders.get(0).code() : "PNDING");
    }

    private static Office officeOf(RoutingFacts facts) {
        Activity activity = facts.activity();
        if (activity == Activity.DRAWBACK) {
            boolean aligned = facts.importer().kind() == ImporterKind.IMPORTER
                    && !onFile(facts.account()).isEmpty();
            return aligned ? Office.CENTER : Office.DRAWBACK_OFFICE;
        }
        if (activity == Activity.CONTINUOUS_BOND_APPROVAL) {
            return Office.REVENUE_DIVISION;
        }
        if (OF_HEADQUARTERS.contains(activity)) {
            return Office.HEADQUARTERS;
        }
        if (OF_THE_PORT.contains(activity)) {
            return Office.PORT;
        }
        return OF_BOTH.contains(activity) ? Office.BOTH : Office.CENTER;
    }

    private static Set<Center> onFile(@Nullable Account account) {
        if (account == null) {
            return Set.of();
        }
        Set<Center> directed = account.directed().stream()
                .filter(direction ->
                        !direction.from().isAfter(DAY) && !direction.through().isBefore(DAY))
                .map(Direction::center)
                .collect(Collectors.toSet());
        if (!directed.isEmpty()) {
            return directed;
        }
        List<Appeal> granted = account.appeals().stream()
                .filter(appeal -> appeal.status() == AppealStatus.GRANTED
                        && !appeal.effective().isAfter(DAY))
                .toList();
        Optional<LocalDate> latest = granted.stream().map(Appeal::effective).max(LocalDate::compareTo);
        if (latest.isPresent()) {
            LocalDate since = account.since();
            boolean later = since != null && since.isAfter(latest.get()) && !since.isAfter(DAY);
            if (!later) {
                return granted.stream()
                        .filter(appeal -> appeal.effective().equals(latest.get()))
                        .map(Appeal::preferred)
                        .collect(Collectors.toSet());
            }
        }
        LocalDate since = account.since();
        Center center = account.center();
        return center != null && since != null && !since.isAfter(DAY) ? Set.of(center) : Set.of();
    }

    private static Optional<Center> center(EntryLine line) {
        return line.set() == ArticleSet.V || line.role() != Role.IMPORTER_OF_RECORD
                ? Optional.empty()
                : Goods.all().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(line.commodity()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static RoutingFacts reversed(RoutingFacts facts) {
        Account account = facts.account();
        return new RoutingFacts(
                facts.importer(),
                facts.asOf(),
                facts.activity(),
                new EntrySummary(
                        facts.entry().number(),
                        facts.entry().port(),
                        reversed(facts.entry().lines())),
                account == null
                        ? null
                        : new Account(
                                account.center(),
                                account.since(),
                                reversed(account.directed()),
                                reversed(account.appeals())));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    @Provide
    Arbitrary<RoutingFacts> facts() {
        Arbitrary<EntryLine> lines = Combinators.combine(
                        RandomFacts.centers(),
                        Arbitraries.of(ArticleSet.class),
                        Arbitraries.frequency(Tuple.of(5, Role.IMPORTER_OF_RECORD), Tuple.of(1, Role.CONSIGNEE)),
                        Arbitraries.integers().between(1, 3),
                        RandomFacts.near(DAY).injectNull(0.5))
                .as((center, set, role, count, date) -> EntryLine.builder()
                        .date(date)
                        .number(Goods.all().get(center))
                        .set(set)
                        .role(role)
                        .count(count)
                        .build());
        return Combinators.combine(
                        Arbitraries.of(ImporterKind.class),
                        Arbitraries.of(Activity.class),
                        RandomFacts.accounts(DAY).injectNull(0.3),
                        lines.list().ofMaxSize(4))
                .as((kind, activity, account, goods) -> new RoutingFacts(
                        new Importer(new ImporterNumber("12-345678900", ImporterNumber.Format.EIN), "", kind),
                        DAY,
                        activity,
                        new EntrySummary("", "2704", goods),
                        account));
    }
}
