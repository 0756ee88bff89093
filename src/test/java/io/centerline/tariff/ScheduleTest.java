package io.centerline.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Schedule SCHEDULE = Schedule.load();

    @Test
    void load_shippedResource_knowsEveryNumberOnceInOrder() {
        assertThat(SCHEDULE.edition()).isEqualTo("hts-2026-rev4");
        assertThat(SCHEDULE.numbers()).isSorted().doesNotHaveDuplicates();
        assertThat(count(10, NumberStatus.ACTIVE))
                .as("19,856 and chapter 91's 293")
                .isEqualTo(20_149);
        assertThat(count(10, NumberStatus.EXPIRED)).isEqualTo(443);
        assertThat(SCHEDULE.numbers())
                .as("with the rate lines that 10-digit numbers imply")
                .hasSize(20_592 + 15_322);
    }

    /** A receipt names the edition and not its text, so another text needs another name. */
    @Test
    void shipped_text_isTheOneItsEditionStandsFor() throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Schedule.shipped());

        assertThat(HexFormat.of().formatHex(hash))
                .as(SCHEDULE.edition())
                .isEqualTo("defc8c8354d5b7dd2f3d35727ab890affeed2f95426684a7126f275a40a102fa");
    }

    @ParameterizedTest
    @CsvSource({
        "8471300100, ACTIVE, listed by the revision",
        "84713001, ACTIVE, rate line that only its statistical suffix implies",
        "9101114010, ACTIVE, suffix that only the reporting numbers list",
        "91011140, ACTIVE, rate line of chapter 91 without listed suffixes",
        "99038815, ACTIVE, special provision with eight digits",
        "0101100010, EXPIRED, reporting number the revision no longer has",
        "01011000, EXPIRED, rate line with nothing but expired numbers under it",
        "98010011, ACTIVE, retired as such but suffixes under it are active",
        "0202308000, EXPIRED, dropped by a revision and no reporting number",
        "8471309999, UNKNOWN, never listed",
        "84719999, UNKNOWN, never listed",
    })
    void status_number_followsItsSource(String digits, NumberStatus expected, String why) {
        assertThat(SCHEDULE.status(new HtsNumber(digits))).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0101210010, No.",
        "01013000, No.",
        "0102292011, 'No., kg'",
        "9101114010, ''",
        "8471309999, ''",
    })
    void unit_number_isTheTariffsUnit(String digits, String expected) {
        assertThat(SCHEDULE.unit(new HtsNumber(digits))).isEqualTo(expected);
    }

    @Test
    void find_knownDigits_givesTheSchedulesOwnInstance() {
        assertThat(SCHEDULE.numbers())
                .allSatisfy(number ->
                        assertThat(SCHEDULE.find(new String(number.digits()))).containsSame(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "8471", "8471.30.01", "0084713001", "8471309999", "847130010", "84713001000", "８４７１３００１"})
    void find_otherText_isEmpty(String digits) {
        assertThat(SCHEDULE.find(digits)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "8471300199, 84713001",
        "8471309900, 847130",
        "84719999, 8471",
        "8499000000, 84",
        "8471300100, 84713001",
        "99038815, 99038815",
    })
    void longestKnownPrefix_number_isTheDeepestWithAnyNumberUnderIt(String digits, String expected) {
        assertThat(SCHEDULE.longestKnownPrefix(new HtsNumber(digits))).isEqualTo(expected);
    }

    @Test
    void longestKnownPrefix_chapterWithoutNumbers_isEmpty() {
        Schedule empty = Schedule.of(new ScheduleText("none", List.of()));

        assertThat(empty.longestKnownPrefix(new HtsNumber("8471300100"))).isEmpty();
        assertThat(empty.status(new HtsNumber("8471300100"))).isEqualTo(NumberStatus.UNKNOWN);
    }

    private static long count(int length, NumberStatus status) {
        return SCHEDULE.numbers().stream()
                .filter(number -> number.digits().length() == length && SCHEDULE.status(number) == status)
                .count();
    }
}
