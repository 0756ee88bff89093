package io.centerline.rulebook.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.NumberMove.Claim;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Reasoning by intervals finds what looking at every number of the schedule on every day of change finds. */
class NumberMovesPropertiesTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final List<HtsNumber> NUMBERS =
            SCHEDULE.numbers().stream().filter(number -> number.chapter() < 40).toList();
    private static final Center[] CENTERS = Center.values();
    private static final String[] LEVELS = {"chapter", "heading", "subheading", "rateLine"};

    @Property(tries = 8)
    void between_randomRulebooks_agreesWithEveryNumber(@ForAll Random random) {
        Rulebook before = rulebook(random, random.nextInt(3));
        Rulebook after = rulebook(random, random.nextInt(3));
        RulebookDiff diff = RulebookDiff.between(before, after, SCHEDULE);

        TreeSet<LocalDate> days = new TreeSet<>();
        before.periods().forEach(period -> days.add(period.from()));
        after.periods().forEach(period -> days.add(period.from()));
        Set<HtsNumber> moved = new HashSet<>();
        for (LocalDate day : days) {
            List<Rule> oldRules = inForce(before, day);
            List<Rule> youngRules = inForce(after, day);
            List<NumberMove> told = diff.moves().stream()
                    .filter(move -> move.days().contains(day))
                    .toList();
            for (HtsNumber number : NUMBERS) {
                Claim was = claim(oldRules, number);
                Claim is = claim(youngRules, number);
                List<NumberMove> covering =
                        told.stream().filter(move -> covers(move, number)).toList();
                boolean moves = (was == null ? null : was.center()) != (is == null ? null : is.center());
                if (moves) {
                    moved.add(number);
                    assertThat(covering)
                            .as("%s on %s", number, day)
                            .singleElement()
                            .satisfies(move -> {
                                assertThat(move.before()).isEqualTo(was);
                                assertThat(move.after()).isEqualTo(is);
                            });
                } else if (!covering.isEmpty()) {
                    throw new AssertionError(number + " on " + day + " stays but is told: " + covering);
                }
            }
        }
        assertThat(diff.movedNumbers()).isEqualTo(moved.size());
        assertThat(diff).isEqualTo(RulebookDiff.between(before, after, SCHEDULE));
    }

    private static boolean covers(NumberMove move, HtsNumber number) {
        String digits = number.digits().length() == 8 ? number.digits() + "00" : number.digits();
        return move.from().compareTo(digits) <= 0 && move.to().compareTo(digits) >= 0;
    }

    private static List<Rule> inForce(Rulebook rulebook, LocalDate day) {
        return rulebook.rules().stream()
                .filter(rule -> rule.inForce().contains(day))
                .toList();
    }

    private static Claim claim(List<Rule> rules, HtsNumber number) {
        Rule winner = null;
        for (Rule rule : rules) {
            NumberRange range = rule.range().orElseThrow();
            int prefix = Integer.parseInt(number.digits().substring(0, range.digits()));
            if (prefix >= range.from() && prefix <= range.to() && (winner == null || stronger(rule, winner))) {
                winner = rule;
            }
        }
        return winner == null ? null : new Claim(winner.range().orElseThrow().center(), winner.id());
    }

    private static boolean stronger(Rule rule, Rule other) {
        int deeper = rule.range().orElseThrow().digits()
                - other.range().orElseThrow().digits();
        return deeper > 0 || (deeper == 0 && rule.id().compareTo(other.id()) < 0);
    }

    /** Claims that meet at one level name one Center, since it follows from level, chapter and salt. */
    private static Rulebook rulebook(Random random, int salt) {
        StringBuilder text = new StringBuilder("package rules.membership;\n");
        int rules = 1 + random.nextInt(12);
        for (int i = 0; i < rules; i++) {
            int level = random.nextInt(4);
            HtsNumber number = NUMBERS.get(random.nextInt(NUMBERS.size() / 4) + (level == 0 ? 0 : NUMBERS.size() / 4));
            int from = Integer.parseInt(number.digits().substring(0, 2 * level + 2));
            int width = (int) Math.pow(10, random.nextInt(2 * level + 1));
            int to =
                    level == 0 ? from : Math.min(from + width, (number.chapter() + 1) * (int) Math.pow(100, level) - 1);
            Center center = CENTERS[(number.chapter() * 7 + level * 3 + salt) % CENTERS.length];
            String until = random.nextBoolean() ? ".." : "20" + (20 + random.nextInt(3)) + "-12-31";
            text.append(
                    """
                        rule "MEM-01%02d a rule" @id("MEM-01%02d") @citation("c") @standing("found") @inForce("20%d-01-01/%s")
                        when $hts : HtsNumber( %s >= %d, %s <= %d ) then insert(new Membership($hts, Center.%s)); end
                        """.formatted(i, i, 13 + random.nextInt(7), until, LEVELS[level], from, LEVELS[level], to, center));
        }
        return Rulebook.of(new RuleFiles(new TreeMap<>(Map.of("membership/random.drl", text.toString()))));
    }
}
