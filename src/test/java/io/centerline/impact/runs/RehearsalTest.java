package io.centerline.impact.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Activity;
import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.RoutingFacts;
import io.centerline.impact.ImpactTest;
import io.centerline.impact.RecordedDecisions;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.store.embedded.SharedStore;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Importer IMPORTER =
            new Importer(new ImporterNumber("98-765432100", ImporterNumber.Format.EIN), "", ImporterKind.COURIER);

    private final Rulebook next = Rulebook.of(TestRulebook.small());
    private RecordedDecisions journal;
    private Rehearsal rehearsal;

    @BeforeEach
    void emptyJournal() {
        SharedStore.Database database = SharedStore.migrated("rehearsal");
        journal = new RecordedDecisions(database);
        rehearsal = new Rehearsal(RecordedDecisions.pool(database), JournalImpactTest.READER);
    }

    @Test
    void of_placement_classifiesItsNumbers() {
        journal.record(
                ImpactTest.PRESENT, List.of(new Facts(IMPORTER, ImpactTest.DAY, List.of(line()), List.of(), null)));

        rehearsal.of(next);

        assertThat(next.edition(ImpactTest.DAY).slots()).isPositive();
    }

    @Test
    void of_routing_classifiesItsNumbers() {
        journal.record(
                ImpactTest.PRESENT,
                new RoutingFacts(
                        IMPORTER,
                        ImpactTest.DAY,
                        Activity.ENTRY_SUMMARY,
                        new EntrySummary("OHC00000017", "4101", List.of(line())),
                        null));

        rehearsal.of(next);

        assertThat(next.edition(ImpactTest.DAY).slots()).isPositive();
    }

    @Test
    void of_casesThatCannotBeAsked_passesThemOver() {
        journal.record("nothing", ImpactTest.DAY);
        journal.record(null, ImpactTest.DAY);
        journal.record(
                "{\"importer\":{\"number\":\"12-345678900\"},\"asOf\":\"2013-04-03\"}", LocalDate.of(2013, 4, 3));

        rehearsal.of(next);

        assertThat(next.edition(ImpactTest.DAY).slots()).isZero();
    }

    private static EntryLine line() {
        return EntryLine.builder()
                .date(ImpactTest.DAY)
                .number(Goods.of(Center.ELECTRONICS))
                .build();
    }
}
