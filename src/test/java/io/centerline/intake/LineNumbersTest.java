package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Lines of one entry are its own, whether they name it or not. */
class LineNumbersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 19);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final HtsReader READER = new HtsReader(SCHEDULE);
    private static final String ONE = "{\"line\":1,\"hts\":\"8471.30.0100\"}";
    private static final String SAME = "{\"entry\":\"abc-1234567-8\",\"line\":1,\"hts\":\"8471.30.0100\"}";
    private static final String OTHER = "{\"line\":1,\"hts\":\"7208.39.0015\"}";

    @Test
    void routing_lineThereTwice_isRefusedWithBothPlaces() {
        RoutingRequest read = routing("\"number\":\"ABC12345678\",", ONE + "," + OTHER);

        assertThat(((RoutingRequest.Refused) read).issues())
                .extracting(Issue::code, Issue::pointer, Issue::message)
                .containsExactly(tuple(
                        IssueCode.LINE_TWICE,
                        "/entry/lines/1",
                        "entry line 2 and entry line 1 are both line 1 of entry `ABC12345678` and differ in `hts`"));
    }

    @Test
    void routing_equalLineThereTwice_isWarnedOf() {
        RoutingRequest read = routing("\"number\":\"ABC12345678\",", ONE + "," + SAME);

        assertThat(((RoutingRequest.Accepted) read).warnings())
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(tuple(IssueCode.LINE_REPEATED, "/entry/lines/1"));
    }

    @Test
    void routing_entryWithoutNumber_isNotCompared() {
        assertThat(routing("", ONE + "," + OTHER)).isInstanceOf(RoutingRequest.Accepted.class);
    }

    /** The same entry may stand there once for each category of merchandise. */
    @Test
    void protest_linesOfOneEntry_areComparedWithEachOtherOnly() {
        String entry = "{\"number\":\"ABC12345678\",\"port\":\"2704\",\"lines\":[%s]}";
        ProtestIntake intake = new ProtestIntake(READER, SCHEDULE, FIRST, IntakeLimits.DEFAULT);

        ProtestRequest apart = intake.read(protest(entry.formatted(ONE) + "," + entry.formatted(OTHER)), DAY);
        ProtestRequest together = intake.read(protest(entry.formatted(ONE + "," + OTHER)), DAY);

        assertThat(apart).isInstanceOf(ProtestRequest.Accepted.class);
        assertThat(((ProtestRequest.Refused) together).issues())
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(tuple(IssueCode.LINE_TWICE, "/entries/0/lines/1"));
    }

    private static RoutingRequest routing(String number, String lines) {
        String body = "{\"importer\":{\"number\":\"12-345678900\"},\"activity\":\"PROTEST\",\"entry\":{" + number
                + "\"port\":\"2704\",\"lines\":[" + lines + "]}}";
        return new RoutingIntake(READER, SCHEDULE, FIRST, (activity, day) -> false, IntakeLimits.DEFAULT)
                .read(body.getBytes(StandardCharsets.UTF_8), DAY);
    }

    private static byte[] protest(String entries) {
        return ("{\"importer\":{\"number\":\"12-345678900\"},\"entries\":[" + entries + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
