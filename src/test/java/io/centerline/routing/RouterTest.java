package io.centerline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Explanation;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Practice;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Account IN_BASE_METALS =
            new Account(Center.BASE_METALS, LocalDate.of(2019, 4, 1), List.of(), List.of());

    private final Router router = new Router(TestRulebook.shared());

    @Test
    void route_placedImporter_looksAtNoGoods() {
        Routing routing = routed(facts(Activity.PROTEST, ImporterKind.IMPORTER, IN_BASE_METALS, "8471300100"));

        assertThat(routing.center()).isEqualTo(Center.BASE_METALS);
        assertThat(routing.explanation().tallies()).isEmpty();
        assertThat(routing.rules()).extracting(Object::toString).containsExactly("ACC-001", "RTE-005", "RTE-101");
    }

    /** What more goods indicate is put to the routing rules: here they send Electronics to Machinery. */
    @Test
    void route_flips_areOfTheRoutingAndNotOfTheGoods() {
        SortedMap<String, String> texts =
                new TreeMap<>(TestRulebook.shared().files().texts());
        texts.computeIfPresent("routing/entries.drl", (path, text) -> text + """

                rule "RTE-199 Protests on Electronics are decided by Machinery"
                    @id("RTE-199") @citation("test") @standing("found") @inForce("2017-01-19/..")
                when
                    Matter( activity == Activity.PROTEST )
                    Predominant( center == Center.ELECTRONICS )
                then
                    insert(new Proposal(Center.MACHINERY, Basis.DIRECTED));
                end
                """);
        Router other = new Router(Rulebook.of(new RuleFiles(texts)));
        RoutingFacts facts = facts(
                Activity.PROTEST,
                ImporterKind.IMPORTER,
                null,
                "8458110010",
                "8458110010",
                "8458110010",
                "8471300100",
                "7208390015");

        assertThat(flips(other, facts))
                .containsExactly(
                        "3 more lines in Base Metals would move it there; with 2 more the case would be pending");
        assertThat(flips(router, facts))
                .containsExactly(
                        "3 more lines in Base Metals would move it there; with 2 more the case would be pending",
                        "3 more lines in Electronics would move it there; with 2 more the case would be pending");
    }

    private static List<String> flips(Router router, RoutingFacts facts) {
        RoutingAnswer answer = router.route(facts, List.of(), Explain.FULL);
        return Objects.requireNonNull(
                        ((RoutingAnswer.Routed) answer).routing().explanation().detail())
                .flips()
                .stream()
                .map(Explanation.Flip::sentence)
                .toList();
    }

    @Test
    void route_unplacedImporterWithoutLines_saysThatTheyAreNeeded() {
        Issue issue = refused(facts(Activity.PROTEST, ImporterKind.IMPORTER, null));

        assertThat(issue.code()).isEqualTo(IssueCode.NO_CLASSIFIABLE_LINE);
        assertThat(issue.pointer()).isEqualTo("/entry/lines");
        assertThat(issue.message())
                .isEqualTo("the importer is not placed, so its entry goes by its own goods, but the entry has no line");
        assertThat(issue.help()).isEqualTo("give the lines of the entry summary, or the account on file");
        assertThat(refused(facts(Activity.PROTEST, ImporterKind.BROKER, null)).help())
                .as("no account places a broker")
                .isEqualTo("give the lines of the entry summary");
    }

    @Test
    void route_courierWithSpecialProvisionsOnly_saysThatNoLineCounts() {
        Issue issue = refused(facts(Activity.SAMPLING, ImporterKind.COURIER, null, "99038815", "98010010"));

        assertThat(issue.code()).isEqualTo(IssueCode.NO_CLASSIFIABLE_LINE);
        assertThat(issue.message())
                .isEqualTo("a courier is not placed, so its entry goes by its own goods, but none of the 2 lines of the"
                        + " entry counts: 2 SPECIAL_PROVISION_ONLY (CNT-004)");
    }

    @Test
    void route_activityOfThePort_needsNoLineOfAnyone() {
        Routing routing = routed(facts(Activity.EXAMINATION, ImporterKind.BROKER, null));

        assertThat(routing.office()).isEqualTo(Office.PORT);
        assertThat(routing.status()).isEqualTo("ROUTED");
        assertThat(routing.code()).isEqualTo("PORT");
        assertThat(routing.center()).isNull();
        assertThat(routing.basis()).isNull();
        assertThat(routing.port()).isEqualTo("2704");
    }

    @Test
    void route_sameAccountTwice_isAnsweredAlike() {
        RoutingFacts one = facts(Activity.BOND, ImporterKind.IMPORTER, IN_BASE_METALS);
        RoutingFacts other = new RoutingFacts(
                new Importer(
                        new ImporterNumber("98-765432100", ImporterNumber.Format.EIN), "Other", ImporterKind.IMPORTER),
                one.asOf(),
                one.activity(),
                one.entry(),
                one.account());

        assertThat(routed(other).explanation()).isEqualTo(routed(one).explanation());
        assertThat(routed(other).facts()).isEqualTo(other);
    }

    @Test
    void route_summaryOnly_saysTheSameInOneSentence() {
        RoutingFacts facts = facts(Activity.REDELIVERY, ImporterKind.COURIER, null, "8471300100");
        Routing full = routed(facts);
        Routing summary = ((RoutingAnswer.Routed) router.route(facts, List.of(), Explain.SUMMARY)).routing();

        assertThat(summary.explanation().detail()).isNull();
        assertThat(summary.explanation().summary())
                .isEqualTo(full.explanation().summary())
                .isEqualTo(
                        "Goes to Electronics and to the director of port 2704: redelivery is demanded by the Center and"
                                + " by the port director; an express courier is not placed, so the entry goes by its own"
                                + " predominant number, to Electronics");
        assertThat(summary.rules()).isEqualTo(full.rules());
    }

    @Test
    void route_everyActivity_hasAReasonForEveryRuleOfEntriesThatDidNotFire() {
        for (Activity activity : Activity.values()) {
            Routing routing = routed(facts(activity, ImporterKind.IMPORTER, null, "8471300100"));
            Explanation.Detail detail =
                    Objects.requireNonNull(routing.explanation().detail());

            assertThat(detail.notFired())
                    .as("%s", activity)
                    .extracting(entry -> entry.rule().id().text())
                    .contains("RTE-101", "RTE-102", "RTE-103")
                    .noneMatch(id -> id.startsWith("RTE-0"));
            assertThat(detail.steps()).noneMatch(step -> step.rule().id().text().equals("CNT-001"));
        }
    }

    @Test
    void route_rulebookWithoutRouting_saysSoAndStillPlaces() {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.keySet().removeIf(path -> path.startsWith("routing/"));
        Rulebook old = Rulebook.of(new RuleFiles(texts));
        RoutingFacts facts = facts(Activity.PROTEST, ImporterKind.IMPORTER, IN_BASE_METALS);
        RoutingAnswer answer = new Router(old).route(facts, List.of(), Explain.FULL);

        assertThat(old.firstRoutedDay()).isEmpty();
        Issue issue = ((RoutingAnswer.Refused) answer).issues().get(0);
        assertThat(issue.code()).isEqualTo(IssueCode.NOT_ROUTED);
        assertThat(issue.message()).isEqualTo("no rule in force on 2026-11-25 says who handles `PROTEST`");
        assertThat(issue.help())
                .isEqualTo("the rulebook that serves holds no rules of routing; activate one that does");
    }

    @Test
    void route_beforeTheRegulation_isNotRouted() {
        RoutingFacts facts = facts(Activity.PROTEST, ImporterKind.IMPORTER, IN_BASE_METALS);
        RoutingFacts before = new RoutingFacts(
                facts.importer(), LocalDate.of(2017, 1, 18), facts.activity(), facts.entry(), facts.account());

        assertThat(refused(before).help()).isEqualTo("the rules of routing begin on 2017-01-19");
        assertThat(router.offices(Activity.PROTEST, LocalDate.of(2017, 1, 18))).isEmpty();
        assertThat(router.offices(Activity.PROTEST, LocalDate.of(2000, 1, 1))).isEmpty();
        assertThat(router.offices(Activity.PROTEST, LocalDate.of(2017, 1, 19))).containsExactly(Office.CENTER);
    }

    /** An entry is counted as a whole, whatever the days of its lines; the first practice counted it as undated. */
    @Test
    void route_ruleAboutUndatedLines_doesNotConcernAnEntry() {
        Rulebook undated = undated();
        RoutingFacts facts = facts(Activity.ENTRY_SUMMARY, ImporterKind.COURIER, null, "8471300100");

        assertThat(new Router(undated).route(facts, List.of(), Explain.FULL)).isInstanceOf(RoutingAnswer.Routed.class);
        assertThat(new Router(undated, Practice.FIRST).route(facts, List.of(), Explain.FULL))
                .isInstanceOf(RoutingAnswer.Refused.class);
    }

    /** That goods entered for warehouse do not vote keeps them from voting twice; within one entry they are there once. */
    @ParameterizedTest
    @ValueSource(strings = {"09", "21", "22", "26", "41", "61"})
    void route_entryOfATypeThatDoesNotVote_goesByItsGoods(String type) {
        RoutingFacts facts = facts(Activity.ENTRY_SUMMARY, ImporterKind.BROKER, null, "8471300100");
        List<EntryLine> lines = facts.entry().lines().stream()
                .map(line -> line.toBuilder().entryType(type).build())
                .toList();

        Routing routing = routed(new RoutingFacts(
                facts.importer(), DAY, Activity.ENTRY_SUMMARY, new EntrySummary("", "2704", lines), null));

        assertThat(routing.center()).isEqualTo(Center.ELECTRONICS);
    }

    @Test
    void route_entryWithoutALineThatCounts_saysWhyEachDoesNot() {
        RoutingFacts facts = facts(Activity.ENTRY_SUMMARY, ImporterKind.COURIER, null, "8471300100");
        RoutingAnswer answer = new Router(undated(), Practice.FIRST).route(facts, List.of(), Explain.FULL);

        assertThat(((RoutingAnswer.Refused) answer).issues().get(0).message())
                .isEqualTo("a courier is not placed, so its entry goes by its own goods, but none of the 1 line of the"
                        + " entry counts: 1 OUTSIDE_WINDOW (CNT-900)");
    }

    private static Rulebook undated() {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put("counting/undated.drl", """
                package rules.counting;
                import io.centerline.rulebook.vocabulary.*;
                rule "CNT-900 A line without a date does not vote"
                    @id("CNT-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    LineShape( timing == Timing.UNDATED )
                then
                    insert(new NotCounted(NotCountedReason.OUTSIDE_WINDOW));
                end
                """);
        return Rulebook.of(new RuleFiles(texts));
    }

    private Routing routed(RoutingFacts facts) {
        return ((RoutingAnswer.Routed) router.route(facts, List.of(), Explain.FULL)).routing();
    }

    private Issue refused(RoutingFacts facts) {
        List<Issue> issues = ((RoutingAnswer.Refused) router.route(facts, List.of(), Explain.FULL)).issues();
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    private static RoutingFacts facts(Activity activity, ImporterKind kind, @Nullable Account account, String... hts) {
        List<EntryLine> lines = List.of(hts).stream()
                .map(number -> EntryLine.builder()
                        .date(LocalDate.of(2015, 1, 1))
                        .number(new HtsNumber(number))
                        .build())
                .toList();
        Importer acme = new Importer(new ImporterNumber("12-345678900", ImporterNumber.Format.EIN), "Acme", kind);
        return new RoutingFacts(acme, DAY, activity, new EntrySummary("", "2704", lines), account);
    }
}
