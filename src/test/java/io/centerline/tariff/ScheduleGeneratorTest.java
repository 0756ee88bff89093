package io.centerline.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleGeneratorTest {

    @Test
    void generate_threeSources_firstSourceThatNamesANumberDecides() {
        ScheduleText text = ScheduleGenerator.generate(
                "test",
                List.of(
                        "htsno\tindent\tpath\tunit",
                        "0101\t0\tgroup\t",
                        "\t1\tgroup\t",
                        "0101.21.00.10\t2\tx\tNo; kg",
                        "9101.11.40\t2\tx\t",
                        "9102.11.10\t2\tx\t;",
                        "9102.11.10.10\t2\tx\tm²"),
                List.of(
                        "raw\tnumber\tdescription",
                        "0101210010\t0101210010\tx",
                        "0101210099\t0101210099\tx",
                        "9101114010\t9101114010\tx",
                        "9102111099\t9102111099\tx",
                        "0098010011\t98010011\tx"),
                List.of(
                        "change\thtsno\tpath",
                        "dropped\t0101210099\tx",
                        "dropped\t0201305085\tx",
                        "added\t0201305086\tx"));

        assertThat(text.rows())
                .containsExactly(
                        new ScheduleRow("0101210010", NumberSource.REVISION, "No., kg"),
                        new ScheduleRow("0101210099", NumberSource.RETIRED, ""),
                        new ScheduleRow("0201305085", NumberSource.DROPPED, ""),
                        new ScheduleRow("91011140", NumberSource.REVISION, ""),
                        new ScheduleRow("9101114010", NumberSource.REPORTING, ""),
                        new ScheduleRow("91021110", NumberSource.REVISION, ""),
                        new ScheduleRow("9102111010", NumberSource.REVISION, "m2"),
                        new ScheduleRow("9102111099", NumberSource.RETIRED, ""),
                        new ScheduleRow("98010011", NumberSource.RETIRED, ""));
    }
}
