package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdoptionTest {
    private static final ImporterNumber NUMBER = EventJson.number("12-345678900");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Instant MADE = Instant.parse("2026-11-25T10:00:00Z");

    private static final AccountFile ENTERED = AccountFile.of(
            NUMBER,
            List.of(new HistoryEntry(
                    1, 0, Instant.EPOCH, "jd", "test", new Described("", ImporterKind.IMPORTER, List.of()))),
            Instant.MAX);

    private final Adoption first = new Adoption(
            "id", UUID.fromString("01234567-89ab-7def-8123-456789abcde1"), Center.ELECTRONICS, DAY, "Acme", MADE);
    private final Adoption later = new Adoption(
            "id", UUID.fromString("01234567-89ab-7def-8123-456789abcde2"), Center.BASE_METALS, DAY, "Acme", MADE);

    @Test
    void isMade_decisionAdoptedBefore_whateverCameAfterIt() {
        AccountFile blank = AccountFile.blank(NUMBER);
        AccountFile adopted = blank.with(first.of(blank));
        AccountFile moved = adopted.with(later.of(adopted));
        AccountFile retracted = moved.with(List.of(new PlacementRetracted(DAY)));

        assertThat(first.isMade(blank)).isFalse();
        assertThat(moved.placementOn(DAY)).isEqualTo(new PlacementOnFile(Center.BASE_METALS, DAY, later.decision()));
        for (AccountFile file : List.of(adopted, moved, retracted)) {
            assertThat(first.isMade(file)).isTrue();
        }
        assertThat(new ProposalAdoption(first, null).isMade(moved)).isTrue();
    }

    /** Only who names the version on file gets here; any other request is taken for a repetition. */
    @Test
    void of_adoptionThatWasTakenBack_placesOnceMore() {
        AccountFile adopted = ENTERED.with(first.of(ENTERED));
        AccountFile moved = adopted.with(later.of(adopted));
        AccountFile retracted = adopted.with(List.of(new PlacementRetracted(DAY)));
        Placed placed = new Placed(new PlacementOnFile(Center.ELECTRONICS, DAY, first.decision()), null);

        assertThat(first.of(adopted)).isEmpty();
        assertThat(first.of(moved)).containsExactly(placed);
        assertThat(first.of(retracted)).containsExactly(placed);
    }

    @Test
    void of_anotherDay_isRefusedWhileThePlacementIsOnFile() {
        AccountFile adopted = ENTERED.with(first.of(ENTERED));
        AccountFile retracted = adopted.with(List.of(new PlacementRetracted(DAY)));
        LocalDate day = DAY.plusDays(6);
        Adoption from = new Adoption("id", first.decision(), first.center(), day, "Acme", MADE);

        assertThatThrownBy(() -> from.of(adopted)).isInstanceOf(ChangeRefused.class);
        assertThat(from.of(retracted))
                .containsExactly(new Placed(new PlacementOnFile(Center.ELECTRONICS, day, first.decision()), null));
        assertThatThrownBy(() -> new ProposalAdoption(from, null).of(retracted)).isInstanceOf(ChangeRefused.class);
    }

    @Test
    void mayBeRepeated_centerOnFileOnceTheDecisionWasMade() {
        HistoryEntry there = entry(1, MADE.minusSeconds(60), Center.ELECTRONICS);
        HistoryEntry moved = entry(2, MADE.plusSeconds(60), Center.BASE_METALS);
        HistoryEntry movedBefore = entry(2, MADE.minusSeconds(30), Center.BASE_METALS);

        assertThat(first.mayBeRepeated(NUMBER, List.of(there, moved))).isTrue();
        assertThat(first.mayBeRepeated(NUMBER, List.of(there, movedBefore))).isFalse();
        assertThat(later.mayBeRepeated(
                        NUMBER, List.of(there, movedBefore, entry(3, MADE.plusMillis(1), Center.ELECTRONICS))))
                .isTrue();
    }

    private static HistoryEntry entry(long version, Instant recordedAt, Center center) {
        return new HistoryEntry(
                version, 0, recordedAt, "jd", "test", new Placed(new PlacementOnFile(center, DAY, null), null));
    }
}
