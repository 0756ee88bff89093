package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.Tries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rulebooks with one thing wrong each, made from a seed: every defect is found, at its line. A thorough run has 200. */
class SeededDefectsTest {
    private static final long SEED = 20140310;

    @Test
    void check_defectsOfTheShippedRules_areFoundAtTheirLines() {
        DefectGenerator shipped = new DefectGenerator(SEED, TestFolders.SHIPPED);
        List<Defect> defects = new ArrayList<>(shipped.make(Tries.of(48, 140), shipped.ofRules()));
        defects.addAll(shipped.make(Tries.of(10, 20), shipped.ofCases()));

        assertThat(missed(defects)).isEmpty();
    }

    @Test
    void check_defectsOfSmallCasesAndScenarios_areFoundAtTheirLines() {
        DefectGenerator small = new DefectGenerator(SEED, TestFolders.SMALL);

        assertThat(missed(small.make(Tries.of(20, 40), small.ofCases()))).isEmpty();
    }

    private static List<String> missed(List<Defect> defects) {
        List<String> missed = new ArrayList<>();
        for (Defect defect : defects) {
            CheckReport report = TestFolders.check(defect.folder());
            if (!defect.isFoundIn(report)) {
                missed.add(defect + " is not found as " + defect.codes() + " in\n"
                        + report.diagnostics().stream()
                                .map(found ->
                                        found.code() + " " + found.finding().render() + found.related())
                                .collect(Collectors.joining("\n")));
            }
        }
        return missed;
    }
}
