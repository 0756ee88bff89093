package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void row_cellLikeAFormula_isText(String cell) {
        assertThat(CsvCells.row(List.of("a", cell))).isEqualTo("a,'" + cell + "\r\n");
    }

    @Test
    void row_separatorsAndQuotes_areQuoted() {
        assertThat(CsvCells.row(List.of("a,b", "say \"x\"", "two\nlines", "", "plain = text")))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",,plain = text\r\n");
    }

    @Test
    void row_firstCellEmpty_isKept() {
        assertThat(CsvCells.row(List.of("", "", "x"))).isEqualTo(",,x\r\n");
    }
}
