package io.centerline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.TestRulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentAccountsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final Placement placement = new Placement(TestRulebook.shared());
    private final List<LocalDate> asked = new ArrayList<>();

    @Test
    void get_moreThanAreKept_forgetsTheOneUsedLongestAgo() {
        RecentAccounts recent = new RecentAccounts(2);
        AccountView first = get(recent, DAY);
        get(recent, DAY.plusDays(1));

        assertThat(get(recent, DAY)).isSameAs(first);
        get(recent, DAY.plusDays(2));
        assertThat(get(recent, DAY)).isSameAs(first);
        get(recent, DAY.plusDays(1));

        assertThat(asked).containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(1));
    }

    @Test
    void get_forgotten_saysTheSameAgain() {
        RecentAccounts recent = new RecentAccounts(1);
        AccountView first = get(recent, DAY);
        get(recent, DAY.plusDays(1));

        AccountView again = get(recent, DAY);

        assertThat(again).isNotSameAs(first);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.decision().explanation()).isEqualTo(first.decision().explanation());
    }

    private AccountView get(RecentAccounts recent, LocalDate asOf) {
        return recent.get(new RecentAccounts.Key(asOf, ImporterKind.IMPORTER, null, Explain.FULL), () -> {
            asked.add(asOf);
            Facts alone = new Facts(Importer.anybody(ImporterKind.IMPORTER), asOf, List.of(), List.of(), null);
            return AccountView.of(placement.examine(alone, List.of(), Explain.FULL));
        });
    }
}
