package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("importer", "asOf", "lines", "evidence", "account", "IMPORTER_OF_RECORD", "CONSIGNEE");

    @ParameterizedTest
    @CsvSource({
        "line, lines",
        "ines, lines",
        "liens, lines",
        "LINES, lines",
        "acount, account",
        "asof, asOf",
        "as_of, asOf",
        "evidance, evidence",
        "CONSINGEE, CONSIGNEE",
        "IMPORTER_OF, IMPORTER_OF_RECORD"
    })
    void find_slip_givesTheWordMeant(String word, String meant) {
        assertThat(Nearest.find(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "extra", "shoeSize", "li"})
    void find_farWord_isEmpty(String word) {
        assertThat(Nearest.find(word, KNOWN)).isEmpty();
    }

    @Test
    void find_twoEquallyNear_isEmpty() {
        assertThat(Nearest.find("CEE011", List.of("CEE001", "CEE010"))).isEmpty();
    }

    @Test
    void advise_nothingNear_namesAll() {
        assertThat(Nearest.advise("shoe", List.of("X", "V"))).isEqualTo("use one of `X`, `V`");
    }
}
