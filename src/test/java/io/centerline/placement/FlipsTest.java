package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Facts;
import io.centerline.placement.Explanation.Flip;
import io.centerline.rulebook.FaultyEngine;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.Counting;
import io.centerline.tariff.Center;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FlipsTest {
    private static final int RULES = 900;

    /** Rules that propose two Centers in turn, each from a number of lines of its own on. */
    private static final Rulebook MANY = FaultyEngine.none(many());

    private static RuleFiles many() {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        StringBuilder text =
                new StringBuilder("package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n");
        for (int i = 0; i < RULES; i++) {
            text.append("""
                    rule "PRE-%03d one of many" @id("PRE-%03d") @citation("test") @standing("found") @inForce("2013-04-04/..")
                    when
                        Totals( counted >= %d )
                    then
                        insert(new Proposal(Center.%s, Basis.PREDOMINANCE));
                    end
                    """.formatted(100 + i, 100 + i, 5 + 3 * i, i % 2 == 0 ? "ELECTRONICS" : "MACHINERY"));
        }
        text.append("""
                rule "EVD-900 enough lines" @id("EVD-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    Totals( counted >= %d )
                then
                    insert(new Proposal(Center.BASE_METALS, Basis.EVIDENCE));
                end
                """.formatted(3 * RULES));
        texts.put("placement/many.drl", text.toString());
        return new RuleFiles(texts);
    }

    private static Facts facts() {
        Story story = Story.today();
        for (Center center : Center.values()) {
            story.row(center, 1, 0);
        }
        return story.facts();
    }

    /** Each rule is read where its own answer may change; to read all of them there would take more than there is. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void decide_hundredsOfTurningPoints_findsWhatLiesBehindThem() {
        Decision decision = new Placement(MANY).decide(facts(), List.of(), Placement.Explain.FULL);

        assertThat(Objects.requireNonNull(decision.explanation().detail()).flips())
                .extracting(Flip::sentence)
                .containsExactly("2690 more lines in Base Metals would place it there");
        assertThat(RULES * RULES).isGreaterThan(Flips.MOST_READINGS);
    }

    /** A Center whose search takes all its readings leaves those of the others. */
    @Test
    void list_centersThatUseUpTheirReadings_leaveTheOthersTheirs() {
        Facts facts = facts();
        var edition = MANY.edition(facts.asOf());
        Window window =
                Window.ending(facts.asOf(), (Counting) edition.counting().conclusion());
        LineCount count = LineCount.count(edition, window, facts, Practice.CURRENT);
        Tallies tallies = Tallies.of(count.votes());
        Question question = new Question(edition, facts, window, count.setAside());
        Outcome present = new Proposals(question.ask(tallies)).outcome();

        assertThat(Flips.ofOutcome(tallies, question, present, 3 * RULES).list())
                .extracting(Flip::sentence)
                .containsExactly("2690 more lines in Base Metals would place it there");
    }

    /** A search that is cut short gives no flip; it never gives another one. */
    @Test
    void list_anyNumberOfReadings_givesNoFlipThatIsNotSo() {
        Facts facts = Story.today()
                .row(Center.ELECTRONICS, 7, 0)
                .row(Center.MACHINERY, 3, 0)
                .row(Center.BASE_METALS, 1, 0)
                .facts();
        var edition = TestRulebook.shared().edition(facts.asOf());
        Window window =
                Window.ending(facts.asOf(), (Counting) edition.counting().conclusion());
        LineCount count = LineCount.count(edition, window, facts, Practice.CURRENT);
        Tallies tallies = Tallies.of(count.votes());
        Question question = new Question(edition, facts, window, count.setAside());
        Outcome present = new Proposals(question.ask(tallies)).outcome();
        List<Flip> all =
                Flips.ofOutcome(tallies, question, present, Flips.MOST_READINGS).list();

        assertThat(all).hasSize(2);
        for (int readings = 0; readings < 60; readings++) {
            List<Flip> some =
                    Flips.ofOutcome(tallies, question, present, readings).list();
            assertThat(all).as(readings + " readings").containsAll(some);
            assertThat(some).hasSizeLessThan(readings < 3 ? 1 : 3);
        }
        assertThat(Flips.ofOutcome(tallies, question, present, 60).list()).isEqualTo(all);
    }
}
