package io.centerline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.EntrySummary;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ProtestFacts;
import io.centerline.facts.ProtestedEntry;
import io.centerline.routing.Consolidation.Apart;
import io.centerline.routing.Consolidation.Why;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConsolidatorTest {
    private static final String FILE = "routing/activities.drl";

    @Test
    void consolidate_protestsGivenToThePort_leavesEveryEntryApart() {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.computeIfPresent(FILE, (file, text) -> {
            int protests = text.indexOf("Activity.PROTEST )");
            return text.substring(0, protests)
                    + text.substring(protests).replaceFirst("Office\\.CENTER", "Office.PORT");
        });
        Rulebook portal = Rulebook.of(new RuleFiles(texts));
        ProtestFacts facts = new ProtestFacts(
                Importer.anybody(ImporterKind.IMPORTER),
                true,
                LocalDate.of(2026, 11, 25),
                List.of(new ProtestedEntry(new EntrySummary("ABC00000017", "2704", List.of()), null, null, "", "")),
                null);

        Consolidation found = new Consolidator(new Router(portal)).consolidate(facts, List.of(), portal.hash());

        assertThat(found.protests()).isEmpty();
        assertThat(found.apart()).extracting(Apart::why).containsExactly(Why.NO_CENTER);
        assertThat(found.apart().get(0).reason()).startsWith("Goes to the director of port 2704: ");
        assertThat(found.summary()).isEqualTo("No entry can join a protest; 1 entry could not join");
    }
}
