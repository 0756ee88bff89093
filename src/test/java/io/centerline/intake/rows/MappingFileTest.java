package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

    private static FileMapping read(String text) {
        return MappingFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void read_everyKey_isUnderstood() {
        FileMapping mapping = read("""
                columns:
                  importer: Importer Number
                  hts: [HTS 1, "#4"]
                  quantity:
                dates: dd/mm/yyyy
                fill-down: [importer, entry]
                rows: invoice lines
                """);

        assertThat(mapping.columns())
                .containsEntry(RowField.IMPORTER, List.of("Importer Number"))
                .containsEntry(RowField.HTS, List.of("HTS 1", "#4"))
                .containsEntry(RowField.QUANTITY, List.of());
        assertThat(mapping.dates()).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(mapping.filled()).containsExactly(RowField.IMPORTER, RowField.ENTRY);
        assertThat(mapping.invoiceLines()).isTrue();
    }

    @Test
    void read_nothing_saysNothing() {
        assertThat(read("columns:\n")).isEqualTo(FileMapping.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1 | key `a` is not known",
                "columns: 1 | `columns` holds no fields",
                "columns: {weight: x} | field `weight` is not known",
                "columns: {entry: [a, b]} | `entry` names several columns",
                "dates: iso | `dates` `iso` is not known",
                "rows: some | `rows` `some` is not known",
                "x | it does not have keys and values",
                "columns: {importer: a, importer: b} | it is not YAML",
                "[ | it is not YAML"
            })
    void read_otherText_isRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MappingRefused.class).hasMessageStartingWith(message);
    }
}
