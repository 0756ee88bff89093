package io.centerline.rulebook.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.Finding;
import io.centerline.tariff.Center;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceReaderTest {
    private static final String WHOLE = """
            - id: SRC-001
              kind: NOTICE
              center: CEE003
              ranges: [ 8701-8711, "8716", 8544.30, 4015.11-4015.19, "01", "84713001", 9018.11.3000-9018.11.9000 ]
              date: 2014-03-10
              inForce: 2013-04-04/2020-12-31
              citation: 79 FR 13322
              text: >-
                Two lines
                of text.
            """;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void read_wholePiece_isReadAsWritten() {
        RangeEvidence evidence = EvidenceReader.read(WHOLE, findings);

        assertThat(findings).isEmpty();
        assertThat(evidence.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.id()).isEqualTo("SRC-001");
            assertThat(piece.kind()).isEqualTo(SourceKind.NOTICE);
            assertThat(piece.center()).isEqualTo(Center.AUTOMOTIVE_AEROSPACE);
            assertThat(piece.ranges())
                    .containsExactly(
                            HtsInterval.of(4, 8701, 8711),
                            HtsInterval.of(4, 8716, 8716),
                            HtsInterval.of(6, 854430, 854430),
                            HtsInterval.of(6, 401511, 401519),
                            HtsInterval.of(2, 1, 1),
                            HtsInterval.of(8, 84713001, 84713001),
                            new HtsInterval(9018113000L, 9018119000L));
            assertThat(piece.days()).hasToString("2013-04-04/2020-12-31");
            assertThat(piece.date()).isEqualTo("2014-03-10");
            assertThat(piece.text()).isEqualTo("Two lines of text.");
            assertThat(piece.place()).hasToString("rules/evidence.yaml:1:7");
        });
    }

    @Test
    void read_pieceWithoutInterval_speaksFromItsDayOn() {
        Piece piece = EvidenceReader.read(WHOLE.replaceAll("(?m)^  inForce.*\\n", ""), findings)
                .pieces()
                .get(0);
        HtsInterval bus = HtsInterval.of(4, 8702, 8702);

        assertThat(findings).isEmpty();
        assertThat(piece.speaksOf(bus, LocalDate.of(2014, 3, 9))).isFalse();
        assertThat(piece.speaksOf(bus, LocalDate.of(2014, 3, 10))).isTrue();
        assertThat(piece.speaksOf(HtsInterval.of(4, 8712, 8712), LocalDate.of(2014, 3, 10)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: SRC-001       | id: MEM-001              | 1:7   | `id` is not the id of evidence: `MEM-001`",
                "kind: NOTICE      | kind: NOTE               | 2:9   | `kind` is not a word known here: `NOTE`",
                "center: CEE003    | center: CEE011           | 3:11  | `center` is not the code of a Center: `CEE011`",
                "8701-8711         | 8711-8701                | 4:13  | the range ends before it begins: `8711-8701`",
                "8701-8711         | 8701-87                  | 4:13  | the range begins and ends at different levels: `8701-87`",
                "8701-8711         | 8701-99                  | 4:13  | the range begins and ends at different levels: `8701-99`",
                "8701-8711         | 76-78                    | 4:13  | the range holds chapter 77, whose numbers belong to no Center: `76-78`",
                "8701-8711         | 97-98                    | 4:13  | the range holds chapter 98, whose numbers belong to no Center: `97-98`",
                "8701-8711         | '\"00\"'                 | 4:13  | the range holds chapter 00, whose numbers belong to no Center: `00`",
                "8701-8711         | cars                     | 4:13  | this is no range of numbers: `cars`",
                "8701-8711         | '\"870\"'                | 4:13  | this is no range of numbers: `870`",
                "8701-8711         | '\"8471.30.01.00.1\"'    | 4:13  | this is no range of numbers: `8471.30.01.00.1`",
                "date: 2014-03-10  | date: March 2014         | 5:9   | `date` `March 2014` is not written YYYY-MM-DD",
                "2013-04-04/2020   | 2021-04-04/2020          | 6:12  | `inForce` is not a first and a last day: `2021-04-04/2020-12-31`",
                "citation: 79 FR 13322 | citation: \" \"      | 7:13  | `citation` is empty",
                "text:             | txt:                     | 8:3   | a piece of evidence has no key `txt`",
            })
    void read_fault_isToldWhereItStands(String text, String fault, String place, String message) {
        String broken = WHOLE.replace(text, fault);
        assertThat(broken).isNotEqualTo(WHOLE);

        RangeEvidence evidence = EvidenceReader.read(broken, findings);

        assertThat(evidence.pieces()).isEmpty();
        assertThat(findings).singleElement().satisfies(found -> {
            assertThat(found.place()).hasToString("rules/evidence.yaml:" + place);
            assertThat(found.message()).startsWith(message);
            assertThat(found.help()).isNotEmpty();
            assertThat(found.sourceLine()).isNotEmpty();
        });
    }

    @Test
    void read_severalFaults_areToldAtOnceAndTheRestIsRead() {
        String second = WHOLE.replace("SRC-001", "SRC-002");
        String third = WHOLE.replace("CEE003", "CEE000").replace("NOTICE", "GUESS");

        RangeEvidence evidence = EvidenceReader.read(WHOLE + second + WHOLE + third, findings);

        assertThat(evidence.pieces()).extracting(Piece::id).containsExactly("SRC-001", "SRC-002");
        assertThat(findings)
                .extracting(Finding::message)
                .contains(
                        "the id `SRC-001` stands in line 1 too",
                        "`kind` is not a word known here: `GUESS`",
                        "`center` is not the code of a Center: `CEE000`");
    }

    @Test
    void read_noList_isToldWhatTheFileHolds() {
        assertThat(EvidenceReader.read("id: SRC-001\n", findings)).isEqualTo(RangeEvidence.NONE);
        assertThat(findings)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("the file is a list of evidence, found keys and values");
    }

    @Test
    void read_unseenLetter_isRefused() {
        EvidenceReader.read(WHOLE.replace("79 FR", "79\u200bFR"), findings);

        assertThat(findings)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("`citation` holds the character U+200B, which cannot be seen");
    }

    @Test
    void strength_ofANumber_isThatOfTheBestSourceForItsCenter() throws Exception {
        RangeEvidence evidence = EvidenceReader.read(Files.readString(Path.of("rules", "evidence.yaml")), findings);
        LocalDate today = LocalDate.of(2026, 11, 25);
        long tires = 4011101010L;

        assertThat(findings).isEmpty();
        assertThat(evidence.strength(tires, Center.AUTOMOTIVE_AEROSPACE, today)).isEqualTo(Strength.CBP_DATA);
        assertThat(evidence.strength(tires, Center.AUTOMOTIVE_AEROSPACE, LocalDate.of(2025, 12, 17)))
                .isEqualTo(Strength.REPORT);
        assertThat(evidence.strength(tires, Center.AUTOMOTIVE_AEROSPACE, LocalDate.of(2021, 8, 30)))
                .isEqualTo(Strength.NOTHING);
        assertThat(evidence.strength(tires, Center.INDUSTRIAL_MATERIALS, today)).isEqualTo(Strength.OVERVIEW);
        assertThat(evidence.on(HtsInterval.of(4, 4011, 4011), today))
                .extracting(Piece::kind)
                .containsExactly(SourceKind.CBP_DATA, SourceKind.RELEASE, SourceKind.OVERVIEW);
    }
}
