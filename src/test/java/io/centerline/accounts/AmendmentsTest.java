package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Issue;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmendmentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Direction OPEN = direction(Center.MACHINERY, DAY, Account.OPEN);

    @Test
    void state_brokerWhileADirectionHasNotEnded_isRefusedUntilItHas() {
        for (LocalDate through : List.of(Account.OPEN, TODAY)) {
            AccountFile directed = file(ImporterKind.IMPORTER, direction(Center.MACHINERY, DAY, through));
            assertThatThrownBy(() -> statement(ImporterKind.BROKER).of(directed))
                    .isInstanceOfSatisfying(
                            ChangeRefused.class,
                            refused -> assertThat(refused.issues())
                                    .singleElement()
                                    .returns("/kind", Issue::pointer)
                                    .satisfies(issue -> assertThat(issue.help())
                                            .contains("`PUT …/directions/1`", "before `2026-06-01`")));
        }
        AccountFile ended = file(ImporterKind.IMPORTER, direction(Center.MACHINERY, DAY, TODAY.minusDays(1)));

        assertThat(statement(ImporterKind.BROKER).of(ended))
                .containsExactly(new Described("", ImporterKind.BROKER, List.of()));
    }

    @Test
    void correct_directionOfABroker_canBeEndedAndNotProlonged() {
        AccountFile broker = file(ImporterKind.BROKER, OPEN);
        Direction ended = direction(Center.MACHINERY, DAY, TODAY);

        assertThat(DirectionStatement.correct(1, ended).of(broker)).containsExactly(new Directed(1, ended));
        assertThat(DirectionStatement.retract(1).of(broker)).containsExactly(new DirectionRetracted(1));
        assertThat(statement(ImporterKind.COURIER).of(broker)).hasSize(1);
        for (Direction more : List.of(
                direction(Center.MACHINERY, DAY.minusDays(1), Account.OPEN),
                direction(Center.ELECTRONICS, DAY, TODAY))) {
            assertThatThrownBy(() -> DirectionStatement.correct(1, more).of(broker))
                    .isInstanceOf(ChangeRefused.class);
        }
        assertThatThrownBy(() -> DirectionStatement.correct(1, OPEN).of(broker.with(List.of(new Directed(1, ended)))))
                .isInstanceOf(ChangeRefused.class);
    }

    @Test
    void state_correctionOfADayWithoutPlacement_isRefusedUnlessItWasMade() {
        AccountFile placed = file(ImporterKind.IMPORTER).with(List.of(placed(DAY, null)));
        AccountStatement wrongDay = correction(DAY, DAY.minusYears(1));
        assertThatThrownBy(() -> wrongDay.of(placed))
                .isInstanceOf(ChangeRefused.class)
                .hasMessage("no placement on file begins on `2025-03-01`");

        AccountFile moved = placed.with(List.of(placed(TODAY, DAY)));
        assertThat(correction(TODAY, DAY).of(moved)).isEmpty();
        AccountFile again = moved.with(List.of(placed(TODAY.plusDays(9), null)));
        assertThatThrownBy(() -> correction(TODAY.plusDays(9), DAY).of(again))
                .as("it took the place of no placement")
                .isInstanceOf(ChangeRefused.class);
    }

    private static Placed placed(LocalDate since, LocalDate corrects) {
        return new Placed(new PlacementOnFile(Center.MACHINERY, since, null), corrects);
    }

    private static AccountStatement correction(LocalDate since, LocalDate corrects) {
        return new AccountStatement(new StatedAccount(null, null, null, Center.MACHINERY, since, corrects), TODAY);
    }

    private static AccountStatement statement(ImporterKind kind) {
        return new AccountStatement(new StatedAccount(null, kind, null, null, null, null), TODAY);
    }

    private static Direction direction(Center center, LocalDate from, LocalDate through) {
        return new Direction(center, from, through, "OFO", "memo");
    }

    /** A file of version 1. */
    private static AccountFile file(ImporterKind kind, Direction... directions) {
        AccountFold fold = new AccountFold(EventJson.number("12-345678900"));
        fold.add(new HistoryEntry(1, 0, Instant.EPOCH, "jd", "test", new Described("", kind, List.of())));
        for (int i = 0; i < directions.length; i++) {
            fold.add(new Directed(i + 1, directions[i]));
        }
        return fold.file();
    }
}
