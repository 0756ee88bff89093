package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptSchedulesTest {
    private static final byte[] TEXT = Schedule.shipped();
    private static final Schedule SERVING = Schedule.load();

    private LogFixture fixture;
    private KeptSchedules schedules;

    @BeforeEach
    void open() throws SQLException {
        fixture = new LogFixture("schedules");
        schedules = new KeptSchedules(fixture.store);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void keep_programWithANewerEdition_theOlderCanStillBeRead() {
        byte[] newer = new String(TEXT, StandardCharsets.UTF_8)
                .replace("edition hts-2026-rev4", "edition hts-2027-rev1")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(schedules.keep(SERVING, TEXT)).isTrue();
        assertThat(schedules.keep(Schedule.of(newer), newer)).isTrue();
        assertThat(schedules.keep(Schedule.of(newer), newer))
                .as("at every start")
                .isTrue();

        KeptSchedules later = new KeptSchedules(fixture.store);

        Schedule older = later.find("hts-2026-rev4").orElseThrow();
        assertThat(older.edition()).isEqualTo("hts-2026-rev4");
        assertThat(older.status(new HtsNumber("8471300100"))).isEqualTo(NumberStatus.ACTIVE);
        assertThat(later.text("hts-2027-rev1")).contains(newer);
        assertThat(later.find("hts-2028-rev1")).isEmpty();
        assertThat(later.list()).extracting(KeptSchedule::edition).containsExactly("hts-2027-rev1", "hts-2026-rev4");
        assertThat(later.list().get(1).bytes()).isEqualTo(TEXT.length);
    }

    @Test
    void text_alteredInTheDatabase_isNotGivenOut() throws SQLException {
        schedules.keep(SERVING, TEXT);
        fixture.tamper("update schedule set content = content || 'x'::bytea");

        assertThatThrownBy(() -> schedules.text("hts-2026-rev4")).isInstanceOf(LogAltered.class);
        assertThatThrownBy(schedules::list).isInstanceOf(LogAltered.class);
    }

    @Test
    void keep_anotherTextOfAnEdition_isToldAndChangesNothing() {
        schedules.keep(SERVING, TEXT);

        assertThat(schedules.keep(SERVING, new byte[] {1})).isFalse();
        assertThat(schedules.text("hts-2026-rev4")).contains(TEXT);
    }

    @Test
    void keep_editionThatIsThere_doesNotSendItsTextAgain() throws SQLException {
        schedules.keep(SERVING, TEXT);
        fixture.execute("create trigger none_sent before insert on schedule"
                + " for each statement execute function refuse_change()");

        assertThat(schedules.keep(SERVING, TEXT)).isTrue();
    }

    @Test
    void find_editionThatServes_isNotParsedAgain() {
        schedules.keep(SERVING, TEXT);

        assertThat(schedules.find("hts-2026-rev4").orElseThrow()).isSameAs(SERVING);
    }

    @Test
    void find_textThatWasTamperedWith_saysWhere() throws SQLException {
        schedules.keep(SERVING, TEXT);
        fixture.tamper("update schedule set content = set_byte(content, 100000, 65)");

        KeptSchedules later = new KeptSchedules(fixture.store);
        assertThat(later.keep(SERVING, TEXT)).isFalse();
        assertThatThrownBy(() -> later.find("hts-2026-rev4"))
                .isInstanceOf(LogAltered.class)
                .hasMessage("the text kept of the schedule `hts-2026-rev4` is damaged: schedule, line 4: the checksum"
                        + " does not fit what follows");
    }
}
