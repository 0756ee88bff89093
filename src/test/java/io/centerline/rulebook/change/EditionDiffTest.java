package io.centerline.rulebook.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.change.EditionDiff.Balance;
import io.centerline.rulebook.change.EditionDiff.Held;
import io.centerline.rulebook.change.EditionDiff.Moved;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditionDiffTest {
    private static final Rulebook RULES = TestRulebook.shared();
    /** The last day before and the first day on which 8511.10.0000 is of another Center (79 FR 13322). */
    private static final Edition BEFORE = RULES.edition(LocalDate.of(2014, 3, 9));

    private static final Edition AFTER = RULES.edition(LocalDate.of(2014, 3, 10));

    private static Schedule listing(String... digits) {
        TreeMap<String, String> units = new TreeMap<>();
        for (String each : digits) {
            units.put(each, "");
        }
        return Schedule.listed("hts-test", units);
    }

    @Test
    void between_twoEditions_saysWhatEachCenterGainsAndLoses() {
        EditionDiff diff = EditionDiff.between(
                listing("8471300100", "8511100000", "6109100012", "9801001012"),
                BEFORE,
                listing("8471300100", "8511100000", "8471410110", "9801001015"),
                AFTER);

        assertThat(diff.added())
                .containsExactly(
                        new Held(new HtsNumber("8471410110"), Center.ELECTRONICS),
                        new Held(new HtsNumber("9801001015"), null));
        assertThat(diff.dropped())
                .containsExactly(
                        new Held(new HtsNumber("6109100012"), Center.APPAREL_TEXTILES),
                        new Held(new HtsNumber("9801001012"), null));
        assertThat(diff.moved())
                .containsExactly(new Moved(new HtsNumber("8511100000"), Center.MACHINERY, Center.AUTOMOTIVE_AEROSPACE));
        assertThat(diff.centers())
                .hasSize(11)
                .contains(
                        new Balance(Center.ELECTRONICS, 1, 1, 0, 0, 0, 2),
                        new Balance(Center.APPAREL_TEXTILES, 1, 0, 1, 0, 0, 0),
                        new Balance(Center.MACHINERY, 1, 0, 0, 0, 1, 0),
                        new Balance(Center.AUTOMOTIVE_AEROSPACE, 0, 0, 0, 1, 0, 1),
                        new Balance(Center.BASE_METALS, 0, 0, 0, 0, 0, 0),
                        new Balance(null, 1, 1, 1, 0, 0, 1))
                .allSatisfy(
                        each -> assertThat(each.before() + each.added() - each.dropped() + each.came() - each.went())
                                .isEqualTo(each.after()));
    }

    @Test
    void between_sameEditionAndDay_isNothing() {
        Schedule shipped = Schedule.load();
        EditionDiff diff = EditionDiff.between(shipped, AFTER, shipped, AFTER);

        assertThat(diff.added()).isEmpty();
        assertThat(diff.dropped()).isEmpty();
        assertThat(diff.moved()).isEmpty();
    }
}
