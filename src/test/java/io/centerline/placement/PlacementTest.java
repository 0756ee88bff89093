package io.centerline.placement;

import static io.centerline.placement.Story.codes;
import static io.centerline.tariff.Center.AUTOMOTIVE_AEROSPACE;
import static io.centerline.tariff.Center.BASE_METALS;
import static io.centerline.tariff.Center.ELECTRONICS;
import static io.centerline.tariff.Center.MACHINERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.facts.AppealStatus;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Factor;
import io.centerline.facts.Facts;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.placement.Explanation.Missed;
import io.centerline.placement.Explanation.StepOutcome;
import io.centerline.placement.Outcome.NotPlaced;
import io.centerline.placement.Outcome.Pending;
import io.centerline.placement.Outcome.Placed;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

    @Test
    void decide_firstAndLastDayOfTheWindow_bothCount() {
        Decision decision = Story.today()
                .goodsOn(LocalDate.of(2025, 11, 25), MACHINERY)
                .goodsOn(LocalDate.of(2025, 11, 26), ELECTRONICS)
                .goodsOn(LocalDate.of(2026, 11, 25), ELECTRONICS)
                .goodsOn(LocalDate.of(2026, 11, 26), MACHINERY)
                .decide();
        assertThat(decision.explanation().counting().from()).isEqualTo("2025-11-26");
        assertThat(decision.explanation().counting().to()).isEqualTo("2026-11-25");
        assertThat(tally(decision, 0).count()).isEqualTo(2);
        assertThat(missed(decision, NotCountedReason.OUTSIDE_WINDOW).count()).isEqualTo(2);
        assertThat(missed(decision, NotCountedReason.OUTSIDE_WINDOW).examples()).containsExactly("line 1", "line 4");
        assertThat(missed(decision, NotCountedReason.OUTSIDE_WINDOW).rules())
                .extracting(rule -> rule.id().text())
                .containsExactly("CNT-005", "CNT-006");
    }

    @Test
    void decide_leapDay_countsFromTheFirstOfMarch() {
        LocalDate leapDay = LocalDate.of(2024, 2, 29);
        Decision decision = Story.on(leapDay)
                .goodsOn(LocalDate.of(2023, 2, 28), MACHINERY)
                .goodsOn(LocalDate.of(2023, 3, 1), ELECTRONICS)
                .goodsOn(leapDay, ELECTRONICS)
                .decide();
        assertThat(decision.explanation().counting().from()).isEqualTo("2023-03-01");
        assertThat(tally(decision, 0).count()).isEqualTo(2);
        assertThat(missed(decision, NotCountedReason.OUTSIDE_WINDOW).count()).isEqualTo(1);
    }

    @Test
    void decide_dayAfterALeapDay_keepsTheWholeYear() {
        Decision decision = Story.on(LocalDate.of(2025, 2, 28)).decide();
        assertThat(decision.explanation().counting().from()).isEqualTo("2024-02-29");
    }

    @Test
    void decide_lineWithoutDate_counts() {
        Decision decision = Story.today().goodsOn(null, ELECTRONICS).decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
    }

    @Test
    void decide_beforeCoverage_isRefused() {
        assertThatThrownBy(() -> Story.on(LocalDate.of(2013, 4, 3)).decide())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decide_numberInNoRange_hasNoCenter() {
        Decision decision =
                Story.today().goods("9801001000").goods("7416000000").decide();
        assertThat(missed(decision, NotCountedReason.SPECIAL_PROVISION_ONLY).count())
                .isEqualTo(1);
        assertThat(missed(decision, NotCountedReason.NO_CENTER).count()).isEqualTo(1);
        assertThat(missed(decision, NotCountedReason.NO_CENTER).rules()).isEmpty();
        assertThat(decision.outcome()).isEqualTo(new Pending(null));
        assertThat(decision.indicated()).isNull();
    }

    @Test
    void decide_noLines_pendsAndSaysSo() {
        Decision decision = Story.today().decide();
        assertThat(decision.outcome()).isEqualTo(new Pending(null));
        assertThat(decision.outcome().code()).isEqualTo("PNDING");
        assertThat(decision.explanation().summary())
                .isEqualTo("Pending: no entry line was counted and nothing else points to a Center");
        assertThat(codes(decision)).isEmpty();
    }

    @Test
    void decide_additionalDutiesFirst_commodityNumberVotes() {
        Decision decision =
                Story.today().goods("99038191", "99038001", "7208390015").decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(BASE_METALS, Basis.PREDOMINANCE));
    }

    @Test
    void decide_goodsOfDifferentCenters_areSetAsideForAPerson() {
        Decision decision = Story.today().goods("8458110010", "8471300100").decide();
        assertThat(decision.outcome()).isEqualTo(new Pending(null));
        assertThat(codes(decision)).containsExactly(ReviewCode.GOODS_UNCLEAR);
    }

    /** So that what was decided under it is decided alike again. */
    @Test
    void decide_goodsOfDifferentCentersUnderARulebookThatDoesNotWeighThem_lastOneVotes() {
        Rulebook older = Rulebook.of(TestRulebook.without(TestRulebook.shared().files(), "CNT-014"));
        Decision decision = new Placement(older)
                .decide(Story.today().goods("8458110010", "8471300100").facts(), List.of(), Placement.Explain.SUMMARY);
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
    }

    @Test
    void decide_specialProvisionLast_numberOfTheGoodsStillVotes() {
        Decision decision = Story.today().goods("8471300100", "99038815").decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
    }

    @Test
    void decide_severalReasonsNotToCount_firstInDeclaredOrderIsTold() {
        Decision decision = Story.today()
                .line(EntryLine.builder()
                        .entry("ABC12345678")
                        .line(7)
                        .date(LocalDate.of(2020, 1, 1))
                        .number(new HtsNumber("99038815"))
                        .set(ArticleSet.V)
                        .role(Role.CONSIGNEE)
                        .count(3)
                        .build())
                .decide();
        Missed missed = missed(decision, NotCountedReason.NOT_IMPORTER_OF_RECORD);
        assertThat(missed.count()).isEqualTo(3);
        assertThat(missed.examples()).containsExactly("ABC12345678/7");
        assertThat(decision.explanation().notCounted().stream()
                        .mapToLong(Missed::count)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void decide_setAcrossCenters_setVotesOnceAndComponentsNever() {
        Decision decision = Story.today()
                .line(set(ArticleSet.X, "8471300100"))
                .line(set(ArticleSet.V, "8458110010"))
                .line(set(ArticleSet.V, "8458110010"))
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        assertThat(missed(decision, NotCountedReason.SET_COMPONENT).count()).isEqualTo(2);
    }

    @Test
    void decide_tieWithoutAccount_pendsAndNamesBoth() {
        Decision decision =
                Story.today().lines(ELECTRONICS, 3).lines(MACHINERY, 3).decide();
        assertThat(decision.outcome()).isEqualTo(new Pending(null));
        assertThat(decision.indicated()).isNull();
        assertThat(codes(decision)).containsExactly(ReviewCode.TIE);
        assertThat(decision.explanation().summary())
                .isEqualTo("Pending: Electronics and Machinery lead with 3 of 6 entry lines each");
    }

    @Test
    void decide_tieWithValueOnOneSide_isNotBrokenByValue() {
        Decision decision =
                Story.today().row(ELECTRONICS, 3, 0).row(MACHINERY, 3, 900_00).decide();
        assertThat(decision.outcome()).isEqualTo(new Pending(null));
    }

    @Test
    void decide_tieWithAccount_keepsTheAccountsCenter() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 3)
                .lines(MACHINERY, 3)
                .account(BASE_METALS, "2019-04-01")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(BASE_METALS, Basis.ACCOUNT));
        assertThat(codes(decision)).containsExactly(ReviewCode.TIE);
    }

    @Test
    void decide_tieBelowTheLeader_isNoTie() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 4)
                .lines(MACHINERY, 2)
                .lines(BASE_METALS, 2)
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        assertThat(codes(decision)).isEmpty();
    }

    @Test
    void decide_evidenceForTwoCenters_conflictsAndNamesBothRules() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 9)
                .evidence(Factor.BUSINESS_PRACTICE, AUTOMOTIVE_AEROSPACE, "2026-01-10")
                .evidence(Factor.INTENDED_USE, MACHINERY, "2026-01-10")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Pending(Basis.EVIDENCE));
        assertThat(decision.outcome().code()).isEqualTo("PNDING");
        assertThat(codes(decision)).containsExactly(ReviewCode.CONFLICT);
        assertThat(decision.reviews().get(0).message())
                .isEqualTo("proposals differ on the basis EVIDENCE: "
                        + "EVD-001 proposes Automotive & Aerospace; EVD-002 proposes Machinery");
        assertThat(decision.explanation().detail().steps())
                .filteredOn(step -> step.outcome() == StepOutcome.CONFLICTING)
                .extracting(step -> step.rule().id().text())
                .containsExactly("EVD-001", "EVD-002");
    }

    @Test
    void decide_conflictOnAWeakerBasis_isSetAsideWithIt() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 9)
                .account(ELECTRONICS, "2019-04-01")
                .evidence(Factor.BUSINESS_PRACTICE, AUTOMOTIVE_AEROSPACE, "2026-01-10")
                .evidence(Factor.INTENDED_USE, MACHINERY, "2026-01-10")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.ACCOUNT));
        assertThat(codes(decision)).isEmpty();
    }

    @Test
    void decide_twoFactorsForOneCenter_agree() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 9)
                .evidence(Factor.BUSINESS_PRACTICE, AUTOMOTIVE_AEROSPACE, "2026-01-10")
                .evidence(Factor.INTENDED_USE, AUTOMOTIVE_AEROSPACE, "2026-01-10")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(AUTOMOTIVE_AEROSPACE, Basis.EVIDENCE));
        assertThat(decision.indicated()).isEqualTo(ELECTRONICS);
    }

    @Test
    void decide_evidenceRecordedAfterAsOf_doesNotCount() {
        Story story = Story.today().lines(ELECTRONICS, 9);
        assertThat(story.evidence(Factor.BUSINESS_PRACTICE, MACHINERY, "2026-11-26")
                        .decide()
                        .outcome())
                .isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        assertThat(story.evidence(Factor.BUSINESS_PRACTICE, MACHINERY, "2026-11-25")
                        .decide()
                        .outcome())
                .isEqualTo(new Placed(MACHINERY, Basis.EVIDENCE));
    }

    @Test
    void decide_directionOnItsFirstAndLastDay_isInForce() {
        for (String[] days : new String[][] {{"2026-11-25", ".."}, {"2026-01-01", "2026-11-25"}}) {
            Decision decision = Story.today()
                    .lines(ELECTRONICS, 9)
                    .direction(MACHINERY, days[0], days[1])
                    .decide();
            assertThat(decision.outcome()).isEqualTo(new Placed(MACHINERY, Basis.DIRECTED));
        }
        for (String[] days : new String[][] {{"2026-11-26", ".."}, {"2026-01-01", "2026-11-24"}}) {
            Decision decision = Story.today()
                    .lines(ELECTRONICS, 9)
                    .direction(MACHINERY, days[0], days[1])
                    .decide();
            assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        }
    }

    @Test
    void decide_laterAppealGranted_replacesTheEarlier() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 9)
                .appeal(MACHINERY, "2020-01-01", AppealStatus.GRANTED, "2020-06-01")
                .appeal(BASE_METALS, "2021-01-01", AppealStatus.GRANTED, "2021-06-01")
                .appeal(AUTOMOTIVE_AEROSPACE, "2026-01-01", AppealStatus.DENIED, "2026-01-01")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(BASE_METALS, Basis.APPEAL));
    }

    @Test
    void decide_appealsGrantedOnOneDay_conflict() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 9)
                .appeal(MACHINERY, "2020-01-01", AppealStatus.GRANTED, "2021-06-01")
                .appeal(BASE_METALS, "2021-01-01", AppealStatus.GRANTED, "2021-06-01")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Pending(Basis.APPEAL));
        assertThat(decision.reviews().get(0).message()).contains("APL-001 proposes Machinery", "Base Metals");
    }

    @Test
    void decide_accountPlacedAfterTheAppeal_leavesTheAppealBehind() {
        Story story =
                Story.today().lines(ELECTRONICS, 9).appeal(MACHINERY, "2020-01-01", AppealStatus.GRANTED, "2020-06-01");
        assertThat(story.account(BASE_METALS, "2020-06-01").decide().outcome())
                .isEqualTo(new Placed(MACHINERY, Basis.APPEAL));
        assertThat(story.account(BASE_METALS, "2020-06-02").decide().outcome())
                .isEqualTo(new Placed(BASE_METALS, Basis.ACCOUNT));
    }

    @Test
    void decide_accountSinceAfterAsOf_doesNotCountYet() {
        Decision decision = Story.today()
                .lines(ELECTRONICS, 9)
                .account(MACHINERY, "2026-11-26")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        assertThat(codes(decision)).isEmpty();
    }

    @Test
    void decide_accountBeforeTheRegulation_isNotYetLaw() {
        Story dayBefore = Story.on(LocalDate.of(2017, 1, 18));
        Story firstDay = Story.on(LocalDate.of(2017, 1, 19));
        assertThat(dayBefore
                        .lines(ELECTRONICS, 9)
                        .account(MACHINERY, "2016-01-01")
                        .decide()
                        .outcome())
                .isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        assertThat(firstDay.lines(ELECTRONICS, 9)
                        .account(MACHINERY, "2016-01-01")
                        .decide()
                        .outcome())
                .isEqualTo(new Placed(MACHINERY, Basis.ACCOUNT));
    }

    @Test
    void decide_courierWithDirectionAndAccount_isStillNotEligible() {
        Decision decision = Story.today()
                .kind(ImporterKind.COURIER)
                .lines(ELECTRONICS, 9)
                .account(MACHINERY, "2019-04-01")
                .direction(MACHINERY, "2019-04-01", "..")
                .decide();
        assertThat(decision.outcome()).isEqualTo(new NotPlaced(Basis.ELIGIBILITY));
        assertThat(decision.outcome().code()).isEqualTo("NOTELG");
        assertThat(decision.indicated()).isEqualTo(ELECTRONICS);
        assertThat(decision.explanation().detail().flips()).isEmpty();
    }

    @Test
    void decide_fourAndFiveLines_thinEvidenceEndsAtFive() {
        assertThat(codes(Story.today().lines(ELECTRONICS, 4).decide())).containsExactly(ReviewCode.THIN_EVIDENCE);
        assertThat(codes(Story.today().lines(ELECTRONICS, 5).decide())).isEmpty();
        assertThat(codes(Story.today().decide())).isEmpty();
        assertThat(Story.today().lines(ELECTRONICS, 1).decide().reviews().get(0).message())
                .isEqualTo("1 line counted; 5 or more are usual");
    }

    @Test
    void decide_exactlyHalf_isAMajority() {
        assertThat(codes(Story.today()
                        .row(ELECTRONICS, 50, 0)
                        .row(MACHINERY, 30, 0)
                        .row(BASE_METALS, 20, 0)
                        .decide()))
                .isEmpty();
        assertThat(codes(Story.today()
                        .row(ELECTRONICS, 49, 0)
                        .row(MACHINERY, 30, 0)
                        .row(BASE_METALS, 21, 0)
                        .decide()))
                .containsExactly(ReviewCode.NO_MAJORITY);
    }

    @Test
    void decide_exactlyTenPoints_isNotNear() {
        assertThat(codes(Story.today()
                        .row(ELECTRONICS, 11, 0)
                        .row(MACHINERY, 9, 0)
                        .decide()))
                .isEmpty();
        assertThat(codes(Story.today()
                        .row(ELECTRONICS, 549_999, 0)
                        .row(MACHINERY, 450_001, 0)
                        .decide()))
                .containsExactly(ReviewCode.NEAR_EQUAL_SPREAD);
    }

    @Test
    void decide_exactlyHalfOfTheValue_pointsElsewhere() {
        assertThat(codes(Story.today()
                        .row(ELECTRONICS, 8, 500_00)
                        .row(MACHINERY, 2, 500_00)
                        .decide()))
                .containsExactly(ReviewCode.VALUE_POINTS_ELSEWHERE);
        assertThat(codes(Story.today()
                        .row(ELECTRONICS, 8, 500_01)
                        .row(MACHINERY, 2, 500_00)
                        .decide()))
                .isEmpty();
        assertThat(codes(Story.today()
                        .row(ELECTRONICS, 8, 0)
                        .row(MACHINERY, 2, 0)
                        .decide()))
                .isEmpty();
    }

    @Test
    void decide_valuesBeyondALong_addUpExactly() {
        long most = 99_999_999_999_999_999L;
        Story story = Story.today();
        for (int i = 0; i < 200; i++) {
            story.row(ELECTRONICS, 1, most);
        }
        Tally tally = tally(story.decide(), 0);
        assertThat(tally.value())
                .isEqualTo(BigDecimal.valueOf(most, 2).multiply(BigDecimal.valueOf(200)))
                .isGreaterThan(BigDecimal.valueOf(Long.MAX_VALUE, 2));
        assertThat(tally.valueShare()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void decide_leaderByALowRangeOnly_isMarked() {
        // 8543 rests on a guess, 8471 does not.
        Decision decision = Story.today()
                .goods("8543100000")
                .goods("8543100000")
                .goods("8543100000")
                .lines(MACHINERY, 2)
                .decide();
        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        assertThat(codes(decision)).contains(ReviewCode.INFERRED_RANGE);
        assertThat(decision.reviews())
                .filteredOn(note -> note.code() == ReviewCode.INFERRED_RANGE)
                .extracting(ReviewNote::message)
                .containsExactly("leaving out ranges of low standing (MEM-0706) would place the importer in Machinery");
    }

    @Test
    void decide_leaderWithoutItsLowRange_isNotMarked() {
        Decision decision = Story.today()
                .goods("8543100000")
                .lines(ELECTRONICS, 4)
                .lines(MACHINERY, 2)
                .decide();
        assertThat(codes(decision)).doesNotContain(ReviewCode.INFERRED_RANGE);
    }

    @Test
    void decide_onlyLowRanges_wouldLeaveTheCasePending() {
        Decision decision = Story.today().goods("8543100000").decide();
        assertThat(decision.reviews())
                .extracting(ReviewNote::message)
                .contains("leaving out ranges of low standing (MEM-0706) would leave the case pending");
    }

    @Test
    void decide_lowRangeUnderAnAccount_isNotMarked() {
        Decision decision = Story.today()
                .goods("8543100000")
                .account(ELECTRONICS, "2019-04-01")
                .decide();
        assertThat(codes(decision)).isEmpty();
    }

    @Test
    void decide_summaryOnly_leavesOutNothingButTheDetail() {
        Story story = Story.today().lines(ELECTRONICS, 3).lines(MACHINERY, 1);
        Decision summary =
                new Placement(TestRulebook.shared()).decide(story.facts(), List.of(), Placement.Explain.SUMMARY);
        Decision full = story.decide();
        assertThat(summary.explanation().detail()).isNull();
        assertThat(summary.explanation().summary())
                .isEqualTo(full.explanation().summary())
                .isEqualTo("Placed in Electronics: 3 of 4 entry lines belong there (75 %); Machinery follows with 1");
        assertThat(summary.outcome()).isEqualTo(full.outcome());
        assertThat(summary.reviews()).isEqualTo(full.reviews());
        assertThat(summary.rules()).isEqualTo(full.rules());
    }

    @Test
    void flips_runnerUp_needsOneMoreThanTheDistance() {
        Decision decision =
                Story.today().lines(ELECTRONICS, 5).lines(MACHINERY, 2).decide();
        assertThat(decision.explanation().detail().flips())
                .containsExactly(new Explanation.Flip(
                        MACHINERY,
                        4,
                        3,
                        0,
                        "4 more lines in Machinery would move it there; with 3 more the case would be pending"));
    }

    private static EntryLine set(ArticleSet set, String digits) {
        return EntryLine.builder()
                .date(Story.DAY)
                .number(new HtsNumber(digits))
                .set(set)
                .build();
    }

    /** A rulebook may count in a way of its own; what it decides is said in the words of its rule. */
    @ParameterizedTest
    @CsvSource({"0", "1", "3"})
    void decide_ruleOfPredominanceThatPlacesElsewhere_saysWhatTheRuleSays(int lines) {
        SortedMap<String, String> texts = new TreeMap<>(
                TestRulebook.without(TestRulebook.small(), "PRE-001").texts());
        texts.put("placement/elsewhere.drl", """
                package rules.placement;
                import io.centerline.rulebook.vocabulary.*;
                rule "PRE-901 all to Electronics"
                    @id("PRE-901") @citation("test") @standing("found") @inForce("2013-04-04/..")
                    @says("everything belongs there")
                when
                    Case()
                then
                    insert(new Proposal(Center.ELECTRONICS, Basis.PREDOMINANCE));
                end
                """);
        Placement placement = new Placement(Rulebook.of(new RuleFiles(texts)));
        Facts facts = Story.today()
                .lines(MACHINERY, lines)
                .lines(ELECTRONICS, lines / 2)
                .facts();

        Decision decision = placement.decide(facts, List.of(), Placement.Explain.FULL);

        assertThat(decision.outcome()).isEqualTo(new Placed(ELECTRONICS, Basis.PREDOMINANCE));
        assertThat(decision.explanation().summary())
                .isEqualTo("Placed in " + ELECTRONICS.title() + ": everything belongs there");
    }

    private static Tally tally(Decision decision, int position) {
        return decision.explanation().tallies().get(position).tally();
    }

    private static Missed missed(Decision decision, NotCountedReason reason) {
        return decision.explanation().notCounted().stream()
                .filter(missed -> missed.reason() == reason)
                .findFirst()
                .orElseThrow();
    }
}
