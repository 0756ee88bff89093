package io.centerline.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.accounts.StatedAccount;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.Center;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountIntakeTest {

    @Test
    void read_everyField_isTaken() {
        AccountIntake.Asked asked = read("""
                {"name": "Acme", "kind": "IMPORTER", "family": ["45-678901200", "45-678901200", "123-45-6789"],
                 "center": "CEE005", "since": "2019-04-01", "corrects": "2019-03-01", "author": "jd", "reason": "letter"}
                """);

        assertThat(asked.issues()).isEmpty();
        assertThat(asked.author() + asked.reason()).isEqualTo("jdletter");
        StatedAccount stated = asked.stated();
        assertThat(stated.name()).isEqualTo("Acme");
        assertThat(stated.kind()).isEqualTo(ImporterKind.IMPORTER);
        assertThat(stated.family()).extracting(ImporterNumber::text).isEqualTo(List.of("45-678901200", "123-45-6789"));
        assertThat(stated.center()).isEqualTo(Center.BASE_METALS);
        assertThat(stated.since()).isEqualTo(LocalDate.of(2019, 4, 1));
        assertThat(stated.corrects()).isEqualTo(LocalDate.of(2019, 3, 1));
    }

    @Test
    void read_halfAPlacement_isAnIssueAlsoWhenTheOtherHalfIsNull() {
        assertThat(read("{\"center\": null, \"since\": \"2019-04-01\", \"author\": \"jd\", \"reason\": \"letter\"}")
                        .issues())
                .extracting(issue -> issue.code() + " " + issue.pointer())
                .containsExactly("FIELD_MISSING /center");
    }

    @Test
    void read_severalFaults_areToldAtOnceAndShowNoSocialSecurityNumber() {
        AccountIntake.Asked asked = read("""
                {"family": ["45-67890120O", "123456789"], "center": "CEE011", "sinse": "2019-04-01", "corrects": "May",
                 "author": " ", "directed": []}
                """);

        assertThat(asked.issues())
                .extracting(issue -> issue.code() + " " + issue.pointer())
                .containsExactly(
                        "IMPORTER_NUMBER_MALFORMED /family/0",
                        "IMPORTER_NUMBER_AMBIGUOUS /family/1",
                        "VALUE_UNKNOWN /center",
                        "FIELD_UNKNOWN /sinse",
                        "DATE_MALFORMED /corrects",
                        "FIELD_MISSING /author",
                        "FIELD_UNKNOWN /directed",
                        "FIELD_MISSING /reason",
                        "FIELD_MISSING /since");
        assertThat(asked.issues().toString()).doesNotContain("123456789").contains("*****6789");
    }

    @Test
    void read_moreNumbersThanAnyFamilyHas_isAnIssue() {
        String number = "\"12-345678900\",";

        assertThat(read("{\"family\": [" + number.repeat(1_001) + "]}").issues())
                .extracting(Issue::code)
                .contains(IssueCode.TOO_MANY_RECORDS);
    }

    @Test
    void read_noObject_isAnIssue() {
        assertThat(read("[]").issues()).isNotEmpty();
        assertThat(read("").issues()).isNotEmpty();
    }

    private static AccountIntake.Asked read(String json) {
        return AccountIntake.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
