package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.decision.DecisionKind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.journal.search.Filter;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactIntakeTest {
    private static final String HASH = "sha256:" + "0a".repeat(32);
    private static final ImpactIntake INTAKE = new ImpactIntake(LocalDate.of(2013, 4, 4));
    private static final String FULL = """
        {"candidate": "%s", "sample": 500, "asOf": "2027-01-01", "filter": {"kind": "PLACEMENT", "importer": "123-45-6789",
         "center": "CEE003", "review": "THIN_EVIDENCE", "rule": "MEM-0712", "basis": "PREDOMINANCE", "status": "PLACED", "from": "2026-01-01", "to": "2026-01-01", "rulebook": "%s"}}
        """.formatted(HASH, HASH);

    @Test
    void read_everyField_isTaken() {
        ImpactIntake.Asked asked = read(FULL);

        assertThat(asked.issues()).isEmpty();
        assertThat(asked.candidate()).isEqualTo(HASH);
        assertThat(asked.sample()).isEqualTo(500);
        assertThat(asked.asOf()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(asked.filter())
                .isEqualTo(new Filter(
                        DecisionKind.PLACEMENT,
                        "***-**-6789",
                        "CEE003",
                        "PLACED",
                        Basis.PREDOMINANCE,
                        ReviewCode.THIN_EVIDENCE,
                        new RuleId("MEM-0712"),
                        HASH,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"importer, ***-**-6789", "center, NOTELG", "center, PNDING", "center, PORT", "status, ROUTED"})
    void read_wordThatSearchTakes_isTaken(String field, String word) {
        ImpactIntake.Asked asked =
                read("{\"candidate\":\"%s\",\"filter\":{\"%s\":\"%s\"}}".formatted(HASH, field, word));

        assertThat(asked.issues()).isEmpty();
        assertThat(asked.filter().text()).contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"candidate\":\"%s\"}", "{\"candidate\":\"%s\",\"filter\":{},\"sample\":null,\"asOf\":null}"})
    void read_candidateAlone_leavesNothingOut(String body) {
        ImpactIntake.Asked asked = read(body.formatted(HASH));

        assertThat(asked.issues()).isEmpty();
        assertThat(asked.filter()).isEqualTo(Filter.ALL);
        assertThat(asked.sample()).isNull();
        assertThat(asked.asOf()).isNull();
    }

    @Test
    void read_manyFaults_areAllToldWhereTheyAre() {
        ImpactIntake.Asked asked = read("""
            {"candidate": "SHA256:12", "sampel": 1, "sample": 0, "asOf": "2013-04-03", "filter": {"importer": "12", "center": "CEE011",
             "basis": "PREDOMINANT", "status": 5, "kind": "PROTEST", "review": "THIN", "rule": "712", "from": "2026-02-30", "rulebook": "", "centre": "x"}}
            """);

        assertThat(asked.issues())
                .extracting(issue -> issue.code() + " " + issue.pointer())
                .containsExactly(
                        "VALUE_MALFORMED /candidate",
                        "FIELD_UNKNOWN /sampel",
                        "VALUE_OUT_OF_RANGE /sample",
                        "AS_OF_BEFORE_COVERAGE /asOf",
                        "IMPORTER_NUMBER_MALFORMED /filter/importer",
                        "VALUE_UNKNOWN /filter/center",
                        "VALUE_UNKNOWN /filter/basis",
                        "FIELD_WRONG_TYPE /filter/status",
                        "VALUE_UNKNOWN /filter/kind",
                        "VALUE_UNKNOWN /filter/review",
                        "VALUE_MALFORMED /filter/rule",
                        "DATE_MALFORMED /filter/from",
                        "VALUE_MALFORMED /filter/rulebook",
                        "FIELD_UNKNOWN /filter/centre");
        assertThat(asked.issues().get(0).message()).isEqualTo("`candidate` `SHA256:12` is no hash of a rulebook");
        assertThat(asked.issues().get(6).help()).isEqualTo("did you mean `PREDOMINANCE`?");
    }

    @Test
    void read_intervalThatEndsBeforeItStarts_isTold() {
        ImpactIntake.Asked asked = read(
                "{\"candidate\":\"%s\",\"filter\":{\"to\":\"2026-01-01\",\"from\":\"2026-01-02\"}}".formatted(HASH));

        assertThat(asked.issues())
                .containsExactly(new Issue(
                        IssueCode.INTERVAL_REVERSED,
                        "/filter/to",
                        "`filter.to` `2026-01-01` lies before `2026-01-02`, the first day asked for",
                        "both days are included"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"candidate\":null}", "{\"filter\":[]}"})
    void read_withoutCandidate_isRefused(String body) {
        assertThat(read(body).issues()).isNotEmpty();
    }

    @Test
    void read_brokenBodies_giveIssuesOrTheSameRequest() {
        Random random = new Random(11);
        byte[] sound = FULL.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            byte[] body = sound.clone();
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            ImpactIntake.Asked asked = INTAKE.read(body);
            assertThat(asked.issues().isEmpty() ? asked.candidate() : HASH).hasSize(HASH.length());
        }
    }

    private static ImpactIntake.Asked read(String body) {
        return INTAKE.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
