package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Facts;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Explanation.Flip;
import io.centerline.rulebook.RandomRules;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.Center;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Flips against trying 1, 2, 3, … more lines, under random rules over the whole language. */
class FlipsPropertiesTest {
    private static final List<Center> CENTERS =
            List.of(Center.ELECTRONICS, Center.MACHINERY, Center.BASE_METALS, Center.AGRICULTURE);
    private static final int RULEBOOKS = 40;
    private static final int CASES = 15;
    private static final int TRIED = 40;

    @Test
    void flips_randomRules_areTheFewestAndSayWhatComesBetween() {
        Random random = new Random(20_261_130);
        int flips = 0;
        int lost = 0;
        int pending = 0;
        for (int i = 0; i < RULEBOOKS; i++) {
            RuleFiles files = RandomRules.counting(TestRulebook.small(), 3, random);
            Placement placement = new Placement(Rulebook.of(files));
            for (int j = 0; j < CASES; j++) {
                Facts facts = facts(random);
                Decision decision = placement.decide(facts, List.of(), Placement.Explain.FULL);
                for (CenterTally tally : decision.explanation().tallies()) {
                    Center center = tally.tally().center();
                    Flip flip = flip(decision, center);
                    String where =
                            files.texts().get("placement/random.drl") + "\n" + facts + "\n" + center + " " + flip;
                    check(placement, facts, decision, center, flip, where);
                    flips += flip == null ? 0 : 1;
                    lost += flip != null && flip.lostAt() > 0 ? 1 : 0;
                    pending += flip != null && flip.pendingAt() > 0 ? 1 : 0;
                }
            }
        }
        assertThat(flips).isGreaterThan(40);
        assertThat(lost).isGreaterThan(3);
        assertThat(pending).isGreaterThan(3);
    }

    /** A rule places from three tenths of the lines up to, not including, four tenths. */
    @Test
    void flips_centerWithinABand_areTheFewestAndSayWhereItIsLostAgain() {
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put("placement/band.drl", """
                package rules.placement;
                import io.centerline.rulebook.vocabulary.*;
                rule "EVD-900 Base Metals with three to four tenths of the lines is placed there"
                    @id("EVD-900") @citation("test") @standing("inferred:low") @inForce("2013-04-04/..")
                when
                    Tally( center == Center.BASE_METALS, share >= 0.30, share < 0.40 )
                then
                    insert(new Proposal(Center.BASE_METALS, Basis.EVIDENCE));
                end
                """);
        Facts facts = Story.today()
                .row(Center.ELECTRONICS, 100, 8000)
                .row(Center.BASE_METALS, 10, 9000)
                .facts();

        Decision decision =
                new Placement(Rulebook.of(new RuleFiles(texts))).decide(facts, List.of(), Placement.Explain.FULL);

        assertThat(decision.explanation().detail().flips())
                .containsExactly(new Flip(
                        Center.BASE_METALS,
                        33,
                        0,
                        57,
                        "33 more lines in Base Metals would move it there; with 57 more it would no longer be there"));
    }

    private static void check(
            Placement placement, Facts facts, Decision decision, Center center, Flip flip, String where) {
        boolean present = placed(decision.outcome(), center);
        int fewest = 0;
        int pendingAt = 0;
        int lostAt = 0;
        for (int lines = 1; lines <= TRIED && !present; lines++) {
            Outcome outcome = outcome(placement, facts, center, lines);
            if (fewest == 0 && placed(outcome, center)) {
                fewest = lines;
            } else if (fewest > 0 && lostAt == 0 && !placed(outcome, center)) {
                lostAt = lines;
            }
            boolean pends = outcome instanceof Outcome.Pending && !(decision.outcome() instanceof Outcome.Pending);
            pendingAt = fewest == 0 && pendingAt == 0 && pends ? lines : pendingAt;
        }
        if (fewest > 0) {
            assertThat(flip).as(where).isNotNull();
            assertThat(flip.lines()).as(where).isEqualTo(fewest);
            assertThat(flip.pendingAt()).as(where).isEqualTo(pendingAt);
            if (lostAt > 0) {
                assertThat(flip.lostAt()).as(where).isEqualTo(lostAt);
            }
        }
        if (flip != null) {
            assertThat(present).as(where).isFalse();
            assertThat(fewest == 0 || fewest == flip.lines()).as(where).isTrue();
            assertThat(placed(outcome(placement, facts, center, flip.lines()), center))
                    .as(where)
                    .isTrue();
            assertThat(placed(outcome(placement, facts, center, flip.lines() - 1), center))
                    .as(where)
                    .isFalse();
            if (flip.lostAt() > 0) {
                assertThat(placed(outcome(placement, facts, center, flip.lostAt()), center))
                        .as(where)
                        .isFalse();
                assertThat(placed(outcome(placement, facts, center, flip.lostAt() - 1), center))
                        .as(where)
                        .isTrue();
            }
        }
    }

    private static Outcome outcome(Placement placement, Facts facts, Center center, long more) {
        Facts with = more == 0 ? facts : PlacementPropertiesTest.with(facts, center, more);
        return placement.decide(with, List.of(), Placement.Explain.SUMMARY).outcome();
    }

    private static boolean placed(Outcome outcome, Center center) {
        return outcome instanceof Outcome.Placed placed && placed.center() == center;
    }

    private static Flip flip(Decision decision, Center center) {
        return decision.explanation().detail().flips().stream()
                .filter(flip -> flip.center() == center)
                .findFirst()
                .orElse(null);
    }

    private static Facts facts(Random random) {
        Story story = Story.today();
        for (Center center : CENTERS) {
            if (random.nextInt(4) > 0) {
                story.row(center, 1 + random.nextInt(8), 50L * random.nextInt(9));
            }
        }
        if (random.nextInt(4) == 0) {
            story.account(CENTERS.get(random.nextInt(4)), "2026-11-2" + (3 + random.nextInt(5)));
        }
        return story.facts();
    }
}
