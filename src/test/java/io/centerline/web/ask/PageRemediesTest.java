package io.centerline.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.application.FileWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRemediesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep the rows that hold; `--on-conflict` takes the first, the last or the newest|keep the rows that hold",
                "write the year with four digits, or say `dates: MM/DD/YYYY` in a mapping|write the year with four digits",
                "write them as `2026-03-02`, or say in a mapping `dates: MM/DD/YYYY` or `dates: DD/MM/YYYY`"
                        + "|write them as `2026-03-02`",
                "keep one of them, or choose in a mapping: `hts: HTS`; send texts|keep one of them; send texts",
                "add a column `Importer Number`, or name it in a mapping as `importer`|add a column `Importer Number`",
                "say in a mapping which column holds the numbers: `importer: IOR`"
                        + "|give the column that holds the numbers the title `Importer Number`",
                "use the number from the entry summary, for example `8471.30.01`"
                        + "|use the number from the entry summary, for example `8471.30.01`"
            })
    void of_remedy_speaksOfTheFile(String remedy, String said) {
        assertThat(PageRemedies.of(remedy)).isEqualTo(said);
    }

    @Test
    void of_days_speaksOfTheFile() {
        assertThat(PageRemedies.of(FileWords.days(null))).endsWith("write them as `2026-03-02`");
    }
}
