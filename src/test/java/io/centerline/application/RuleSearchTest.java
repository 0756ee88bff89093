package io.centerline.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.Center;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSearchTest {
    private static final Rulebook RULEBOOK = TestRulebook.shared();

    @Test
    void find_digits_areTheRulesWhoseRangeHasANumberOfThem() {
        assertThat(ids("8471.30.0100")).containsExactly("MEM-0712");
        assertThat(ids("4011")).containsExactly("MEM-0314", "MEM-0904");
        assertThat(ids("40")).contains("MEM-0314", "MEM-0315", "MEM-0904");
        assertThat(ids("9903")).isEmpty();
    }

    @Test
    void find_words_allStandInTheNameOrTheCitation() {
        assertThat(ids("tires")).containsExactly("MEM-0314", "MEM-0315", "MEM-0904");
        assertThat(ids("New  TIRES, rubber")).containsExactly("MEM-0314");
        assertThat(ids("101.10")).contains("PRE-001").doesNotContain("MEM-0201");
        assertThat(ids("19 CFR 101.10")).contains("PRE-001");
        assertThat(ids("no such word")).isEmpty();
        assertThat(ids(" ")).isEmpty();
        assertThat(ids(" ,,")).isEmpty();
    }

    @Test
    void find_codeOfACenter_areItsRules() {
        assertThat(ids("cee007")).contains("MEM-0712").doesNotContain("MEM-0314");
    }

    @Test
    void find_wordsOfCenters_areTheCentersThatHaveThemAll() {
        assertThat(CenterSearch.find("electronics")).containsExactly(Center.ELECTRONICS);
        assertThat(CenterSearch.find("CEE007")).containsExactly(Center.ELECTRONICS);
        assertThat(CenterSearch.find("los  Angeles")).containsExactly(Center.ELECTRONICS);
        assertThat(CenterSearch.find("computer")).containsExactly(Center.ELECTRONICS);
        assertThat(CenterSearch.find("laptops")).isEmpty();
        assertThat(CenterSearch.find(" ,")).isEmpty();
    }

    @Test
    void find_id_isFoundByItsBeginning() {
        assertThat(ids("mem-0712")).containsExactly("MEM-0712");
        assertThat(ids("PRE-")).contains("PRE-001").allMatch(id -> id.startsWith("PRE-"));
    }

    private static List<String> ids(String text) {
        return RuleSearch.find(RULEBOOK, text).stream()
                .map(rule -> rule.id().text())
                .toList();
    }
}
