package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdoptionTest {
    private static final ImporterNumber NUMBER = EventJson.number("12-345678900");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final Adoption first = new Adoption(
            "id", UUID.fromString("01234567-89ab-7def-8123-456789abcde1"), Center.ELECTRONICS, DAY, "Acme");
    private final Adoption later = new Adoption(
            "id", UUID.fromString("01234567-89ab-7def-8123-456789abcde2"), Center.BASE_METALS, DAY, "Acme");

    @Test
    void of_decisionAdoptedBefore_isNothingWhateverCameAfterIt() {
        AccountFile blank = AccountFile.blank(NUMBER);
        AccountFile adopted = blank.with(first.of(blank));
        AccountFile moved = adopted.with(later.of(adopted));
        AccountFile retracted = moved.with(List.of(new PlacementRetracted(DAY)));

        assertThat(first.isMade(blank)).isFalse();
        assertThat(moved.placementOn(DAY)).isEqualTo(new PlacementOnFile(Center.BASE_METALS, DAY, later.decision()));
        for (AccountFile file : List.of(adopted, moved, retracted)) {
            assertThat(first.isMade(file)).isTrue();
            assertThat(first.of(file)).isEmpty();
        }
        assertThat(new ProposalAdoption(first, null).of(moved)).isEmpty();
    }
}
