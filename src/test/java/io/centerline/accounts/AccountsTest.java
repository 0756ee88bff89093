package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.agroal.api.AgroalDataSource;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.decision.Draft;
import io.centerline.facts.ImporterNumber;
import io.centerline.journal.Comparing;
import io.centerline.journal.Drafts;
import io.centerline.journal.LogAltered;
import io.centerline.journal.StoredRecord;
import io.centerline.journal.Tampering;
import io.centerline.tariff.Center;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@SuppressWarnings("EnumOrdinal") // any value will do
class AccountsTest {
    private static final ImporterNumber NUMBER = EventJson.number("12-345678900");
    private static final LocalDate DAY = LocalDate.of(2020, 1, 15);

    private AgroalDataSource pool;
    private Accounts accounts;

    @BeforeEach
    void openDatabase() {
        pool = BitemporalPropertiesTest.pool("accounts");
        accounts = new Accounts(pool);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void onFile_databaseFails_saysNoNumberToTheLog() throws Exception {
        ImporterNumber person = EventJson.number("541-99-0042");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table account_event rename to elsewhere");
        }

        assertThatThrownBy(() -> accounts.onFile(person, DAY))
                .hasMessageContaining("\"account_event\" does not exist")
                .satisfies(
                        failed -> assertThat(Throwables.getStackTrace(failed)).doesNotContain("541-99-0042"));
    }

    @Test
    void onFile_numbersUnderOneEin_areDifferentNumbers() {
        place(EventJson.number("12-3456789"), new Expectation.Nothing(), Center.ELECTRONICS, DAY);

        assertThat(accounts.onFile(EventJson.number("12-3456789"), DAY).account())
                .isNotNull();
        assertThat(accounts.onFile(NUMBER, DAY)).isEqualTo(PartyOnFile.NOBODY);
        assertThat(accounts.siblings(NUMBER, Instant.MAX))
                .singleElement()
                .returns("12-3456789", file -> file.number().text());
    }

    @Test
    void change_expectationsThatDoNotHold_areRefusedWithTheFile() {
        assertThatThrownBy(() -> place(NUMBER, new Expectation.Something(), Center.ELECTRONICS, DAY))
                .isInstanceOfSatisfying(
                        AccountStale.class,
                        stale -> assertThat(stale.current().exists()).isFalse());
        place(NUMBER, new Expectation.Unsaid(), Center.ELECTRONICS, DAY);
        assertThatThrownBy(() -> place(NUMBER, new Expectation.Unsaid(), Center.ELECTRONICS, DAY))
                .isInstanceOf(VersionRequired.class);
        assertThatThrownBy(() -> place(NUMBER, new Expectation.Nothing(), Center.ELECTRONICS, DAY))
                .isInstanceOf(AccountStale.class);
        assertThatThrownBy(() -> place(NUMBER, Expectation.version(2), Center.BASE_METALS, DAY))
                .isInstanceOfSatisfying(
                        AccountStale.class, stale -> assertThat(stale.current()).isEqualTo(accounts.file(NUMBER)));

        assertThat(accounts.history(NUMBER)).hasSize(1);
        assertThat(place(NUMBER, Expectation.version(1), Center.BASE_METALS, DAY)
                        .version())
                .isEqualTo(2);
    }

    @Test
    void change_manyThreadsOnOneVersion_oneIsTakenAndTheOthersSeeIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            Expectation expected = round == 0 ? new Expectation.Nothing() : Expectation.version(round);
            List<Object> outcomes = atOnce(8, i -> {
                try {
                    return place(NUMBER, expected, Center.values()[i], DAY.plusDays(i));
                } catch (AccountStale stale) {
                    return stale;
                }
            });

