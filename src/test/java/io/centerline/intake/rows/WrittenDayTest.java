package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-04-08",
                "20260408",
                "8-APR-26",
                "08-Apr-2026",
                "8 April 2026",
                "Apr 8, 2026",
                "April 8 2026",
                "8. April 2026",
                "46120",
                "46120.4375",
                "2026/04/08",
                "2026-4-8",
                "2026-04-08 10:15",
                "2026-04-08T00:00:00",
                "8-APR-26 0:00"
            })
    void read_dayThatReadsOneWay_isThatDay(String text) {
        int day = WrittenDay.read(text, null);

        assertThat(WrittenDay.isOpen(day)).isFalse();
        assertThat(WrittenDay.date(day)).hasToString("2026-04-08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"04/08/2026", "4/8/2026", "04-08-2026", "04.08.2026", "4/8/2026 0:00"})
    void read_dayThatReadsTwoWays_staysOpen(String text) {
        int day = WrittenDay.read(text, null);

        assertThat(WrittenDay.isOpen(day)).isTrue();
        assertThat(WrittenDay.date(WrittenDay.inOrder(day, DayOrder.MONTH_FIRST)))
                .hasToString("2026-04-08");
        assertThat(WrittenDay.date(WrittenDay.inOrder(day, DayOrder.DAY_FIRST))).hasToString("2026-08-04");
        assertThat(WrittenDay.date(WrittenDay.read(text, DayOrder.DAY_FIRST))).hasToString("2026-08-04");
    }

    @Test
    void read_dayAboveTwelve_provesTheOrder() {
        assertThat(WrittenDay.date(WrittenDay.read("13/04/2026", null))).hasToString("2026-04-13");
        assertThat(WrittenDay.proof("13/04/2026")).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(WrittenDay.date(WrittenDay.read("4/13/2026", null))).hasToString("2026-04-13");
        assertThat(WrittenDay.proof("4/13/2026")).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(WrittenDay.isOpen(WrittenDay.read("04/04/2026", null))).isFalse();
        assertThat(WrittenDay.proof("04/04/2026")).isNull();
        assertThat(WrittenDay.read("13/04/2026", DayOrder.MONTH_FIRST)).isEqualTo(WrittenDay.NO_SUCH_DAY);
    }

    @Test
    void read_yearOfTwoDigits_needsAStatedOrder() {
        assertThat(WrittenDay.read("4/8/26", null)).isEqualTo(WrittenDay.SHORT_YEAR);
        assertThat(WrittenDay.date(WrittenDay.read("4/8/26", DayOrder.MONTH_FIRST)))
                .hasToString("2026-04-08");
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2026,-3",
        "2026-02-30,-3",
        "30-FEB-2026,-3",
        "20261301,-3",
        "040826,-1",
        "12,-1",
        "N/A,-1",
        "8-XYZ-26,-1",
        "99999,-1",
        "1/2/3,-1",
        "2026,-1",
        "00/00/0000,-3",
        "8.471E+09,-1"
    })
    void read_otherText_isAFault(String text, int fault) {
        assertThat(WrittenDay.read(text, null)).isEqualTo(fault);
    }
}
