package io.centerline.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.tariff.HtsReading.Readable;
import io.centerline.tariff.HtsReading.Unreadable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HtsReaderPropertiesTest {

    private static final Schedule SCHEDULE = Schedule.load();
    private static final HtsReader READER = new HtsReader(SCHEDULE);

    @Example
    void printThenRead_everyScheduleNumber_isTheSameInstance() {
        for (HtsNumber number : SCHEDULE.numbers()) {
            assertThat(((Readable) READER.read(number.text())).number()).isSameAs(number);
            assertThat(((Readable) READER.read(number.digits())).number()).isSameAs(number);
        }
    }

    @Property
    void printThenRead_anyWellFormedNumber_isIdentity(@ForAll("wellFormed") HtsNumber number) {
        assertThat(READER.read(number.text())).isEqualTo(new Readable(number, null, ""));
    }

    @Property
    void read_anyText_neverThrowsAndNeverChangesDigits(@ForAll String received) {
        holds(received);
    }

    @Property(tries = 5_000)
    void read_textThatLooksLikeANumber_neverThrowsAndNeverChangesDigits(@ForAll("almostNumbers") String received) {
        holds(received);
    }

    private static void holds(String received) {
        HtsReading reading = READER.read(received);
        if (reading instanceof Readable readable) {
            String digits = received.replaceAll("[^0-9]", "");
            String read = readable.number().digits();
            boolean padded = digits.equals("00" + read);
            boolean decimal = readable.note() == HtsNote.HTS_FLOAT && digits.matches(read + "0+");
            assertThat(digits.equals(read) || padded || decimal).as(received).isTrue();
        } else if (reading instanceof Unreadable unreadable) {
            assertThat(unreadable.message()).startsWith("HTS number ").doesNotContain("\n");
            assertThat(unreadable.help()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<HtsNumber> wellFormed() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(10)
                .filter(digits -> !digits.startsWith("00") && !digits.startsWith("77"))
                .map(HtsNumber::new);
    }

    @Provide
    Arbitrary<String> almostNumbers() {
        return Arbitraries.strings()
                .withChars("0001234567899")
                .withChars(". -;,\u00A0\uFEFFE+")
                .ofMinLength(0)
                .ofMaxLength(14);
    }
}
