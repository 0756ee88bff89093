package io.centerline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DayRuleTest {

    @Property
    void find_everyAcceptedDay_isReadAsItIsPrinted(@ForAll("accepted") LocalDate day) {
        assertThat(DayRule.find(day.toString())).isEqualTo(day);
    }

    @Property(tries = 5_000)
    void find_anyText_agreesWithTheCalendarOfTheJdk(@ForAll("nearlyDays") String text) {
        assertThat(DayRule.find(text)).isEqualTo(parsed(text));
    }

    @Example
    void fault_everyKind_hasItsCodeAndWords() {
        Stream.of("", "2026-3-2", "2026/03/02", "26-03-2002", "2026-03-02 ", "+2026-3-02", "２026-03-02", "yesterday")
                .forEach(text -> assertThat(DayRule.fault(text)).as(text).isEqualTo(DayRule.Fault.FORM));
        Stream.of("2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-00-00", "1900-02-29")
                .forEach(text -> assertThat(DayRule.fault(text)).as(text).isEqualTo(DayRule.Fault.CALENDAR));
        Stream.of("1899-12-31", "9999-01-01", "0000-01-01", "9999-12-31")
                .forEach(text -> assertThat(DayRule.fault(text)).as(text).isEqualTo(DayRule.Fault.YEAR));
        assertThat(DayRule.Fault.YEAR.code()).isEqualTo(IssueCode.VALUE_OUT_OF_RANGE);
        assertThat(DayRule.Fault.YEAR.predicate("1899-12-31")).isEqualTo("lies outside the years 1900 to 9998");
    }

    @Example
    void predicate_dayThatDoesNotExist_saysWhy() {
        Map.of(
                        "2027-06-31", "June has 30 days",
                        "2027-02-29", "February 2027 has 28 days",
                        "2028-02-30", "February 2028 has 29 days",
                        "2026-12-32", "December has 31 days",
                        "2026-13-01", "there is no month 13",
                        "2026-00-10", "there is no month 00",
                        "2026-04-00", "April begins with day 01",
                        "0000-00-00", "there is no month 00")
                .forEach((text, why) -> assertThat(DayRule.fault(text).predicate(text))
                        .isEqualTo("is not a day of the calendar: " + why));
    }

    @Example
    void find_firstAndLastDay_areAccepted() {
        assertThat(DayRule.find("1900-01-01")).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(DayRule.find("9998-12-31")).isEqualTo(LocalDate.of(9998, 12, 31));
    }

    @Example
    void beforeCoverage_day_namesTheFirstCoveredDay() {
        assertThat(DayRule.beforeCoverage("/asOf", "`asOf` `2013-04-03`", LocalDate.of(2013, 4, 4), "the rules cover"))
                .isEqualTo(new Issue(
                        IssueCode.AS_OF_BEFORE_COVERAGE,
                        "/asOf",
                        "`asOf` `2013-04-03` lies before `2013-04-04`, the first day the rules cover",
                        "use `2013-04-04` or a later day"));
    }

    @Provide
    Arbitrary<LocalDate> accepted() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(9998, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> nearlyDays() {
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789-").ofLength(10);
        Arbitrary<String> parts = Arbitraries.integers()
                .between(0, 9999)
                .flatMap(year -> Arbitraries.integers()
                        .between(0, 13)
                        .flatMap(month -> Arbitraries.integers()
                                .between(0, 32)
                                .map(day -> String.format("%04d-%02d-%02d", year, month, day))));
        return Arbitraries.oneOf(digits, parts, parts, Arbitraries.strings().ofMaxLength(12));
    }

    /** The rule said another way. */
    private static LocalDate parsed(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 1900 && day.getYear() <= 9998 ? day : null;
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
