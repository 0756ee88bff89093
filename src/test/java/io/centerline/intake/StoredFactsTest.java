package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsArbitraries;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.Masking;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StoredFactsTest {
    private static final LocalDate DAY = LocalDate.of(1999, 12, 31);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final StoredFacts STORED = new StoredFacts(new HtsReader(SCHEDULE), SCHEDULE);

    @Provide
    Arbitrary<Facts> facts() {
        return FactsArbitraries.facts();
    }

    @Property(tries = 300)
    void read_whatWasKept_isEqualToWhatWasDecided(@ForAll("facts") Facts facts) {
        Intake read = STORED.read(FactsJson.canonical(facts, Masking.NONE), DAY);

        assertThat(read).isInstanceOf(Intake.Accepted.class);
        assertThat(((Intake.Accepted) read).facts()).isEqualTo(facts);
    }

    @Test
    void read_moreLinesThanARequestMayHoldOnADayNobodyCovers_isRead() {
        EntryLine line = EntryLine.builder().number(SCHEDULE.numbers().get(0)).build();
        Importer importer =
                new Importer(new ImporterNumber("12-3456789", ImporterNumber.Format.EIN), "", ImporterKind.IMPORTER);
        Facts facts =
                new Facts(importer, DAY, Collections.nCopies(IntakeLimits.DEFAULT.lines() + 1, line), List.of(), null);

        Intake read = STORED.read(FactsJson.canonical(facts, Masking.NONE), LocalDate.of(2026, 11, 25));

        assertThat(((Intake.Accepted) read).facts()).isEqualTo(facts);
    }

    @Test
    void read_versionsOfALine_areRead() {
        EntryLine line = EntryLine.builder()
                .entry("ABC12345678")
                .line(1)
                .number(SCHEDULE.numbers().get(0))
                .build();
        Importer importer =
                new Importer(new ImporterNumber("12-3456789", ImporterNumber.Format.EIN), "", ImporterKind.IMPORTER);
        Facts facts =
                new Facts(importer, DAY, List.of(line, line.toBuilder().count(2).build()), List.of(), null);

        assertThat(((Intake.Accepted) STORED.read(FactsJson.canonical(facts, Masking.NONE), DAY)).facts())
                .isEqualTo(facts);
    }

    @Test
    void read_somethingElse_isRefusedWithIssues() {
        Intake read = STORED.read("{\"importer\":{\"name\":\"Acme\"}}".getBytes(StandardCharsets.UTF_8), DAY);

        assertThat(((Intake.Refused) read).issues()).extracting(Issue::pointer).containsExactly("/importer/number");
    }
}
