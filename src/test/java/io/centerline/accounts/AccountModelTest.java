package io.centerline.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Accounts in the database are those of a naive model, on every day and as known at every instant, also while eight threads
 * change the same few. {@code -Dcenterline.accounts.rounds} asks for more than one round of each test.
 */
class AccountModelTest {
    private static final int ROUNDS = Integer.getInteger("centerline.accounts.rounds", 1);
    private static final int STEPS = 400;
    private static final int THREADS = 8;

    private AgroalDataSource pool;
    private Accounts accounts;
    private List<ImporterNumber> numbers = List.of();

    @BeforeEach
    void openDatabase() {
        pool = BitemporalPropertiesTest.pool("account_model");
        accounts = new Accounts(pool);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    /** All versions an account had, the first of them blank. */
    private static final class Versions {
        private final List<PlainAccount> all = new ArrayList<>();

        Versions(ImporterNumber number) {
            all.add(new PlainAccount(number));
        }

        PlainAccount last() {
            return all.get(all.size() - 1);
        }

        PlainAccount knownAt(Instant instant) {
            PlainAccount known = all.get(0);
            for (PlainAccount version : all) {
                known = version.changedAt == null || version.changedAt.isAfter(instant) ? known : version;
            }
            return known;
        }
    }

    /** Begins a round with accounts of its own. */
    private void begin(int round) {
        numbers = Stream.of("12-%07d00", "12-%07d01", "%03d-45-6789")
                .map(format -> EventJson.number(String.format(Locale.ROOT, format, round)))
                .toList();
    }

    @Test
    void change_anySequence_isThatOfTheModelOnBothAxes() {
        for (int round = 0; round < ROUNDS; round++) {
            begin(round);
            sequence(new Random(round));
        }
    }

    private void sequence(Random random) {
        Map<ImporterNumber, Versions> model = new HashMap<>();
        numbers.forEach(number -> model.put(number, new Versions(number)));
        int recorded = 0;
        for (int step = 0; step < STEPS; step++) {
            recorded += step(random, model);
            ImporterNumber number = one(random);
            assertThat(accounts.file(number)).isEqualTo(model.get(number).last().file());
            canBeLeft(model.get(number).last().file());
            Instant knownAt = instant(random, model);
            LocalDate day = PlainAccount.FIRST_DAY.plusDays(random.nextInt(PlainAccount.DAYS + 2));
            AccountFile known = accounts.file(number, knownAt);
            PlainAccount plain = model.get(number).knownAt(knownAt);
            assertThat(known).isEqualTo(plain.file());
            assertThat(known.on(day)).isEqualTo(Optional.ofNullable(plain.on(day)));
        }
        assertThat(recorded).as("changes of %s steps that were recorded", STEPS).isGreaterThan(STEPS / 5);
        model.forEach((number, versions) -> assertThat(accounts.history(number).stream()
                        .map(HistoryEntry::version)
                        .distinct())
                .hasSize(versions.all.size() - 1));
    }

    /** Whatever is on file can be ended or taken back, whatever kind of party the account has become. */
    private static void canBeLeft(AccountFile file) {
        file.directions().forEach((number, there) -> {
            Direction ended = new Direction(there.center(), there.from(), there.from(), "OFO", "memo 2");
            assertThat(DirectionStatement.correct(number, ended).of(file)).hasSize(1);
            assertThat(DirectionStatement.retract(number).of(file)).hasSize(1);
        });
        file.appeals().values().stream()
                .filter(appeal -> appeal.stage() == AppealStage.FILED)
                .forEach(open -> {
                    assertThat(AppealStatement.withdraw(open.id()).of(file)).hasSize(1);
                    assertThat(AppealStatement.deny(open.id()).of(file)).hasSize(1);
                });
        for (LocalDate since : file.placements().keySet()) {
            StatedAccount nothing = new StatedAccount(null, null, null, null, null, since);
            assertThat(new AccountStatement(nothing, PlainAccount.TODAY).of(file))
                    .hasSize(1);
        }
        if (file.kind() != ImporterKind.IMPORTER) {
            StatedAccount importer = new StatedAccount(null, ImporterKind.IMPORTER, null, null, null, null);
            assertThat(new AccountStatement(importer, PlainAccount.TODAY).of(file))
                    .hasSize(1);
        }
    }

    /** One request for one account or two, made of both; how many versions it made. */
    private int step(Random random, Map<ImporterNumber, Versions> model) {
        ImporterNumber first = one(random);
        ImporterNumber second = one(random);
        boolean both = random.nextInt(12) == 0 && !second.equals(first);
        List<ImporterNumber> asked = both ? List.of(first, second) : List.of(first);
        RandomChange change = both
                ? RandomChange.grant(random)
                : RandomChange.of(random, model.get(first).last().file());
        List<ChangeRequest> requests = asked.stream()
                .map(number -> new ChangeRequest(
                        number, expectation(random, model.get(number).last().version), change.amendment()))
                .toList();
        List<PlainAccount> expected = new ArrayList<>();
        String refusal = plainly(requests, change, model, expected);
        try {
            List<AccountChanged> changed = accounts.change(requests, "jd", change.words());

            assertThat(refusal).as(change.words()).isNull();
            int made = 0;
            for (int i = 0; i < asked.size(); i++) {
                Versions versions = model.get(asked.get(i));
                AccountFile after = changed.get(i).after();
                assertThat(changed.get(i).before()).isEqualTo(versions.last().file());
                if (expected.get(i).version > versions.last().version) {
                    Instant before = versions.last().changedAt;
                    assertThat(after.changedAt()).isAfter(before == null ? Instant.EPOCH : before);
                    expected.get(i).changedAt = after.changedAt();
                    versions.all.add(expected.get(i));
                    made++;
                }
                assertThat(after).as(change.words()).isEqualTo(versions.last().file());
            }
            return made;
        } catch (ChangeRefused | NotOnFile | AccountStale | VersionRequired refused) {
            assertThat(words(refused)).as(change.words()).isEqualTo(refusal);
            return 0;
        }
    }

    /** What the model makes of requests: why it refuses them, or the accounts as they are then; unchanged ones as they were. */
    private static @Nullable String plainly(
            List<ChangeRequest> requests,
            RandomChange change,
            Map<ImporterNumber, Versions> model,
            List<PlainAccount> expected) {
        List<IssueCode> codes = new ArrayList<>();
        for (ChangeRequest request : requests) {
            PlainAccount before = model.get(request.number()).last();
            if (request.amendment() instanceof Adoption adoption
                    && adoption.since().equals(before.adopted.get(adoption.decision()))
                    && !names(request.expected(), before.version)) {
                // Made before: it changes nothing, unless its caller has seen what came after it.
                expected.add(before.copy());
                continue;
            }
            String unexpected = unexpected(request.expected(), before.version);
            if (unexpected != null) {
                return unexpected;
            }
            PlainAccount after = before.copy();
            try {
                boolean changed = change.plain().on(after, before.version + 1);
                if (changed
                        && before.version > 0
                        && request.amendment() instanceof Adoption adoption
                        && !names(request.expected(), before.version)
                        && mayBeRepeated(adoption, model.get(request.number()))) {
                    return VersionRequired.class.getSimpleName();
                }
                after.version = changed ? before.version + 1 : before.version;
                expected.add(after);
            } catch (RandomChange.Refused refused) {
                if (refused.codes().isEmpty()) {
                    return NotOnFile.class.getSimpleName();
                }
                codes.addAll(refused.codes());
            }
        }
        return codes.isEmpty() ? null : codes.toString();
    }

    private static boolean names(Expectation expected, long version) {
        return expected.equals(Expectation.version(version));
    }

    private static boolean mayBeRepeated(Adoption adoption, Versions versions) {
        return versions.all.stream().anyMatch(version -> {
            PlacementOnFile there = version.file().placementOn(adoption.since());
            return version.adopted.containsKey(adoption.decision())
                    || (there != null && there.center() == adoption.center());
        });
    }

    private static @Nullable String unexpected(Expectation expected, long version) {
        if (expected instanceof Expectation.Unsaid) {
            return version == 0 ? null : VersionRequired.class.getSimpleName();
        }
        boolean fits = expected instanceof Expectation.Anything
                || (expected instanceof Expectation.Something && version > 0)
                || (expected instanceof Expectation.Nothing && version == 0)
                || (expected instanceof Expectation.AnyOf named
                        && named.versions().contains(version));
        return fits ? null : AccountStale.class.getSimpleName();
    }

    private static Expectation expectation(Random random, long version) {
        return switch (random.nextInt(8)) {
            case 0 -> new Expectation.Unsaid();
            case 1 -> new Expectation.Something();
            case 2 -> new Expectation.Nothing();
            case 3 -> Expectation.version(1 + random.nextInt(5));
            case 4, 5 -> Expectation.version(version);
            default -> new Expectation.Anything();
        };
    }

    private static String words(RuntimeException refused) {
        return refused instanceof ChangeRefused contradicted
                ? contradicted.issues().stream().map(Issue::code).toList().toString()
                : refused.getClass().getSimpleName();
    }

    private Instant instant(Random random, Map<ImporterNumber, Versions> model) {
        List<PlainAccount> versions = model.get(one(random)).all;
        Instant changedAt = versions.get(random.nextInt(versions.size())).changedAt;
        return changedAt == null || random.nextInt(8) == 0
                ? (random.nextBoolean() ? Instant.MAX : Instant.EPOCH)
                : changedAt.minusNanos(1_000L * random.nextInt(2));
    }

    private ImporterNumber one(Random random) {
        return numbers.get(random.nextInt(numbers.size()));
    }

    /** A request of a thread that was not refused, with what it was answered for an account. */
    private record Taken(RandomChange change, AccountChanged changed) {}

    /** An account as it was read for an instant that was past. */
    private record Read(AccountFile file, Instant knownAt) {}

    @Test
    void change_eightThreadsOnTheVersionsTheySaw_isInTheHistoryOnceAndInOrder() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            begin(round);
            threads(round);
        }
    }

    private void threads(int round) throws Exception {
        Map<String, List<Taken>> taken = new HashMap<>();
        List<Read> reads = new ArrayList<>();
        int stale = 0;
        for (Requester each : atOnce(round)) {
            each.taken.forEach(
                    (tag, answers) -> assertThat(taken.put(tag, answers)).isNull());
            reads.addAll(each.reads);
            stale += each.stale;
        }
        assertThat(stale).as("requests that came too late").isPositive();
        int versions = 0;
        for (ImporterNumber number : numbers) {
            Versions model = new Versions(number);
            Map<Long, List<HistoryEntry>> history = new HashMap<>();
            accounts.history(number)
                    .forEach(entry -> history.computeIfAbsent(entry.version(), version -> new ArrayList<>())
                            .add(entry));
            for (long version = 1; version <= history.size(); version++) {
                List<HistoryEntry> entries = history.get(version);
                HistoryEntry first = entries.get(0);
                assertThat(entries)
                        .allMatch(entry -> entry.reason().equals(first.reason())
                                && entry.recordedAt().equals(first.recordedAt()));
                Taken one = taken.get(first.reason()).stream()
                        .filter(each -> each.changed().after().number().equals(number))
                        .findFirst()
                        .orElseThrow();
                PlainAccount after = model.last().copy();
                assertThat(one.change().plain().on(after, version)).isTrue();
                after.version = version;
                after.changedAt = first.recordedAt();
                assertThat(one.changed().before()).isEqualTo(model.last().file());
                assertThat(one.changed().after()).isEqualTo(after.file());
                Instant before = model.last().changedAt;
                assertThat(first.recordedAt()).isAfter(before == null ? Instant.EPOCH : before);
                model.all.add(after);
            }
            assertThat(accounts.file(number)).isEqualTo(model.last().file());
            versions += history.size();
            reads.stream()
                    .filter(read -> read.file().number().equals(number))
                    .forEach(read -> assertThat(read.file())
                            .isEqualTo(model.knownAt(read.knownAt()).file()));
        }
        assertThat(taken.values().stream().mapToInt(List::size).sum())
                .as("accepted changes of accounts, each a version")
                .isEqualTo(versions)
                .isGreaterThan(STEPS / 4);
    }

    private List<Requester> atOnce(int round) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<Requester>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Requester requester = new Requester(i, new Random(THREADS * round + i));
                tasks.add(() -> {
                    start.await();
                    for (int step = 0; step < STEPS / THREADS * 2; step++) {
                        requester.ask(step);
                    }
                    return requester;
                });
            }
            List<Requester> done = new ArrayList<>();
            for (Future<Requester> each : executor.invokeAll(tasks)) {
                done.add(each.get());
            }
            return done;
        } finally {
            executor.shutdownNow();
        }
    }

    /** One of the threads: it changes the version it has just seen, as a caller does with {@code If-Match}. */
    private final class Requester {
        private final int own;
        private final Random random;
        private final Map<String, List<Taken>> taken = new HashMap<>();
        private final List<Read> reads = new ArrayList<>();
        private int stale;

        Requester(int own, Random random) {
            this.own = own;
            this.random = random;
        }

        void ask(int step) {
            ImporterNumber first = one(random);
            ImporterNumber second = one(random);
            boolean both = random.nextInt(6) == 0 && !second.equals(first);
            AccountFile seen = accounts.file(first);
            if (seen.changedAt() != null && random.nextInt(4) == 0) {
                reads.add(new Read(accounts.file(first, seen.changedAt()), seen.changedAt()));
            }
            RandomChange change = both ? RandomChange.grant(random) : RandomChange.of(random, seen);
            Expectation expected = seen.exists() ? Expectation.version(seen.version()) : new Expectation.Nothing();
            List<ChangeRequest> requests = new ArrayList<>();
            requests.add(new ChangeRequest(first, expected, change.amendment()));
            if (both) {
                requests.add(new ChangeRequest(second, new Expectation.Anything(), change.amendment()));
            }
            String tag = own + "/" + step;
            try {
                List<Taken> answers = accounts.change(requests, "jd", tag).stream()
                        .map(changed -> new Taken(change, changed))
                        .filter(answer -> answer.changed().after().version()
                                != answer.changed().before().version())
                        .toList();
                if (!answers.isEmpty()) {
                    taken.put(tag, answers);
                }
            } catch (AccountStale late) {
                assertThat(late.current().version()).isNotEqualTo(seen.version());
                stale++;
            } catch (ChangeRefused | NotOnFile | AccountContended refused) {
                // Nothing of it may be in the history.
            }
        }
    }
}
