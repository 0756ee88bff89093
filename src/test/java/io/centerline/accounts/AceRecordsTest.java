package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AceRecordsTest {

    /** What a reader of fixed columns makes of the records of one account. */
    private record Read(String number, String name, String code, String description) {

        static List<Read> all(String text) {
            List<Read> accounts = new ArrayList<>();
            String number = "";
            for (String line : text.split("\n", -1)) {
                if (line.isEmpty()) {
                    continue;
                }
                assertThat(line).hasSize(80);
                assertThat(columns(line, 71, 80)).isBlank();
                switch (columns(line, 1, 2)) {
                    case "K1" -> number = columns(line, 3, 14).strip();
                    case "K7" -> {
                        assertThat(columns(line, 33, 33) + columns(line, 40, 40))
                                .isBlank();
                        accounts.add(
                                new Read(number, columns(line, 3, 32), columns(line, 34, 39), columns(line, 41, 70)));
                    }
                    case "K8" -> {
                        assertThat(columns(line, 33, 40)).isBlank();
                        Read last = accounts.remove(accounts.size() - 1);
                        accounts.add(new Read(
                                last.number(),
                                last.name() + columns(line, 3, 32),
                                last.code(),
                                last.description() + columns(line, 41, 70)));
                    }
                    default -> throw new AssertionError(line);
                }
            }
            return accounts.stream()
                    .map(read -> new Read(
                            read.number(),
                            read.name().stripTrailing(),
                            read.code(),
                            read.description().stripTrailing()))
                    .toList();
        }

        private static String columns(String line, int first, int last) {
            return line.substring(first - 1, last);
        }
    }

    @Test
    void of_everyCenter_isReadBackByColumns() {
        for (Center center : Center.values()) {
            assertThat(Read.all(AceRecords.of("12-345678900", "Acme", center.code())))
                    .containsExactly(new Read(
                            "12-345678900",
                            "ACME",
                            center.code(),
                            center.title().toUpperCase(Locale.ROOT)));
        }
    }

    @Test
    void of_shortAccount_standsInTheColumnsOfCatair() {
        assertThat(AceRecords.of("12-345678900", "Acme", "PNDING"))
                .isEqualTo("K112-345678900" + " ".repeat(66) + "\n" + "K7ACME" + " ".repeat(27)
                        + "PNDING PENDING CENTER ASSIGNMENT" + " ".repeat(15) + "\n");
    }

    @Test
    void of_longName_goesOnInK8() {
        String name = "A".repeat(30) + "B".repeat(30) + "C".repeat(5);
        String records = AceRecords.of("1", name, "CEE001");

        assertThat(records.lines().map(line -> line.substring(0, 2))).containsExactly("K1", "K7", "K8", "K8");
        assertThat(Read.all(records).get(0).name()).isEqualTo(name);
    }

    @Test
    void of_notPlaced_saysWhyInWords() {
        assertThat(Read.all(AceRecords.of("12-345678900", "Acme", "NOTELG")))
                .containsExactly(new Read("12-345678900", "ACME", "NOTELG", "NOT CENTER ELIGIBLE"));
    }

    @Test
    void of_nameOfExactlyThirty_needsNoK8() {
        assertThat(AceRecords.of("1", "A".repeat(30), "CEE010").lines()).hasSize(2);
        assertThat(AceRecords.of("1", "A".repeat(31), "CEE010").lines()).hasSize(3);
    }

    @Test
    void of_charactersBeyondAscii_areSpeltOrMarked() {
        assertThat(read("Müßig Ærø Łódź Þór Œuvre & Söhne")).isEqualTo("MUSSIG AERO LODZ THOR OEUVRE & SOHNE");
        assertThat(read("O’Neill – “Ａｃｍｅ” ﬁne")).isEqualTo("O'NEILL - \"ACME\" FINE");
        assertThat(read("株式 😀 Ω")).isEqualTo("?? ? ?");
    }

    private static String read(String name) {
        return Read.all(AceRecords.of("1", name, "CEE010")).get(0).name();
    }

    @Property(tries = 500)
    void of_anyNameInAscii_isReadBackWhole(
            @ForAll @StringLength(max = 300) @CharRange(from = ' ', to = '~') String name) {
        assertThat(read(name)).isEqualTo(name.toUpperCase(Locale.ROOT).stripTrailing());
    }

    @Property(tries = 500)
    void of_anyName_isAsciiOfWidth80(@ForAll @StringLength(max = 300) String name) {
        String records = AceRecords.of("***-**-6789", name, "CEE010");

        assertThat(records).matches("([ -~]{80}\n)+");
        assertThat(Read.all(records))
                .singleElement()
                .returns("***-**-6789", Read::number)
                .returns("MACHINERY", Read::description);
    }
}
