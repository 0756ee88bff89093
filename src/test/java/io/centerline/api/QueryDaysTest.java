package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and times in query parameters, under the one rule for days. */
class QueryDaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-06-31 | is not a day of the calendar: June has 30 days",
                "2027-02-29 | is not a day of the calendar: February 2027 has 28 days",
                "2027-13-01 | is not a day of the calendar: there is no month 13",
                "2027-6-30  | is not written YYYY-MM-DD",
                "9999-12-31 | lies outside the years 1900 to 9998"
            })
    void day_noDay_saysWhy(String day, String why) {
        Query query = new Query("from=" + day + "&asOf=" + day);

        assertThat(query.day("from")).isNull();
        query.day("asOf", LocalDate.EPOCH, LocalDate.EPOCH);

        assertThat(query.issues())
                .extracting(Issue::message)
                .containsExactly(
                        "query parameter `from` `" + day + "` " + why, "query parameter `asOf` `" + day + "` " + why);
    }

    @Test
    void instant_onADayThatDoesNotExist_saysWhy() {
        Query query = new Query("knownAt=2027-06-31T00:00:00Z&until=2027-06-30&to=2027-06-30T04:00:00Z");

        assertThat(query.instant("knownAt")).isNull();
        assertThat(query.instant("until")).isNull();
        assertThat(query.instant("to")).isEqualTo(Instant.parse("2027-06-30T04:00:00Z"));

        assertThat(query.issues()).extracting(Issue::code).containsOnly(IssueCode.DATE_MALFORMED);
        assertThat(query.issues())
                .extracting(Issue::message)
                .containsExactly(
                        "query parameter `knownAt` `2027-06-31T00:00:00Z` is not a day of the calendar: June has 30 days",
                        "query parameter `until` `2027-06-30` is not a time with its zone");
    }
}
