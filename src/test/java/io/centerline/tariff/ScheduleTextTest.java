package io.centerline.tariff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTextTest {

    @Test
    void read_shippedResource_hasEverySourcesCount() throws IOException {
        List<ScheduleRow> rows = ScheduleText.read(shipped()).rows();

        assertThat(count(rows, NumberSource.REVISION, 10)).isEqualTo(19_856);
        assertThat(count(rows, NumberSource.REVISION, 8)).isEqualTo(6_897);
        assertThat(count(rows, NumberSource.REPORTING, 10)).isEqualTo(293);
        assertThat(count(rows, NumberSource.RETIRED, 10)).isEqualTo(620 - 293);
        assertThat(count(rows, NumberSource.RETIRED, 8)).isEqualTo(171);
        assertThat(count(rows, NumberSource.DROPPED, 10))
                .as("121, five of them reporting numbers")
                .isEqualTo(116);
    }

    @Test
    void write_whatWasRead_isTheSameBytes() throws IOException {
        assertThat(ScheduleText.read(shipped()).write()).isEqualTo(shipped()).hasSizeLessThan(400_000);
    }

    @Test
    void read_whatWasWritten_isTheSameRows() {
        ScheduleText text = new ScheduleText(
                "test",
                List.of(
                        new ScheduleRow("0101210010", NumberSource.REVISION, "No."),
                        new ScheduleRow("0101210011", NumberSource.DROPPED, ""),
                        new ScheduleRow("91011140", NumberSource.REVISION, "No., m2"),
                        new ScheduleRow("9101114010", NumberSource.REPORTING, ""),
                        new ScheduleRow("99038815", NumberSource.RETIRED, "No.")));

        assertThat(ScheduleText.read(text.write())).isEqualTo(text);
    }

    @Test
    void read_anyByteFlipped_isRefused() throws IOException {
        byte[] bytes = shipped();
        int bodyStart = new String(bytes, UTF_8).indexOf("unit ");
        for (int at : new int[] {bodyStart, bodyStart + 500, bytes.length / 2, bytes.length - 2}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            assertThatThrownBy(() -> ScheduleText.read(damaged))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("schedule, line 4: the checksum does not fit what follows");
        }
    }

    @Test
    void read_cutAnywhere_isRefused() throws IOException {
        byte[] bytes = shipped();
        for (int length : new int[] {0, 1, 22, 40, 55, 1_000, bytes.length - 1}) {
            assertThatThrownBy(() -> ScheduleText.read(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("schedule, line ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    00101210010A0         | line 8: expected 2 numbers, found 1
                    00101210010A0/820Z    | line 8: there is no such standing
                    00101210010A0/820A1   | line 8: there is no such unit
                    00101210010A0/820Ax   | line 8: there is no such unit
                    00101210010A0/800A0   | line 8: expected a number of 8 or 10 digits above the one before
                    00101210010A0/82A0    | line 8: expected a number of 8 or 10 digits above the one before
                    00101210010A0/820     | line 8: expected shared count, digits, standing and unit
                    00101210010A0/x20A    | line 8: expected shared count, digits, standing and unit
                    500A0                 | line 7: expected shared count, digits, standing and unit
                    """)
    void read_rowsThatMakeNoSense_nameTheLine(String rows, String expected) {
        assertThatThrownBy(() -> ScheduleText.read(resource("unit kg/\n/" + rows + "/")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(expected.replace("line 8: expected 2", "line 7: expected 2"));
    }

    private static byte[] resource(String body) {
        byte[] lines = body.replace("/\n/", "\n\n").replace('/', '\n').getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(lines);
        String head = "centerline-schedule 1\nedition test\nnumbers 2\ncrc32 "
                + String.format(Locale.ROOT, "%08x", crc.getValue()) + "\n";
        return (head + new String(lines, UTF_8)).getBytes(UTF_8);
    }

    private static long count(List<ScheduleRow> rows, NumberSource standing, int length) {
        return rows.stream()
                .filter(row -> row.standing() == standing && row.digits().length() == length)
                .count();
    }

    private static byte[] shipped() throws IOException {
        try (InputStream in = ScheduleTextTest.class.getResourceAsStream("hts-2026-rev4.txt")) {
            return in.readAllBytes();
        }
    }
}