            assertThat(outcomes).filteredOn(AccountFile.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(AccountStale.class::isInstance).hasSize(7);
            assertThat(accounts.file(NUMBER).version()).isEqualTo(round + 1);
        }
        assertThat(accounts.history(NUMBER))
                .extracting(HistoryEntry::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(accounts.history(NUMBER))
                .extracting(HistoryEntry::recordedAt)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void change_manyThreadsOnAnyVersion_allAreTaken() throws Exception {
        atOnce(8, i -> place(NUMBER, new Expectation.Anything(), Center.ELECTRONICS, DAY.plusDays(i)));

        assertThat(accounts.file(NUMBER).placements()).hasSize(8);
        assertThat(accounts.file(NUMBER).version()).isEqualTo(8);
    }

    @Test
    void change_anotherRightBehindIt_isAnsweredWithItsOwnVersion() throws Exception {
        place(NUMBER, new Expectation.Nothing(), Center.ELECTRONICS, DAY);
        Accounts overtaken = new Accounts(
                behindEachCommit(() -> place(NUMBER, new Expectation.Anything(), Center.BASE_METALS, DAY.plusDays(9))));
        Amendment move =
                before -> List.of(new Placed(new PlacementOnFile(Center.MACHINERY, DAY.plusDays(1), null), null));

        AccountChanged changed = overtaken
                .change(List.of(new ChangeRequest(NUMBER, Expectation.version(1), move)), "jd", "test")
                .get(0);

        HistoryEntry recorded = accounts.history(NUMBER).get(1);
        assertThat(accounts.file(NUMBER).version()).isEqualTo(3);
        assertThat(changed.after().version()).isEqualTo(2).isEqualTo(recorded.version());
        assertThat(changed.after()).isEqualTo(accounts.file(NUMBER, recorded.recordedAt()));
    }

    @Test
    void owed_decisionsOfChanges_areListedAsTheyWereUntilSettled() {
        OwedDecisions owed = new OwedDecisions(pool);
        Draft whole = Drafts.draft();
        Draft withoutBasis = Drafts.draft("NNN", null, "{}");
        ChangeRequest place = new ChangeRequest(
                NUMBER,
                new Expectation.Nothing(),
                before -> List.of(new Placed(new PlacementOnFile(Center.ELECTRONICS, DAY, whole.id()), null)));

        accounts.change(List.of(place), "jd", "test", () -> List.of(whole, withoutBasis));
        assertThatThrownBy(() -> accounts.change(List.of(place), "jd", "test", () -> List.of(Drafts.draft())))
                .isInstanceOf(AccountStale.class);

        assertThat(owed.list(Duration.ZERO, 10))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(whole, withoutBasis);
        assertThat(owed.list(Duration.ofMinutes(5), 10)).isEmpty();
        owed.settle(whole.id());
        assertThat(owed.list(Duration.ZERO, 10)).extracting(Draft::id).containsExactly(withoutBasis.id());
    }

    @Test
    void events_changed_refuse() {
        place(NUMBER, new Expectation.Nothing(), Center.ELECTRONICS, DAY);

        for (String statement : new String[] {"delete from account_event", "update account_event set author = 'eve'"}) {
            assertThatThrownBy(() -> execute(statement)).hasMessageContaining("append only");
        }
    }

    @Test
    void change_anyAccount_isALeafThatNamesNobody() throws Exception {
        ImporterNumber person = EventJson.number("123-45-6789");
        place(person, new Expectation.Nothing(), Center.ELECTRONICS, DAY);
        place(NUMBER, new Expectation.Nothing(), Center.ELECTRONICS, DAY);
        place(person, Expectation.version(1), Center.BASE_METALS, DAY);
        assertThatThrownBy(() -> place(person, Expectation.version(1), Center.ELECTRONICS, DAY))
                .isInstanceOf(AccountStale.class);

        assertThat(Comparing.records(pool))
                .extracting(StoredRecord::index, StoredRecord::kind, StoredRecord::ref)
                .containsExactly(
                        tuple(0L, "opening", "account"),
                        tuple(1L, "account", "1/1"),
                        tuple(2L, "account", "2/1"),
                        tuple(3L, "account", "1/2"));
        assertThat(Comparing.records(pool))
                .allSatisfy(record -> assertThat(new String(record.said(), StandardCharsets.UTF_8))
                        .doesNotContain("6789", "jd", "test", "CEE"));
        assertThat(Comparing.differences(pool, new ChangeRecords())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "update account_event set author = 'eve' where version = 1",
                "update account_event set reason = 'other' where version = 1",
                "update account_event set recorded_at = recorded_at - interval '1 day' where version = 1",
                "update account_event set event = replace(event::text, 'CEE007', 'CEE001')::json where version = 1",
                "update account_event set packet = '{}' where version = 1",
                "delete from account_event where version = 1",
                "update account_event set version = 7 where version = 1",
                "insert into account_event select account, version + 1, 0, recorded_at + interval '1 second', author, reason, event"
                        + " from account_event where version = 2",
                "insert into account_event select account, version + 1, 0, recorded_at - interval '1 day', author, reason, event"
                        + " from account_event where version = 2",
            })
    void change_changedBehindTheProgram_isFound(String change) throws Exception {
        place(NUMBER, new Expectation.Nothing(), Center.ELECTRONICS, DAY);
        place(NUMBER, Expectation.version(1), Center.BASE_METALS, DAY);
        Tampering.run(pool, change);

        assertThat(Comparing.differences(pool, new ChangeRecords())).isBetween(1L, 2L);
        if (!change.contains("packet")) {
            assertThatThrownBy(() -> accounts.onFile(NUMBER, DAY)).isInstanceOf(LogAltered.class);
            assertThatThrownBy(() -> accounts.list(0, 10)).isInstanceOf(LogAltered.class);
        }
    }

    /** The last change is gone, or an account that nobody entered is there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from account_event where version = 2",
                "update account_event set account = '98-765432100'",
            })
    void onFile_otherHistoryThanTheLogHolds_isRefused(String change) throws Exception {
        place(NUMBER, new Expectation.Nothing(), Center.ELECTRONICS, DAY);
        place(NUMBER, Expectation.version(1), Center.BASE_METALS, DAY);
        accounts.onFile(NUMBER, DAY);
        Tampering.run(pool, change);

        ImporterNumber asked = change.startsWith("delete") ? NUMBER : EventJson.number("98-765432100");
        assertThatThrownBy(() -> accounts.onFile(asked, DAY)).isInstanceOf(LogAltered.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update account set version = 9",
                "update account set root = 'x'",
                "update account set changed_at = changed_at - interval '1 day'",
            })
    void account_columnsAltered_areFound(String change) throws Exception {
        place(NUMBER, new Expectation.Nothing(), Center.ELECTRONICS, DAY);
        place(NUMBER, Expectation.version(1), Center.BASE_METALS, DAY);
        Tampering.run(pool, change);

        assertThat(Comparing.differences(pool, new ChangeRecords())).isPositive();
    }

    private AccountFile place(ImporterNumber number, Expectation expected, Center center, LocalDate since) {
        return accounts.change(
                        List.of(new ChangeRequest(
                                number,
                                expected,
                                before -> List.of(new Placed(new PlacementOnFile(center, since, null), null)))),
                        "jd",
                        "test")
                .get(0)
                .after();
    }

    /** The pool, with something done as soon as a transaction of its connections is committed. */
    private DataSource behindEachCommit(Runnable then) {
        return as(
                DataSource.class,
                pool,
                "getConnection",
                connection -> as(Connection.class, connection, "commit", committed -> {
                    then.run();
                    return committed;
                }));
    }

    private static <T> T as(Class<T> type, Object real, String method, UnaryOperator<Object> answered) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, with) -> {
            Object answer = called.invoke(real, with);
            return called.getName().equals(method) ? answered.apply(answer) : answer;
        }));
    }

    private interface Numbered {
        Object run(int i) throws Exception;
    }

    private static List<Object> atOnce(int threads, Numbered work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int own = i;
                tasks.add(() -> {
                    start.await();
                    return work.run(own);
                });
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> outcome : executor.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            executor.shutdownNow();
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
