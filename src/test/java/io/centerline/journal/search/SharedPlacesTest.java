package io.centerline.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.journal.Disclosures;
import io.centerline.journal.LogStore;
import io.centerline.journal.Recorded;
import io.centerline.rulebook.vocabulary.Basis;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPlacesTest {

    /** The last place of a chunk is no decision's, and one chunk has none at all. */
    @Test
    void find_leavesOfOtherKindsBetween_missesNothing() throws SQLException {
        try (Journalled journal = new Journalled("places")) {
            journal.record(Journalled.CHUNK - 1);
            Disclosures disclosures = new Disclosures(new LogStore(journal.pool), Clock.systemUTC());
            for (int i = 0; i < Journalled.CHUNK; i++) {
                disclosures.note(0, 1, "test");
            }
            journal.record(2 * Journalled.CHUNK);

            int chunks = 0;
            while (journal.search.coverNext()) {
                chunks++;
            }

            assertThat(chunks).isEqualTo(4);
            Filter filter = new Filter(null, null, null, null, Basis.ACCOUNT, null, null, null, null, null);
            assertThat(journal.search.find(filter, Search.FROM_THE_NEWEST, 1_000))
                    .extracting(DecisionSummary::index)
                    .containsExactlyElementsOf(journal.plainly(filter, journal.recorded.size()).stream()
                            .map(Recorded::index)
                            .toList());
            Filter all = new Filter(null, null, null, null, null, null, null, null, null, null);
            assertThat(journal.search.count(all, Grouping.CENTER).total()).isEqualTo(journal.recorded.size());
            assertThat(List.copyOf(journal.search.find(all, Search.FROM_THE_NEWEST, 1_000)))
                    .hasSize(journal.recorded.size());
        }
    }
}
