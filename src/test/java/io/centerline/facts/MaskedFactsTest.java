package io.centerline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskedFactsTest {

    @Test
    void of_nineDigitsInAFreeText_areMasked() throws IOException {
        assertThat(masked("{\"evidence\":[{\"recordedBy\":\"ann\",\"reference\":\"memo of 123456789\"}]}"))
                .isEqualTo("{\"evidence\":[{\"recordedBy\":\"***\",\"reference\":\"memo of *****6789\"}]}");
        assertThat(masked("{\"directed\":[{\"authority\":\"123456789\",\"reference\":\"123-45-6789\"}]}"))
                .isEqualTo("{\"directed\":[{\"authority\":\"*****6789\",\"reference\":\"***-**-6789\"}]}");
        assertThat(masked("{\"later\":[\"123456789\"]}")).isEqualTo("{\"later\":[\"*****6789\"]}");
    }

    @Test
    void of_nineDigitsOfANumber_stay() throws IOException {
        String facts = "{\"importer\":{\"number\":\"12-345678900\"},\"lines\":[{\"entry\":\"AB123456789\","
                + "\"hts\":[\"847130010\"],\"quantity\":\"123456789\",\"value\":\"123456789.00\"}]}";

        assertThat(masked(facts)).isEqualTo(facts);
    }

    private static String masked(String facts) throws IOException {
        return new String(MaskedFacts.of(facts.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
