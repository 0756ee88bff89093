package io.centerline.tariff;

import static io.centerline.tariff.NumberSource.DROPPED;
import static io.centerline.tariff.NumberSource.RETIRED;
import static io.centerline.tariff.NumberSource.REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a rate line gets its status and unit from the numbers under it. */
class RateLineTest {

    private static final HtsNumber RATE_LINE = new HtsNumber("01012100");

    @Test
    void status_oneActiveNumberAmongExpired_isActive() {
        assertThat(schedule(ten("10", RETIRED, ""), ten("20", REVISION, "kg"), ten("30", DROPPED, ""))
                        .status(RATE_LINE))
                .isEqualTo(NumberStatus.ACTIVE);
    }

    @Test
    void status_onlyExpiredNumbers_isExpired() {
        assertThat(schedule(ten("10", RETIRED, ""), ten("30", DROPPED, "")).status(RATE_LINE))
                .isEqualTo(NumberStatus.EXPIRED);
    }

    @Test
    void status_listedWithOnlyExpiredNumbers_isActive() {
        assertThat(schedule(eight(REVISION, ""), ten("10", RETIRED, "")).status(RATE_LINE))
                .isEqualTo(NumberStatus.ACTIVE);
    }

    @Test
    void unit_allActiveNumbersAgree_isTheirs() {
        assertThat(schedule(ten("10", REVISION, "kg"), ten("20", REVISION, "kg"), ten("30", DROPPED, "No."))
                        .unit(RATE_LINE))
                .isEqualTo("kg");
    }

    @Test
    void unit_activeNumbersDiffer_isEmptyForGood() {
        assertThat(schedule(ten("10", REVISION, "kg"), ten("20", REVISION, "No."), ten("30", REVISION, "kg"))
                        .unit(RATE_LINE))
                .isEmpty();
    }

    @Test
    void unit_listedForTheRateLine_isKept() {
        assertThat(schedule(eight(REVISION, "t"), ten("10", REVISION, "kg")).unit(RATE_LINE))
                .isEqualTo("t");
    }

    private static Schedule schedule(ScheduleRow... rows) {
        return Schedule.of(new ScheduleText("test", List.of(rows)));
    }

    private static ScheduleRow ten(String suffix, NumberSource standing, String unit) {
        return new ScheduleRow(RATE_LINE.digits() + suffix, standing, unit);
    }

    private static ScheduleRow eight(NumberSource standing, String unit) {
        return new ScheduleRow(RATE_LINE.digits(), standing, unit);
    }
}
