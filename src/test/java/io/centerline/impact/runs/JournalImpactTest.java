package io.centerline.impact.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.decision.DecisionKind;
import io.centerline.facts.Activity;
import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.ImporterNumber.Format;
import io.centerline.facts.RoutingFacts;
import io.centerline.impact.CaseKind;
import io.centerline.impact.CasePlace;
import io.centerline.impact.Example;
import io.centerline.impact.Impact;
import io.centerline.impact.ImpactComparison;
import io.centerline.impact.ImpactTest;
import io.centerline.impact.RecordedDecisions;
import io.centerline.impact.Undecided;
import io.centerline.intake.Intake;
import io.centerline.intake.StoredFacts;
import io.centerline.journal.Tampering;
import io.centerline.journal.search.Filter;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.store.embedded.SharedStore;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JournalImpactTest {
    private static final Schedule SCHEDULE = Schedule.load();
    static final StoredFacts READER = new StoredFacts(new HtsReader(SCHEDULE), SCHEDULE);

    private RecordedDecisions journal;
    private PGSimpleDataSource database;
    private RecordedCases cases;
    private JournalImpact engine;

    @BeforeEach
    void emptyJournal() {
        SharedStore.Database empty = SharedStore.migrated("journal_impact");
        journal = new RecordedDecisions(empty);
        database = RecordedDecisions.pool(empty);
        cases = new RecordedCases(database);
        engine = new JournalImpact(cases, READER);
    }

    @Test
    void run_wholeJournal_findsWhatAFileOfTheSameCasesFinds() throws InterruptedException {
        List<Intake.Accepted> decided = ImpactTest.cases(2_500);
        journal.record(
                ImpactTest.PRESENT, decided.stream().map(Intake.Accepted::facts).toList());
        Progress progress = new Progress();

        Impact impact = engine.run(comparison(), CaseSelection.ALL, cases.journal(), progress);
        Impact file = Impact.of(ImpactTest.PRESENT, ImpactTest.CANDIDATE, decided);

        assertThat(impact).usingRecursiveComparison().ignoringFields("examples").isEqualTo(file);
        assertThat(impact.moved()).isBetween(500L, 2_000L);
        assertThat(impact.examples()).hasSize(1_000);
        assertThat(impact.examples().stream().map(example -> example.place().index()))
                .containsExactlyElementsOf(file.examples().stream()
                        .limit(1_000)
                        .map(example -> example.place().index())
                        .toList());
        CasePlace first = impact.examples().get(0).place();
        assertThat(first.decision()).isEqualTo(new UUID(0, first.index()).toString());
        assertThat(progress.done()).isEqualTo(2_500);
        assertThat(progress.total()).isEqualTo(2_500);
    }

    @Test
    void run_filter_looksAtWhatPassesIt() throws InterruptedException {
        Facts person = facts(new ImporterNumber("123-45-6789", Format.SOCIAL_SECURITY), Center.ELECTRONICS);
        Facts company = facts(new ImporterNumber("98-765432100", Format.EIN), Center.MACHINERY);
        Facts broker = new Facts(
                new Importer(company.importer().number(), "", ImporterKind.BROKER),
                company.asOf(),
                company.lines(),
                List.of(),
                null);
        journal.record(ImpactTest.PRESENT, List.of(person, company, broker));
        journal.record(ImpactTest.CANDIDATE, List.of(person, company, broker));

        assertThat(cases(new CaseSelection(
                        new Filter(null, "***-**-6789", null, null, null, null, null, null, null, null), null, null)))
                .isEqualTo(2);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, "CEE010", null, null, null, null, null, null, null), null, null)))
                .isEqualTo(3);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, null, null, Basis.ELIGIBILITY, null, null, null, null, null),
                        null,
                        null)))
                .isEqualTo(2);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, null, "PLACED", null, null, null, null, null, null), null, null)))
                .isEqualTo(4);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, null, null, null, null, null, null, day(3), null), null, null)))
                .isEqualTo(4);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, null, null, null, null, null, null, null, day(3)), null, null)))
                .isEqualTo(3);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, null, null, null, null, null, null, day(3), day(3)), null, null)))
                .isEqualTo(1);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, null, null, null, null, null, ImpactTest.PRESENT.hash(), null, null),
                        null,
                        null)))
                .isEqualTo(3);
        assertThat(cases(new CaseSelection(
                        new Filter(null, "98-765432100", "CEE010", "PLACED", null, null, null, null, null, day(2)),
                        5,
                        null)))
                .isEqualTo(1);
        assertThat(cases(new CaseSelection(
                        new Filter(null, "98-765432101", null, null, null, null, null, null, null, null), null, null)))
                .isZero();
    }

    private long cases(CaseSelection selection) throws InterruptedException {
        Impact impact = engine.run(comparison(), selection, cases.journal(), new Progress());
        assertThat(impact.undecided()).isZero();
        return impact.cases();
    }

    private static LocalDate day(int ofJanuary) {
        return LocalDate.of(2026, 1, ofJanuary);
    }

    /** Under the hash of its leaf the row may say anything else. */
    @Test
    void run_decisionAltered_isNotAskedAndTold() throws Exception {
        journal.record(
                ImpactTest.PRESENT, List.of(facts(new ImporterNumber("98-765432100", Format.EIN), Center.ELECTRONICS)));
        Tampering.run(database, "update decision set body = '{\"id\":\"other\"}'");

        Impact impact = engine.run(comparison(), CaseSelection.ALL, cases.journal(), new Progress());

        assertThat(impact.moved()).isZero();
        assertThat(impact.undecided()).isOne();
        assertThat(impact.firstUndecided())
                .extracting(Undecided::reason)
                .containsExactly("it is not what its log signed; it was altered in the database");
    }

    @Test
    void run_asOfAnotherDay_decidesAllAsOfIt() throws InterruptedException {
        journal.record(
                ImpactTest.PRESENT, List.of(facts(new ImporterNumber("98-765432100", Format.EIN), Center.ELECTRONICS)));
        LocalDate tenYearsOn = ImpactTest.DAY.plusYears(10);
        CaseSelection later = new CaseSelection(Filter.ALL, null, tenYearsOn);

        Impact own = engine.run(comparison(), CaseSelection.ALL, cases.journal(), new Progress());
        Impact then = engine.run(comparison(), later, cases.journal(), new Progress());

        assertThat(own.moved()).isEqualTo(1);
        // By then the line lies outside the window and nothing is counted.
        assertThat(then.cases()).isEqualTo(1);
        assertThat(then.moved()).isZero();
    }

    @Test
    void run_lawThatChangesFromAComingDay_isAskedAsOfThatDay() throws InterruptedException {
        journal.record(
                ImpactTest.PRESENT,
                List.of(
                        facts(new ImporterNumber("98-765432100", Format.EIN), Center.ELECTRONICS),
                        facts(new ImporterNumber("98-765432101", Format.EIN), Center.MACHINERY)));
        journal.record(ImpactTest.PRESENT, routing(Activity.ENTRY_SUMMARY, Center.ELECTRONICS));

        Impact impact = engine.run(
                new ImpactComparison(ImpactTest.PRESENT, ImpactTest.changingOn(ImpactTest.DAY.plusDays(1))),
                CaseSelection.ALL,
                cases.journal(),
                new Progress());

        assertThat(impact.cases()).isEqualTo(3);
        assertThat(impact.passages()).isEqualTo(Map.of(new Impact.Passage("CEE007", "CEE010"), 2L));
        assertThat(impact.examples()).extracting(Example::asOf).containsOnly(ImpactTest.DAY.plusDays(1));
    }

    @Test
    void run_changeOfTodayThatMovesNobody_doesNotHideTheOneThatFollows() throws InterruptedException {
        journal.record(
                ImpactTest.PRESENT, List.of(facts(new ImporterNumber("98-765432100", Format.EIN), Center.ELECTRONICS)));
        Rulebook both = Rulebook.of(TestRulebook.without(
                ImpactTest.changingOn(ImpactTest.DAY.plusDays(1)).files(), "PRE-005"));

        Impact impact = engine.run(
                new ImpactComparison(ImpactTest.PRESENT, both), CaseSelection.ALL, cases.journal(), new Progress());

        assertThat(impact.moved()).isEqualTo(1);
    }

    @Test
    void run_filterOfRoutings_takesWhatSearchTakes() throws InterruptedException {
        Facts broker = new Facts(
                new Importer(new ImporterNumber("98-765432100", Format.EIN), "", ImporterKind.BROKER),
                ImpactTest.DAY,
                List.of(),
                List.of(),
                null);
        journal.record(ImpactTest.PRESENT, List.of(broker));
        journal.record(ImpactTest.PRESENT, routing(Activity.ENTRY_SUMMARY, Center.ELECTRONICS));
        journal.record(ImpactTest.PRESENT, routing(Activity.EXAMINATION, Center.ELECTRONICS));

        assertThat(cases(new CaseSelection(
                        new Filter(DecisionKind.ROUTING, null, null, null, null, null, null, null, null, null),
                        null,
                        null)))
                .isEqualTo(2);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, "PORT", null, null, null, null, null, null, null), null, null)))
                .isEqualTo(1);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, "NOTELG", null, null, null, null, null, null, null), null, null)))
                .isEqualTo(1);
        assertThat(cases(new CaseSelection(
                        new Filter(null, null, null, "ROUTED", null, null, null, null, null, null), null, null)))
                .isEqualTo(2);
    }

    @Test
    void run_journalWithRoutings_asksThemToo() throws InterruptedException {
        journal.record(
                ImpactTest.PRESENT, List.of(facts(new ImporterNumber("98-765432100", Format.EIN), Center.ELECTRONICS)));
        journal.record(ImpactTest.PRESENT, routing(Activity.ENTRY_SUMMARY, Center.ELECTRONICS));
        journal.record(ImpactTest.PRESENT, routing(Activity.ENTRY_SUMMARY, Center.MACHINERY));
        journal.record(ImpactTest.PRESENT, routing(Activity.EXAMINATION, Center.ELECTRONICS));

        Progress progress = new Progress();
        Impact impact = engine.run(comparison(), CaseSelection.ALL, cases.journal(), progress);

        assertThat(impact.cases()).isEqualTo(4);
        assertThat(impact.moved()).isEqualTo(2);
        assertThat(impact.routings()).isEqualTo(3);
        assertThat(impact.movedRoutings()).isEqualTo(1);
        assertThat(impact.undecided()).isZero();
        assertThat(impact.passages()).isEqualTo(Map.of(new Impact.Passage("CEE007", "CEE010"), 2L));
        assertThat(impact.examples()).extracting(Example::kind).containsExactly(CaseKind.PLACEMENT, CaseKind.ROUTING);
        assertThat(progress.done()).isEqualTo(cases.journal());
    }

    @Test
    void run_rulebookThatRoutesNoMore_movesTheRouting() throws InterruptedException {
        journal.record(ImpactTest.PRESENT, routing(Activity.EXAMINATION, Center.ELECTRONICS));
        Rulebook unrouted =
                Rulebook.of(new RuleFiles(new TreeMap<>(ImpactTest.PRESENT.files().texts().entrySet().stream()
                        .filter(file -> !file.getKey().startsWith("routing/"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))));

        Impact impact = engine.run(
                new ImpactComparison(ImpactTest.PRESENT, unrouted), CaseSelection.ALL, cases.journal(), new Progress());

        assertThat(impact.passages()).isEqualTo(Map.of(new Impact.Passage("PORT", "REFUSED"), 1L));
    }

    @Test
    void run_sample_isTheLatestOfThoseBelow() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            journal.record(
                    ImpactTest.PRESENT,
                    List.of(facts(
                            new ImporterNumber("98-765432100", Format.EIN),
                            i < 4 || i > 7 ? Center.MACHINERY : Center.ELECTRONICS)));
        }

        Impact impact = engine.run(comparison(), CaseSelection.latest(3), 8, new Progress());

        assertThat(impact.cases()).isEqualTo(3);
        assertThat(impact.examples().stream().map(example -> example.place().index()))
                .containsExactly(5L, 6L, 7L);
    }

    @Test
    void run_casesThatCannotBeAsked_areCountedAndNamed() throws InterruptedException {
        journal.record(ImpactTest.PRESENT, List.of(ImpactTest.accepted(2, 2).facts()));
        journal.record("{\"importer\":{\"name\":\"Acme\"},\"lines\":5}", ImpactTest.DAY);
        journal.record("nothing", ImpactTest.DAY);
        journal.record("{\"importer\":{\"number\":\"12-345678900\"},\"asOf\":\"2013-04-03\"}", ImpactTest.DAY);
        journal.record(null, ImpactTest.DAY);

        Impact impact = engine.run(comparison(), CaseSelection.ALL, cases.journal(), new Progress());

        assertThat(impact.cases()).isEqualTo(1);
        assertThat(impact.undecided()).isEqualTo(4);
        assertThat(impact.firstUndecided())
                .extracting(Undecided::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason)
                                .isEqualTo("its facts cannot be read: at `/importer/number` `importer.number` is"
                                        + " required; 1 more issues"),
                        reason -> assertThat(reason).startsWith("its facts cannot be read: at ``"),
                        reason -> assertThat(reason)
                                .isEqualTo("the as-of date `2013-04-03` lies before `2013-04-04`, the first day that"
                                        + " both rulebooks cover"),
                        reason -> assertThat(reason).isEqualTo("its facts were erased"));
    }

    @Test
    void run_caseThatOutweighsTheRest_isDecidedToo() throws InterruptedException {
        Facts one = facts(new ImporterNumber("98-765432100", Format.EIN), Center.ELECTRONICS);
        Facts heavy = new Facts(
                one.importer(),
                one.asOf(),
                Collections.nCopies(
                        70_000, one.lines().get(0).toBuilder().entry("").build()),
                List.of(),
                null);
        journal.record(ImpactTest.PRESENT, List.of(one, heavy, one));

        Impact impact = engine.run(comparison(), CaseSelection.ALL, cases.journal(), new Progress());

        assertThat(impact.passages()).isEqualTo(Map.of(new Impact.Passage("CEE007", "CEE010"), 3L));
        assertThat(impact.examples().get(1).causes().get(0).lines()).isEqualTo(70_000);
    }

    private static ImpactComparison comparison() {
        return new ImpactComparison(ImpactTest.PRESENT, ImpactTest.CANDIDATE);
    }

    private static Facts facts(ImporterNumber number, Center center) {
        EntryLine line = EntryLine.builder()
                .entry("ABC00000011")
                .line(1)
                .date(LocalDate.of(2026, 3, 2))
                .number(Goods.of(center))
                .cents(540_000L)
                .build();
        return new Facts(
                new Importer(number, "", ImporterKind.IMPORTER), ImpactTest.DAY, List.of(line), List.of(), null);
    }

    private static RoutingFacts routing(Activity activity, Center center) {
        EntryLine line = EntryLine.builder().number(Goods.of(center)).build();
        return new RoutingFacts(
                new Importer(new ImporterNumber("98-765432100", Format.EIN), "", ImporterKind.COURIER),
                ImpactTest.DAY,
                activity,
                new EntrySummary("OHC00000017", "4101", List.of(line)),
                null);
    }
}
