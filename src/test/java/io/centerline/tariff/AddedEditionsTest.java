package io.centerline.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edition of the program with others beside it. */
class AddedEditionsTest {
    private static final Schedule OWN = Schedule.load();

    /** 8471.30.0100 is in the program's edition too, 8471.30.0199 in none. */
    private static final AddedEdition OF_2014 =
            edition("hts-2014", "2014-01-01", "2014-12-31", "8471300100", "8471300014");

    private static final AddedEdition OF_2020 = edition("hts-2020", "2020-01-01", null, "8471300100", "8471300020");
    private static final AddedEdition OF_2027 = edition("hts-2027", "2027-01-01", null, "8471300100", "8471300027");
    private static final Schedule ALL = OWN.with(List.of(OF_2027, OF_2014, OF_2020));

    static AddedEdition edition(String name, String from, @Nullable String until, String... digits) {
        TreeMap<String, String> units = new TreeMap<>();
        for (String each : digits) {
            units.put(each, "No.");
        }
        return new AddedEdition(
                Schedule.listed(name, units), LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2013-12-31, hts-2026-rev4",
        "2014-01-01, hts-2014",
        "2014-12-31, hts-2014",
        "2015-01-01, hts-2026-rev4",
        "2020-01-01, hts-2020",
        "2025-12-31, hts-2020",
        "2026-01-01, hts-2026-rev4",
        "2026-12-31, hts-2026-rev4",
        "2027-01-01, hts-2027",
        "2050-01-01, hts-2027"
    })
    void on_day_isTheEditionThatBeganLast(String day, String edition) {
        assertThat(ALL.on(LocalDate.parse(day)).edition()).isEqualTo(edition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8471300100 | 2014-05-01 | ACTIVE | ",
                "8471300014 | 2014-05-01 | ACTIVE | ",
                "84713000 | 2014-05-01 | ACTIVE | ",
                "8471300014 | 2026-05-01 | EXPIRED | is no longer in the schedule `hts-2026-rev4`; `hts-2014` has it",
                "8471300014 | 2020-05-01 | EXPIRED | is no longer in the schedule `hts-2020`; `hts-2014` has it",
                "8471300014 | 2013-05-01 | OTHER_EDITION | is not in the schedule `hts-2026-rev4`, which applies on"
                        + " 2013-05-01; `hts-2014` has it",
                "8471300027 | 2026-05-01 | OTHER_EDITION | is not in the schedule `hts-2026-rev4`, which applies on"
                        + " 2026-05-01; `hts-2027` has it",
                "8542310015 | 2014-05-01 | OTHER_EDITION | is not in the schedule `hts-2014`, which applies on"
                        + " 2014-05-01; `hts-2026-rev4` has it",
                "0101100010 | 2026-05-01 | EXPIRED | is no longer in the schedule `hts-2026-rev4`",
                "8471300199 | 2014-05-01 | UNKNOWN | is in none of the editions loaded (`hts-2026-rev4`, `hts-2014`,"
                        + " `hts-2020` and `hts-2027`); its longest known prefix is `84713001`",
            })
    void remark_numberOnADay_saysWhichEditionHasIt(
            String digits, String day, NumberStatus status, @Nullable String says) {
        HtsNumber number = new HtsNumber(digits);
        LocalDate asOf = LocalDate.parse(day);

        assertThat(ALL.status(number, asOf)).isEqualTo(status);
        NumberRemark remark = ALL.remark(number, asOf);
        if (says == null) {
            assertThat(remark).isNull();
        } else {
            assertThat(Objects.requireNonNull(remark).message())
                    .isEqualTo("HTS number `" + number.text() + "` " + says);
            assertThat(remark.status()).isEqualTo(status);
        }
    }

    @Test
    void remark_manyEditions_namesTheFirstFive() {
        Schedule many = OWN.with(List.of(
                edition("hts-a", "2014-01-01", null, "8471300014"),
                edition("hts-b", "2015-01-01", null, "8471300014"),
                edition("hts-c", "2016-01-01", null, "8471300014"),
                edition("hts-d", "2017-01-01", null, "8471300014"),
                edition("hts-e", "2018-01-01", null, "8471300014"),
                edition("hts-f", "2019-01-01", null, "8471300014")));

        assertThat(many.noEdition())
                .isEqualTo(
                        "none of the editions loaded (`hts-2026-rev4`, `hts-a`, `hts-b`, `hts-c` and `hts-d` and 2 more)");
    }

