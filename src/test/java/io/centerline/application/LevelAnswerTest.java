package io.centerline.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.Edition;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsLevel;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LevelAnswerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Edition EDITION = TestRulebook.shared().edition(DAY);

    private static LevelAnswer answer(String digits) {
        return LevelAnswer.of(EDITION, SCHEDULE, new HtsLevel(digits), "", DAY);
    }

    /** Each range is expanded by its two prefixes again, and gives the numbers of its Center and no others. */
    @Test
    void of_everyChapterAndHeading_rangesTellTheNumbersApart() {
        TreeSet<String> levels = new TreeSet<>();
        for (HtsNumber number : SCHEDULE.numbers()) {
            levels.add(number.digits().substring(0, 2));
            levels.add(number.digits().substring(0, 4));
        }
        int divided = 0;
        for (String level : levels) {
            LevelAnswer answer = answer(level);
            List<HtsNumber> all = SCHEDULE.reportable(level);
            List<HtsNumber> seen = new ArrayList<>();
            for (LevelAnswer.Holding held : answer.centers()) {
                for (LevelAnswer.Range range : held.ranges()) {
                    List<HtsNumber> numbers = all.stream()
                            .filter(number -> isIn(number.digits(), range))
                            .toList();
                    assertThat(numbers).as(level + " " + range).hasSize(range.numbers());
                    assertThat(numbers)
                            .allSatisfy(number -> assertThat(center(number)).isEqualTo(held.center()));
                    seen.addAll(numbers);
                }
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(answer.numbers() - answer.withoutCenter());
            divided += answer.centers().size() > 1 ? 1 : 0;
        }
        assertThat(divided).isGreaterThan(10);
    }

    private static boolean isIn(String digits, LevelAnswer.Range range) {
        return digits.compareTo(range.from()) >= 0
                && (digits.compareTo(range.to()) <= 0 || digits.startsWith(range.to()));
    }

    private static Center center(HtsNumber number) {
        return EDITION.classify(number).center();
    }

    @Test
    void of_headingOfOneCenter_isOneRangeOfTheHeading() {
        LevelAnswer answer = answer("6109");
        assertThat(answer.centers()).hasSize(1);
        assertThat(answer.centers().get(0).ranges())
                .containsExactly(new LevelAnswer.Range("6109", "6109", answer.numbers()));
        assertThat(answer.centers().get(0).rules()).hasSize(1);
        assertThat(answer.warnings()).isEmpty();
    }
}
