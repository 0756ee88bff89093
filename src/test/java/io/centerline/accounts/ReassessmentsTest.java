package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.centerline.accounts.AccountEvent.Described;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("EnumOrdinal") // any value will do
class ReassessmentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private AgroalDataSource pool;
    private Accounts accounts;
    private Reassessments reassessments;

    @BeforeEach
    void openDatabase() {
        pool = BitemporalPropertiesTest.pool("reassessments");
        accounts = new Accounts(pool);
        reassessments = new Reassessments(pool);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void drifts_anyFilterAndPage_areThoseOfThePlainReading() {
        Random random = new Random(5);
        List<Reassessment> kept = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            kept.add(reassessment(enter(i), 1, DAY, random(random)));
        }
        assertThat(reassessments.keep(kept)).allMatch(Reassessed::kept);
        // Later accounts come first among the same margin.
        List<Reassessment> ordered = new ArrayList<>(kept);
        Collections.reverse(ordered);
        ordered.removeIf(reassessment -> reassessment.drift() == null);
        ordered.sort(
                Comparator.comparingInt(reassessment -> -drift(reassessment).margin()));

        int found = 0;
        for (int round = 0; round < 200; round++) {
            DriftFilter filter = round == 0 ? DriftFilter.ALL : filter(random);
            List<Reassessment> expected =
                    ordered.stream().filter(each -> passes(filter, each)).toList();
            assertThat(all(filter, 1 + random.nextInt(40)))
                    .as(filter.toString())
                    .isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void keep_decidedOnAnotherVersion_isNotKept() {
        ImporterNumber number = enter(1);
        rename(number);

        assertThat(reassessments.keep(List.of(reassessment(number, 1, DAY, (Drift) null))))
                .extracting(Reassessed::kept)
                .containsExactly(false);
        assertThat(reassessments.last(List.of(number))).isEmpty();
        Reassessment current = reassessment(number, 2, DAY, (Drift) null);
        assertThat(reassessments.keep(List.of(current))).containsExactly(new Reassessed(current, true));
        assertThat(reassessments.last(List.of(number))).containsExactly(Map.entry(number, current));
    }

    @Test
    void keep_anEarlierDayOnAnotherVersion_isKept() {
        ImporterNumber number = enter(1);
        Reassessment mistaken = reassessment(number, 1, DAY.plusYears(70), (Drift) null);
        assertThat(reassessments.keep(List.of(mistaken)))
                .extracting(Reassessed::kept)
                .containsExactly(true);
        assertThat(reassessments.keep(List.of(reassessment(number, 1, DAY, (Drift) null))))
                .extracting(Reassessed::kept)
                .containsExactly(false);
        rename(number);

        Reassessment current = reassessment(number, 2, DAY, (Drift) null);
        assertThat(reassessments.keep(List.of(current))).containsExactly(new Reassessed(current, true));
        assertThat(reassessments.last(List.of(number))).containsExactly(Map.entry(number, current));
    }

    @Test
    void keep_anEarlierDayWhileALaterOneIsBeingKept_isNotKept() throws Exception {
        ImporterNumber number = enter(1);
        Reassessment later = reassessment(number, 1, DAY.plusDays(1), (Drift) null);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Handle first = Jdbi.open(pool)) {
            first.registerArrayType(String.class, "text").begin();
            long id = Objects.requireNonNull(
                            ReassessmentTable.lock(first, List.of(number)).get(number.text()))
                    .id();
            ReassessmentTable.write(first, Map.of(id, later));
            Future<List<Reassessed>> earlier =
                    other.submit(() -> reassessments.keep(List.of(reassessment(number, 1, DAY, (Drift) null))));
            await().until(() -> oneWaitsFor(first));
            first.commit();

            assertThat(earlier.get()).extracting(Reassessed::kept).containsExactly(false);
        } finally {
            other.shutdownNow();
        }
        assertThat(reassessments.last(List.of(number))).containsExactly(Map.entry(number, later));
    }

    @Test
    void keep_manyAtOnceOfTheSameAccounts_leavesTheLatestDay() throws Exception {
        List<ImporterNumber> numbers =
                IntStream.range(0, 10).mapToObj(this::enter).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Reassessed>>> futures = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                List<ImporterNumber> shuffled = new ArrayList<>(numbers);
                Collections.shuffle(shuffled, new Random(i));
                LocalDate asOf = DAY.plusDays(i % 20);
                futures.add(threads.submit(() -> reassessments.keep(shuffled.stream()
                        .map(number -> reassessment(
                                number,
                                1,
                                asOf,
                                new Drift(Center.ELECTRONICS, DriftReason.PREDOMINANCE, 1, asOf, id())))
                        .toList())));
            }
            for (Future<List<Reassessed>> future : futures) {
                assertThat(future.get()).hasSize(10);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(reassessments.last(numbers).values())
                .hasSize(10)
                .allMatch(last -> last.asOf().equals(DAY.plusDays(19)));
    }

    @Test
    void adopt_accountThatChangesInBetween_isRefused() {
        ImporterNumber number = enter(1);
        Reassessment last =
                reassessment(number, 1, DAY, new Drift(Center.ELECTRONICS, DriftReason.UNPLACED, 1, DAY, id()));
        Adoption adoption = new Adoption("here", drift(last).proposal(), Center.ELECTRONICS, DAY, "", Instant.EPOCH);
        ProposalAdoption proposed = new ProposalAdoption(adoption, last);
        Amendment late = before -> {
            List<AccountEvent> events = proposed.of(before);
            rename(number);
            return events;
        };

        assertThatThrownBy(() -> accounts.change(
                        List.of(new ChangeRequest(number, new Expectation.Anything(), late)), "jd", "test"))
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.issues())
                                .singleElement()
                                .returns(IssueCode.REASSESSMENT_OVERTAKEN, Issue::code)
                                .returns("here", Issue::pointer));
        assertThat(accounts.file(number).placements()).isEmpty();
    }

    private static boolean oneWaitsFor(Handle handle) {
        return handle.createQuery(
                        "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .mapTo(Boolean.class)
                .one();
    }

    private void rename(ImporterNumber number) {
        accounts.change(
                List.of(new ChangeRequest(
                        number,
                        new Expectation.Something(),
                        before -> List.of(new Described("New", ImporterKind.IMPORTER, List.of())))),
                "jd",
                "test");
    }

    private ImporterNumber enter(int i) {
        ImporterNumber number = EventJson.number(String.format("44-%07d00", 1_000 - i));
        accounts.change(
                List.of(new ChangeRequest(
                        number,
                        new Expectation.Nothing(),
                        before -> List.of(new Described("", ImporterKind.IMPORTER, List.of())))),
                "jd",
                "test");
        return number;
    }

    private static Drift drift(Reassessment reassessment) {
        return Objects.requireNonNull(reassessment.drift());
    }

    private List<Reassessment> all(DriftFilter filter, int size) {
        List<Reassessment> all = new ArrayList<>();
        int margin = Integer.MAX_VALUE;
        long place = Long.MAX_VALUE;
        while (true) {
            List<DriftedAccount> page = reassessments.drifts(filter, margin, place, size);
            page.forEach(drifted -> all.add(drifted.reassessment()));
            if (page.size() < size) {
                return all;
            }
            margin = page.get(size - 1).drift().margin();
            place = page.get(size - 1).place();
        }
    }

    private static boolean passes(DriftFilter filter, Reassessment reassessment) {
        Drift drift = drift(reassessment);
        return (filter.center() == null || filter.center().equals(reassessment.center()))
                && (filter.found() == null || filter.found() == drift.found())
                && (filter.reason() == null || filter.reason() == drift.reason())
                && (filter.minMargin() == null || filter.minMargin() <= drift.margin())
                && (filter.since() == null || !drift.since().isBefore(filter.since()));
    }

    private static DriftFilter filter(Random random) {
        return new DriftFilter(
                random.nextBoolean() ? null : center(random),
                random.nextBoolean() ? null : found(random),
                random.nextBoolean() ? null : reason(random),
                random.nextBoolean() ? null : (Integer) (random.nextInt(5) - 1),
                random.nextBoolean() ? null : since(random));
    }

    private static String center(Random random) {
        return random.nextBoolean() ? "PNDING" : "CEE005";
    }

    private static Center found(Random random) {
        return random.nextBoolean() ? Center.ELECTRONICS : Center.MACHINERY;
    }

    private static DriftReason reason(Random random) {
        return DriftReason.values()[random.nextInt(DriftReason.values().length)];
    }

    private static LocalDate since(Random random) {
        return DAY.minusDays(random.nextInt(3));
    }

    private Reassessment random(Random random) {
        ImporterNumber nobody = EventJson.number("44-999999900");
        Drift drift = random.nextInt(4) == 0
                ? null
                : new Drift(found(random), reason(random), random.nextInt(5) - 1, since(random), id());
        return new Reassessment(nobody, 1, DAY, center(random), id(), drift);
    }

    private static Reassessment reassessment(ImporterNumber number, long version, LocalDate asOf, Reassessment like) {
        return new Reassessment(number, version, asOf, like.center(), like.decision(), like.drift());
    }

    private static Reassessment reassessment(ImporterNumber number, long version, LocalDate asOf, Drift drift) {
        return new Reassessment(number, version, asOf, "CEE005", id(), drift);
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