    @Test
    void isSteady_number_tellsWhetherTheDayMatters() {
        assertThat(ALL.isSteady(new HtsNumber("8471300100"))).isTrue();
        assertThat(ALL.isSteady(new HtsNumber("8471300199"))).isTrue();
        assertThat(ALL.isSteady(new HtsNumber("8471300014"))).isFalse();
        assertThat(ALL.isSteady(new HtsNumber("8542310015"))).isFalse();
        assertThat(ALL.isSteady(new HtsNumber("0101100010"))).isFalse();
        assertThat(OWN.isSteady(new HtsNumber("0101100010"))).isTrue();
    }

    @Test
    void find_numberOfAnyEdition_isKnown() {
        assertThat(OWN.find("8471300014")).isEmpty();
        assertThat(ALL.find("8471300014")).isPresent();
        assertThat(new HtsReader(ALL).read("8471.30.0014"))
                .isInstanceOfSatisfying(
                        HtsReading.Readable.class,
                        readable -> assertThat(readable.number())
                                .isSameAs(ALL.find("8471300014").orElseThrow()));
        assertThat(ALL.numbers()).isEqualTo(OWN.numbers());
    }

    @Test
    void with_noneOrAnyOrder_isTheSameSchedule() {
        assertThat(OWN.with(List.of())).isSameAs(OWN);
        assertThat(ALL.with(List.of())).isSameAs(OWN);
        Schedule other = OWN.with(List.of(OF_2014, OF_2020, OF_2027));
        assertThat(other.edition()).isEqualTo(ALL.edition()).matches("hts-2026-rev4-with-[0-9a-f]{12}");
        assertThat(other.text()).isEqualTo(ALL.text());
        assertThat(OWN.with(List.of(OF_2014)).edition()).isNotEqualTo(ALL.edition());
        assertThat(OWN.with(List.of(edition("hts-2014", "2014-01-01", null, "8471300100", "8471300014")))
                        .edition())
                .as("the days are part of it")
                .isNotEqualTo(OWN.with(List.of(OF_2014)).edition());
        assertThat(ALL.editions()).containsExactly("hts-2026-rev4", "hts-2014", "hts-2020", "hts-2027");
    }

    @Test
    void of_textOfAll_isTheSameSchedule() {
        Schedule read = Schedule.of(ALL.text());

        assertThat(read.edition()).isEqualTo(ALL.edition());
        assertThat(read.text()).isEqualTo(ALL.text());
        assertThat(read.on(LocalDate.of(2014, 5, 1)).edition()).isEqualTo("hts-2014");
        assertThat(read.added()).extracting(AddedEdition::until).containsExactly(OF_2014.until(), null, null);
        assertThat(Schedule.of(OWN.text()).text()).isEqualTo(Schedule.shipped());
    }

    @Test
    void of_damagedText_isRefusedWhereverTheDamageIs() {
        byte[] text = OWN.with(List.of(OF_2014)).text();
        for (int length = 22; length < text.length; length += 1 + text.length / 50) {
            byte[] cut = Arrays.copyOf(text, length);
            assertThatThrownBy(() -> Schedule.of(cut)).isInstanceOf(IllegalStateException.class);
        }
        for (int at = 22; at < text.length; at += 1 + text.length / 50) {
            byte[] changed = text.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> Schedule.of(changed)).as("byte " + at).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void bundle_oneEdition_isReadAgain() {
        AddedEdition read = ScheduleBundle.readOne(ScheduleBundle.write(OF_2014));

        assertThat(read.name()).isEqualTo("hts-2014");
        assertThat(read.from()).isEqualTo(OF_2014.from());
        assertThat(read.until()).isEqualTo(OF_2014.until());
        assertThat(read.schedule().text()).isEqualTo(OF_2014.schedule().text());
        assertThatThrownBy(() -> ScheduleBundle.readOne(ALL.text())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Schedule.of(ScheduleBundle.write(OF_2014))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ScheduleBundle.readOne(OWN.text())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void reportable_rateLineWithSuffix00_isFoundUnderEachPrefix() {
        for (String prefix : List.of("84", "8471", "847130", "84713001")) {
            assertThat(OWN.reportable(prefix)).contains(new HtsNumber("8471300100"));
            assertThat(OWN.isReportable(prefix)).isTrue();
        }
        assertThat(OWN.reportable("")).hasSize(20_149);
        assertThat(OWN.isReportable("99038815")).isTrue();
        assertThat(OWN.isReportable("0101100010")).isFalse();
        assertThat(OWN.isReportable("8400")).isFalse();
    }
}
