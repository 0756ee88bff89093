package io.centerline.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.centerline.journal.Tampering;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.store.embedded.SharedStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Several replicas on one database, each with connections of its own. */
@Timeout(120)
class ReplicasTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Path RULES = Path.of("src", "test", "resources", "check", "rules");
    private static final RuleFolder FOLDER = RuleFolder.read(RULES);

    private final List<Node> nodes = new ArrayList<>();
    private SharedStore.Database database;

    /** One replica's parts. */
    private static final class Node {
        private final RulebookStore versions;
        private final Activator activator;
        private final ActiveRulebook active;
        private final Follower follower;
        private final List<String> rehearsals = new CopyOnWriteArrayList<>();

        Node(SharedStore.Database database, String name) {
            PGSimpleDataSource pool = pool(database, name);
            versions = new RulebookStore(pool);
            Activations activations = new Activations(pool);
            Replicas replicas = new Replicas(pool);
            Preparation preparation = new Preparation(versions, () -> DAY, this::rehearse);
            Replica self = new Replica(UUID.randomUUID(), name, 0, null);
            InitialActivation opening = InitialActivation.of(
                    FolderAtStart.read(RULES, DAY),
                    FolderChecks::check,
                    versions,
                    activations,
                    replicas,
                    preparation,
                    self);
            active = new ActiveRulebook(opening.activation(), opening.rulebook(), false);
            activator = new Activator(activations, replicas, preparation, active, self);
            follower = new Follower(pool, activations, replicas, preparation, active, self);
            follower.start();
        }

        private void rehearse(Rulebook rulebook) {
            rehearsals.add(
                    rulebook.hash() + " while " + active.latest().rulebook().hash() + " serves");
        }

        Activator.Activated activate(String hash) {
            return activator.activate(new ActivationRequest(hash, "ann", "test", null, null, null));
        }

        String hash() {
            return active.serving().rulebook().hash();
        }
    }

    @BeforeEach
    void openDatabase() {
        database = SharedStore.migrated("replicas");
    }

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.follower.close());
    }

    @Test
    void activate_onOne_servesOnBothWhenAnswered() {
        Node here = node("here");
        Node there = node("there");
        String first = here.hash();

        for (int i = 1; i <= 10; i++) {
            String next = here.versions.store(changed(i), "ann").hash();
            long begun = System.nanoTime();
            Activator.Activated done = (i % 2 == 0 ? here : there).activate(next);

            assertThat(here.hash()).isEqualTo(next);
            assertThat(there.hash()).isEqualTo(next);
            assertThat(done.replicas())
                    .extracting(Replica::activation)
                    .containsExactly(
                            done.activation().number(), done.activation().number());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
        }

        there.activate(first);

        assertThat(here.hash()).isEqualTo(first);
    }

    @Test
    void follow_activationWithoutLeaf_doesNotServe() throws Exception {
        Node here = node("here");
        String first = here.hash();
        String next = here.versions.store(changed(1), "ann").hash();
        Tampering.run(
                pool(database, "eve"),
                "insert into activation (number, rulebook, author, reason) values (2, '" + next + "', 'eve', 'x')");

        await().until(() -> here.active.passedOver() != null);
        assertThat(here.hash()).isEqualTo(first);
        assertThat(here.activate(next).activation().number()).isEqualTo(3);
        assertThat(here.hash()).isEqualTo(next);
    }

    @Test
    void activate_rulebookThatNeverServed_isRehearsedOnBothBeforeTheySwitch() {
        Node here = node("here");
        Node there = node("there");
        String first = here.hash();
        String next = here.versions.store(changed(1), "ann").hash();

        here.activate(next);
        here.activate(first);
        here.activate(next);

        for (Node node : List.of(here, there)) {
            assertThat(node.rehearsals)
                    .containsExactly(next + " while " + first + " serves", first + " while " + next + " serves");
        }
    }

    @Test
    void activate_whatServes_isTheSameActivation() {
        Node here = node("here");
        Activator.Activated first =
                here.activate(here.versions.store(changed(1), "ann").hash());

        assertThat(here.activate(first.activation().rulebook()).activation()).isEqualTo(first.activation());
    }

    @Test
    void start_afterAnActivation_servesWhatIsActiveNotWhatLiesInTheFolder() {
        Node here = node("here");
        String next = here.versions.store(changed(1), "ann").hash();
        here.activate(next);

        assertThat(node("late").hash()).isEqualTo(next);
    }

    @Test
    void follow_connectionsCut_catchesUp() throws Exception {
        Node here = node("here");
        Node there = node("there");
        String next = here.versions.store(changed(1), "ann").hash();
        // As soon as the first beat was there, so that the listening connection exists.
        await().untilAsserted(() -> assertThat(listeners("there")).isPositive());

        execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'there'");
        here.activate(next);

        assertThat(there.hash()).isEqualTo(next);
    }

    @Test
    void activate_replicaThatDied_isWaitedForUntilItsLeaseEnds() {
        Node here = node("here");
        Replica dead = new Replica(UUID.randomUUID(), "dead", 1, null);
        new Replicas(pool(database, "dead")).beat(dead);
        String next = here.versions.store(changed(1), "ann").hash();
        long begun = System.nanoTime();

        Activator.Activated done = here.activate(next);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Replicas.LEASE.minusSeconds(1), Replicas.LEASE.plusSeconds(15));
        assertThat(done.replicas()).extracting(Replica::name).containsExactly("here");
    }

    @Test
    void follow_rulebookThatCannotBeRead_stopsDecidingAndIsTold() throws Exception {
        Node here = node("here");
        Node there = node("there");
        String first = here.hash();
        String next = here.versions.store(changed(1), "ann").hash();
        here.activate(next);
        here.activate(first);
        Node late = node("late");
        execute("alter table rulebook disable trigger append_only");
        execute("update rulebook set files = replace(files::text, '// 1', '// 2')::json where hash = '" + next + "'");

        Activator.Activated done = here.activate(next);

        assertThat(done.replicas())
                .filteredOn(replica -> replica.trouble() != null)
                .extracting(Replica::name)
                .containsExactly("late");
        assertThat(there.hash()).isEqualTo(next);
        assertThatThrownBy(late::hash)
                .isInstanceOf(RulebookUncertain.class)
                .hasMessage("activation 4 cannot serve here: its rulebook cannot be read here");

        here.activate(first);

        // Nobody waits for a replica in trouble; it comes back by itself.
        await().ignoreException(RulebookUncertain.class).until(() -> late.hash().equals(first));
    }

    @Test
    void close_replica_isNoLongerListed() {
        Node here = node("here");
        Node there = node("there");

        there.follower.close();

        assertThat(new Replicas(pool(database, "look")).list())
                .extracting(Replica::name)
                .containsExactly("here");
        assertThat(here.active.doubt()).isNull();
    }

    private Node node(String name) {
        Node node = new Node(database, name);
        nodes.add(node);
        return node;
    }

    private int listeners(String name) throws Exception {
        try (Connection connection = pool(database, "look").getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where application_name = '" + name + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = pool(database, "test").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PGSimpleDataSource pool(SharedStore.Database database, String name) {
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setUrl(database.url());
        pool.setUser(database.user());
        pool.setPassword(database.password());
        pool.setApplicationName(name);
        return pool;
    }

    static RuleFolder changed(int number) {
        TreeMap<String, String> texts = new TreeMap<>(FOLDER.rules().texts());
        texts.replaceAll((path, text) -> text + "// " + number + "\n");
        return new RuleFolder(new RuleFiles(texts), FOLDER.tests());
    }
}
