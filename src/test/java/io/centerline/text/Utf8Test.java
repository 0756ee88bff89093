package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({
        "7b7d, -1",
        "c3a9, -1",
        "e282ac, -1",
        "f09f9880, -1",
        "f48fbfbf, -1",
        "c080, 0",
        "e08080, 0",
        "f0808080, 0",
        "eda080, 0",
        "f4908080, 0",
        "7bc3, 1",
        "7b80, 1",
        "ff, 0",
        "e282, 0",
        "41e9, 1",
        "3132333435363738e9, 8",
        "31323334353637e9, 7",
        "3132333435363738c3a93132333435363738ff, 18"
    })
    void firstFault_eachForm_isFoundWhereItStarts(String hex, int fault) {
        assertThat(Utf8.firstFault(HexFormat.of().parseHex(hex))).isEqualTo(fault);
    }

    @Property(tries = 5_000)
    void firstFault_anyBytes_agreesWithTheJdk(@ForAll @Size(max = 20) byte[] bytes) {
        assertThat(Utf8.firstFault(bytes) < 0).isEqualTo(decodes(bytes));
    }

    @Property(tries = 5_000)
    void firstFault_highBytes_agreesWithTheJdk(@ForAll @Size(max = 4) @ByteRange(min = -128, max = -1) byte[] bytes) {
        assertThat(Utf8.firstFault(bytes) < 0).isEqualTo(decodes(bytes));
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
