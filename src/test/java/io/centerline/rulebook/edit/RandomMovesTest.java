package io.centerline.rulebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.check.CheckReport;
import io.centerline.check.History;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random moves over the shipped rules do what was said for every number and day, and nothing else. */
class RandomMovesTest {
    private static final int MOVES = Integer.getInteger("centerline.moves", 25);
    private static final int CHECKED = Integer.getInteger("centerline.moves.checked", 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));

    private final Random random = new Random(20_261_201);

    @Test
    void moves_ofAnyRange_moveItAndNothingElse() {
        List<String> refused = new ArrayList<>();
        int checked = 0;
        RuleFolder folder = SHIPPED;
        for (int i = 0; i < MOVES; i++) {
            RuleFolder before = i % 4 == 3 ? folder : SHIPPED;
            RangeMove move = move();
            try {
                folder = RuleFolder.of(RangeMoves.moved(before, SCHEDULE, List.of(), move));
            } catch (EditRefused expected) {
                refused.add(move.range().written() + ": " + expected.getMessage());
                continue;
            }
            prove(before, folder, move);
            if (checked++ < CHECKED) {
                CheckReport report =
                        new RulebookCheck(SCHEDULE).check(folder, new History(Rulebook.of(before.rules()), TODAY));
                assertThat(report.errors()).as("%s", move).isEmpty();
                assertThat(report.sound()).isTrue();
            }
        }
        assertThat(refused.size()).as("%s", refused).isLessThan(MOVES / 2);
    }

    private RangeMove move() {
        List<HtsNumber> numbers = SCHEDULE.numbers();
        Center center = Center.values()[random.nextInt(10)];
        int digits = 2 + 2 * random.nextInt(4);
        int at = random.nextInt(numbers.size());
        int other = Math.min(numbers.size() - 1, at + (int) Math.pow(10, random.nextInt(4)) - 1);
        int from = prefix(numbers.get(at), digits);
        int to = Math.max(from, prefix(numbers.get(other), digits));
        int chapter = numbers.get(other).chapter();
        if (chapter > 97) {
            return move();
        }
        return new RangeMove(
                new NumberRange(digits, from, to, center),
                TODAY.plusDays(random.nextInt(2_000)),
                "an \"example\"",
                Standing.INFERRED_LOW,
                null,
                "",
                null);
    }

    private static int prefix(HtsNumber number, int digits) {
        return Integer.parseInt(number.digits().substring(0, Math.min(digits, 8)));
    }

    private static void prove(RuleFolder before, RuleFolder after, RangeMove move) {
        RuleReading was = RuleReading.of(before.rules());
        RuleReading is = RuleReading.of(after.rules());
        assertThat(is.findings()).isEmpty();
        TreeSet<LocalDate> days = new TreeSet<>(List.of(move.from(), move.from().minusDays(1)));
        was.periods().forEach(period -> days.add(period.from()));
        is.periods().forEach(period -> days.add(period.from()));
        HtsInterval range = HtsInterval.of(move.range());
        for (LocalDate day : days) {
            InForce one = new InForce(day, day);
            ClaimMap old = ClaimMap.of(one, was.rules());
            ClaimMap young = ClaimMap.of(one, is.rules());
            TreeSet<Long> cuts = new TreeSet<>(List.of(range.from(), range.to() + 1));
            old.pieces().forEach(piece -> cuts.add(piece.stretch().from()));
            young.pieces().forEach(piece -> cuts.add(piece.stretch().from()));
            for (long number : cuts) {
                boolean goods = !new HtsInterval(number, number).isChapter77();
                boolean moves = goods && range.from() <= number && number <= range.to() && !day.isBefore(move.from());
                assertThat(center(young, number))
                        .as("%s on %s under %s", number, day, move)
                        .isEqualTo(moves ? move.range().center() : center(old, number));
            }
        }
    }

    private static @Nullable Center center(ClaimMap map, long number) {
        List<Rule> claims = map.at(number).claims();
        return claims.isEmpty() ? null : claims.get(0).range().orElseThrow().center();
    }
}
