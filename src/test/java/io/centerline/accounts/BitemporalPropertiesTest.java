package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.centerline.accounts.AccountEvent.AppealDenied;
import io.centerline.accounts.AccountEvent.AppealFiled;
import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.AppealWithdrawn;
import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.journal.Pools;
import io.centerline.store.embedded.SharedStore;
import io.centerline.tariff.Center;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** On every day, as known at every instant, the file holds what a naive reading of the history says. */
class BitemporalPropertiesTest {
    private static final ImporterNumber NUMBER = EventJson.number("12-345678900");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final AtomicInteger USED = new AtomicInteger();
    private static Accounts onDatabase;

    @Property(tries = 10_000)
    void file_anyHistory_isThatOfThePlainReading(@ForAll @Size(max = 12) List<@From("events") AccountEvent> events) {
        List<HistoryEntry> history = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            // Two events a change: what is recorded together is known together.
            history.add(new HistoryEntry(1 + i / 2, i % 2, BEGIN.plusSeconds(i / 2), "jd", "test", events.get(i)));
        }
        for (int second = -1; second <= events.size() / 2 + 1; second++) {
            Instant knownAt = BEGIN.plusSeconds(second);
            AccountFile file = AccountFile.of(NUMBER, history, knownAt);
            for (LocalDate day : days()) {
                assertThat(file.on(day)).isEqualTo(PlainFile.onFile(history, day, knownAt));
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void onFile_anyHistoryInTheDatabase_isThatOfThePlainReading(
            @ForAll @Size(min = 1, max = 8) List<@From("events") AccountEvent> events, @ForAll Random random) {
        Accounts accounts = onDatabase();
        ImporterNumber number = EventJson.number(String.format("55-%07d00", USED.incrementAndGet()));
        int recorded = 0;
        while (recorded < events.size()) {
            int next = Math.min(events.size(), recorded + 1 + random.nextInt(3));
            List<AccountEvent> together = events.subList(recorded, next);
            accounts.change(
                    List.of(new ChangeRequest(number, new Expectation.Anything(), before -> together)), "jd", "test");
            recorded = next;
        }

        List<HistoryEntry> history = accounts.history(number);
        assertThat(history).extracting(HistoryEntry::event).isEqualTo(events);
        List<Instant> instants = new ArrayList<>(List.of(Instant.EPOCH));
        history.forEach(entry -> {
            instants.add(entry.recordedAt().minusNanos(1_000));
            instants.add(entry.recordedAt());
        });
        for (Instant knownAt : instants) {
            LocalDate day = PlainFile.FIRST_DAY.plusDays(random.nextInt(PlainFile.DAYS));
            assertThat(accounts.file(number, knownAt).on(day)).isEqualTo(PlainFile.onFile(history, day, knownAt));
        }
        LocalDate day = PlainFile.FIRST_DAY.plusDays(random.nextInt(PlainFile.DAYS));
        assertThat(Optional.ofNullable(accounts.onFile(number, day).account()))
                .isEqualTo(PlainFile.onFile(history, day, Instant.MAX));
    }

    @Provide
    Arbitrary<AccountEvent> events() {
        Arbitrary<LocalDate> days = Arbitraries.of(days());
        Arbitrary<AccountEvent> placed = Combinators.combine(Arbitraries.of(Center.class), days, days.injectNull(0.6))
                .as((center, since, corrects) -> new Placed(new PlacementOnFile(center, since, null), corrects));
        Arbitrary<AccountEvent> retracted = days.map(PlacementRetracted::new);
        Arbitrary<AccountEvent> described = Arbitraries.of("Acme", "Äcme \"&\"")
                .map(name -> new Described(name, ImporterKind.IMPORTER, List.of(NUMBER)));
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, PlainFile.DIRECTIONS);
        Arbitrary<AccountEvent> directed = Combinators.combine(
                        numbers,
                        Arbitraries.of(Center.class),
                        days,
                        Arbitraries.integers().between(0, 5))
                .as((number, center, from, length) -> new Directed(
                        number,
                        new Direction(
                                center, from, length == 0 ? Account.OPEN : from.plusDays(length), "OFO", "memo")));
        Arbitrary<UUID> ids = Arbitraries.of(new UUID(0, 1), new UUID(0, 2));
        Arbitrary<AccountEvent> filed = Combinators.combine(
                        ids, Arbitraries.of(Center.class).injectNull(0.2), days)
                .as((id, preferred, day) -> new AppealFiled(id, preferred, day, "A-1", List.of(NUMBER), null));
        Arbitrary<AccountEvent> granted = Combinators.combine(ids, Arbitraries.of(Center.class), days)
                .as((id, center, day) -> new AppealGranted(id, center, day, "A-1", day.plusDays(2), "OFO", id));
        return Arbitraries.frequencyOf(
                Tuple.of(6, placed),
                Tuple.of(2, retracted),
                Tuple.of(1, described),
                Tuple.of(4, directed),
                Tuple.of(1, numbers.map(DirectionRetracted::new)),
                Tuple.of(3, filed),
                Tuple.of(1, granted),
                Tuple.of(1, ids.map(AppealWithdrawn::new)),
                Tuple.of(1, ids.map(AppealDenied::new)));
    }

    private static List<LocalDate> days() {
        return PlainFile.FIRST_DAY
                .datesUntil(PlainFile.FIRST_DAY.plusDays(PlainFile.DAYS))
                .toList();
    }

    private static synchronized Accounts onDatabase() {
        if (onDatabase == null) {
            onDatabase = new Accounts(pool("bitemporal"));
        }
        return onDatabase;
    }

    static AgroalDataSource pool(String name) {
        try {
            return Pools.to(SharedStore.migrated(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
