package io.centerline.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.facts.ImporterNumber.Format;
import io.centerline.tariff.HtsNumber;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class FactsJsonTest {

    private static final ImporterNumber PERSON = new ImporterNumber("123-45-6789", Format.SOCIAL_SECURITY);

    @Provide
    Arbitrary<Facts> facts() {
        return FactsArbitraries.facts();
    }

    @Property(tries = 300)
    void canonical_anyFacts_isWhatASecondImplementationOfRfc8785Writes(@ForAll("facts") Facts facts) throws Exception {
        byte[] written = FactsJson.canonical(facts, Masking.NONE);

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(new JsonCanonicalizer(new String(written, StandardCharsets.UTF_8)).getEncodedString());
    }

    @Test
    void canonical_controlCharacters_areEscapedAsRfc8785Says() throws Exception {
        StringBuilder every = new StringBuilder();
        for (char c = 0; c < 0x100; c++) {
            every.append(c);
        }
        String written = canonical(new Importer(PERSON, every.toString(), ImporterKind.IMPORTER), Masking.NONE);

        assertThat(written).isEqualTo(new JsonCanonicalizer(written).getEncodedString());
        assertThat(written)
                .contains("\\u0000")
                .contains("\\u001f")
                .contains("\\b\\t\\n")
                .contains("\\\"");
    }

    @Test
    void canonical_defaults_areWrittenOut() {
        assertThat(canonical(new Importer(PERSON, "", ImporterKind.COURIER), Masking.NONE))
                .isEqualTo("{\"account\":null,\"asOf\":\"2026-11-25\",\"evidence\":[],"
                        + "\"importer\":{\"kind\":\"COURIER\",\"name\":\"\",\"number\":\"123-45-6789\"},\"lines\":[]}");
    }

    @Test
    void canonical_maskingSocialSecurity_hidesFiveDigitsAndKeepsTheName() {
        assertThat(canonical(new Importer(PERSON, "Jo", ImporterKind.IMPORTER), Masking.SOCIAL_SECURITY))
                .contains("\"name\":\"Jo\",\"number\":\"***-**-6789\"");
    }

    @Test
    void canonical_maskingHash_dropsTheName() {
        assertThat(canonical(new Importer(PERSON, "Jo", ImporterKind.IMPORTER), Masking.HASH))
                .contains("\"importer\":{\"kind\":\"IMPORTER\",\"number\":\"***-**-6789\"}");
    }

    @Test
    void canonical_halfASurrogatePair_isRefused() {
        Importer broken = new Importer(PERSON, "\uD800", ImporterKind.IMPORTER);

        assertThatThrownBy(() -> canonical(broken, Masking.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hash_maskedDigitsAndNameDiffer_isTheSame() {
        ImporterNumber other = new ImporterNumber("987-65-6789", Format.SOCIAL_SECURITY);

        assertThat(FactsJson.hash(of(new Importer(PERSON, "Jo", ImporterKind.IMPORTER))))
                .isEqualTo(FactsJson.hash(of(new Importer(other, "Al", ImporterKind.IMPORTER))))
                .matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void hash_kindDiffers_differs() {
        assertThat(FactsJson.hash(of(new Importer(PERSON, "Jo", ImporterKind.IMPORTER))))
                .isNotEqualTo(FactsJson.hash(of(new Importer(PERSON, "Jo", ImporterKind.BROKER))));
    }

    @Test
    void canonical_entryTypeAndValues_areWrittenOnlyForALineThatHasThem() {
        EntryLine plain = EntryLine.builder().number(new HtsNumber("84713001")).build();
        EntryLine whole = plain.toBuilder()
                .number(new HtsNumber("99038815"))
                .entryType("01")
                .centsByNumber(List.of(540_000L, 0L))
                .build();

        assertThat(canonical(plain)).doesNotContain("entryType").doesNotContain("values");
        assertThat(canonical(whole))
                .contains("\"entry\":\"\",\"entryType\":\"01\",\"hts\":")
                .contains("\"value\":\"5400.00\",\"values\":[\"5400.00\",\"0.00\"]}");
    }

    private static String canonical(EntryLine line) {
        Importer importer = new Importer(PERSON, "Jo", ImporterKind.IMPORTER);
        Facts facts = new Facts(importer, LocalDate.of(2026, 11, 25), List.of(line), List.of(), null);
        return new String(FactsJson.canonical(facts, Masking.NONE), StandardCharsets.UTF_8);
    }

    private static String canonical(Importer importer, Masking masking) {
        return new String(FactsJson.canonical(of(importer), masking), StandardCharsets.UTF_8);
    }

    private static Facts of(Importer importer) {
        return new Facts(importer, LocalDate.of(2026, 11, 25), List.of(), List.of(), null);
    }
}
