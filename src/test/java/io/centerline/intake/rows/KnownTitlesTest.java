package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.LineField;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownTitlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTS Number - Full | HTS",
                "hts number full | HTS",
                "HTS 3 | HTS",
                "HTS16 | HTS",
                "33A. HTSUS No. | HTS",
                "31. Line No. | LINE",
                "7501 Line Number | BROKER_LINE",
                "Entry# | ENTRY",
                "IOR No. | IMPORTER",
                "HTS-Nr. | HTS",
                "Warenwert ($) | VALUE",
                "Import Date | OTHER",
                "Reconciliation (FTA) Entry Summary Number | OTHER",
                "Line Tariff Quantity (2) | OTHER"
            })
    void find_titleAsItIsWritten_givesItsField(String title, RowField field) {
        assertThat(Objects.requireNonNull(KnownTitles.find(title)).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"HTS 17", "Weight", "Value 2", "3926.90.9989", "12-345678900"})
    void find_otherText_givesNothing(String title) {
        assertThat(KnownTitles.find(title)).isNull();
    }

    @Test
    void find_headersOfLineFields_areTheirTitles() {
        for (LineField field : LineField.values()) {
            assertThat(field.headers())
                    .allSatisfy(header -> assertThat(Objects.requireNonNull(KnownTitles.find(header))
                                    .field()
                                    .name())
                            .isEqualTo(field.name()));
        }
    }
}
