package io.centerline.intake.editions;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EditionFilePropertiesTest {

    @Property(tries = 60)
    void read_csvAndJsonOfOneEdition_areTheSameSchedule(@ForAll("numbers") Map<String, List<String>> more)
            throws Exception {
        SortedMap<String, List<String>> numbers = Exports.whole();
        numbers.putAll(more);

        Schedule csv = read(Exports.csv(numbers), StandardCharsets.UTF_8);
        Schedule json = read(Exports.json(numbers), StandardCharsets.UTF_8);

        assertThat(csv.text()).isEqualTo(json.text());
        assertThat(read(Exports.csv(numbers).substring(1), StandardCharsets.UTF_16)
                        .text())
                .isEqualTo(json.text());
        assertThat(read(Exports.json(numbers), StandardCharsets.UTF_16).text()).isEqualTo(json.text());
        numbers.forEach((digits, units) -> {
            HtsNumber number = new HtsNumber(digits);
            assertThat(csv.status(number)).isEqualTo(NumberStatus.ACTIVE);
            if (digits.length() == 10) {
                assertThat(csv.unit(number)).isEqualTo(String.join(", ", units));
            }
        });
        assertThat(csv.reportable("")).hasSize((int) numbers.keySet().stream()
                .filter(digits -> digits.length() == 10)
                .count());
    }

    private static Schedule read(String text, Charset charset) throws Exception {
        Path file = Files.createTempFile("edition", ".export");
        try {
            Files.writeString(file, text, charset);
            return EditionFile.read(file, "hts-test");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Provide
    Arbitrary<Map<String, List<String>>> numbers() {
        Arbitrary<String> digits = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(1_000_000, 76_999_999)
                        .map(rate -> "0".repeat(8 - (rate + "").length()) + rate),
                Arbitraries.longs().between(7_800_000_000L, 9_999_999_999L).map(number -> number + ""));
        Arbitrary<List<String>> units = Arbitraries.of("No.", "kg", "liters", "kg ttl sug", "pf.liters")
                .list()
                .ofMaxSize(3);
        return Arbitraries.maps(digits, units).ofMaxSize(40);
    }
}
