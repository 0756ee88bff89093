package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTextTest {

    @ParameterizedTest
    @CsvSource({
        "ABC12345678,abc-1234567-8",
        "ABC12345678,'ABC 1234567 8'",
        "'',''",
        "A,a-",
        "ABC12345678,ABC\u00A01234567\u202F8",
        "ABC12345678,ABC\u20131234567\u22128",
        "ABC12345678,ABC.1234567.8",
        "ABC12345678,ABC/1234567_8",
        "ABC12345678,\u200BABC1234567\u00AD8"
    })
    void same_spellingsOfOneNumber_areOne(String one, String other) {
        assertThat(EntryText.same(one, other)).isTrue();
        assertThat(EntryText.hash(one, 3)).isEqualTo(EntryText.hash(other, 3));
    }

    @ParameterizedTest
    @CsvSource({"ABC12345678,ABC12345679", "ABC1,ABC12", "ABC12,ABC1", "A,''"})
    void same_otherNumbers_areNot(String one, String other) {
        assertThat(EntryText.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"B76-0324527-8,true", "ABC12345676,true", "ABC12345678,false", "ABC1234567,false"})
    void isChecked_lastDigit_checksTheOthers(String entry, boolean checked) {
        assertThat(EntryText.isChecked(entry)).isEqualTo(checked);
    }

    @Test
    void lacksFiler_eightCharacters_do() {
        assertThat(EntryText.lacksFiler("1234567-6")).isTrue();
        assertThat(EntryText.lacksFiler("ABC12345676")).isFalse();
        assertThat(EntryText.isOf("ABC-1234567-6", "ABC")).isTrue();
        assertThat(EntryText.isOf("ABC-1234567-6", "XYZ")).isFalse();
    }
}
