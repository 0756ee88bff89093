package io.centerline.rulebook.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleReader;
import io.centerline.rulebook.language.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimMapTest {
    private static final InForce DAYS = new InForce(LocalDate.of(2013, 4, 4), InForce.OPEN);

    @Test
    void of_exceptionWithinARange_putsTheDeeperRuleFirst() {
        ClaimMap map = ClaimMap.of(DAYS, rules("heading == 4015", "subheading == 401512"));

        assertThat(map.pieces()).hasSize(5);
        assertThat(map.at(4015_12_00_00L).claims())
                .extracting(rule -> rule.id().text())
                .containsExactly("MEM-9001", "MEM-9000");
        assertThat(map.at(4015_11_99_99L).claims()).hasSize(1);
        assertThat(map.at(4016_00_00_00L).claims()).isEmpty();
    }

    private static List<Rule> rules(String... conditions) {
        StringBuilder text =
                new StringBuilder("package rules.membership;\nimport io.centerline.rulebook.vocabulary.*;\n");
        for (int i = 0; i < conditions.length; i++) {
            text.append("rule \"MEM-900" + i + " some numbers\"\n@id(\"MEM-900" + i
                    + "\") @citation(\"test\") @standing(\"found\") @inForce(\"2013-04-04/..\")\nwhen\n"
                    + "$hts : HtsNumber( " + conditions[i] + " )\nthen\n"
                    + "insert(new Membership($hts, Center.MACHINERY));\nend\n");
        }
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = RuleReader.read("rules/membership/x.drl", Stage.MEMBERSHIP, text.toString(), findings);
        assertThat(findings).isEmpty();
        return rules;
    }
}
