package io.centerline.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.centerline.journal.Comparing;
import io.centerline.journal.LogAltered;
import io.centerline.journal.StoredRecord;
import io.centerline.journal.Tampering;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.store.embedded.SharedStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class ActivationsTest {
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));
    private static final QuotedImpact QUOTED =
            new QuotedImpact(UUID.fromString("01234567-89ab-7def-8123-456789abcdef"), 28L, "erased after five years");

    private final PGSimpleDataSource pool = new PGSimpleDataSource();
    private RulebookStore versions;
    private Activations activations;

    @BeforeEach
    void openDatabase() {
        SharedStore.Database database = SharedStore.migrated("activations");
        pool.setUrl(database.url());
        pool.setUser(database.user());
        pool.setPassword(database.password());
        versions = new RulebookStore(pool);
        activations = new Activations(pool);
    }

    @Test
    void store_twice_keepsTheFirst() throws Exception {
        String hash = versions.store(FOLDER, "ann").hash();

        assertThat(hash).isEqualTo(FOLDER.rules().hash());
        assertThat(versions.store(FOLDER, "bob")).returns("ann", StoredRulebook::author);
        assertThat(versions.list(10)).singleElement().returns("ann", StoredRulebook::author);
        assertThat(versions.findFolder(hash)).contains(FOLDER);
        assertThat(versions.findRulebook(hash).orElseThrow().hash()).isEqualTo(hash);
        assertThat(versions.find("sha256:00")).isEmpty();
        assertThat(versions.findFolder("sha256:00")).isEmpty();
    }

    @Test
    void store_textWithNul_keepsIt() {
        TreeMap<String, String> tests = new TreeMap<>(FOLDER.tests());
        tests.put("scenarios/nul.yaml", "# \u0000");
        RuleFolder folder = new RuleFolder(FOLDER.rules(), tests);

        assertThat(versions.findFolder(versions.store(folder, "ann").hash())).contains(folder);
    }

    @Test
    void findFolder_tampered_isRefused() throws Exception {
        String hash = versions.store(FOLDER, "ann").hash();
        execute("alter table rulebook disable trigger append_only");
        execute("update rulebook set files = '{\"files\": {\"placement/more.drl\": \"\"}}'");

        assertThatThrownBy(() -> versions.findRulebook(hash))
                .isInstanceOf(TamperedRulebook.class)
                .hasMessageContaining(hash);
    }

    @Test
    void activate_andBack_isAHistoryWithoutGaps() throws Exception {
        String first = versions.store(FOLDER, "ann").hash();
        String second = versions.store(changed(), "ann").hash();

        assertThat(activations.active()).isEmpty();
        assertThat(activations.activateFirst(first, "start", "first start").number())
                .isOne();
        assertThat(activations.activateFirst(second, "start", "first start").rulebook())
                .isEqualTo(first);
        Activation there = activations.activate(new ActivationRequest(second, "ann", "try", first, QUOTED, null));
        Activation back = activate(first, "roll back", null);

        assertThat(there.previous()).isEqualTo(first);
        assertThat(there.impact()).isEqualTo(QUOTED);
        assertThat(activations.active()).contains(back);
        assertThat(activations.history(10, Long.MAX_VALUE))
                .extracting(Activation::number)
                .containsExactly(3L, 2L, 1L);
        assertThat(activations.history(1, 3)).containsExactly(there);
    }

    @Test
    void activate_whatIsActive_makesNoEntry() throws Exception {
        String hash = versions.store(FOLDER, "ann").hash();
        Activation first = activate(hash, "begin", null);

        assertThat(activations.activate(new ActivationRequest(hash, "bob", "again", hash, QUOTED, null)))
                .isEqualTo(first);
        assertThat(activations.history(10, Long.MAX_VALUE)).containsExactly(first);
    }

    @Test
    void activate_unknownOrUnexpected_changesNothing() throws Exception {
        String hash = versions.store(FOLDER, "ann").hash();
        Activation active = activate(hash, "begin", null);

        assertThatThrownBy(() -> activate("sha256:00", "try", null)).isInstanceOf(UnknownRulebook.class);
        assertThatThrownBy(() -> activate(hash, "try", "sha256:00"))
                .isInstanceOfSatisfying(
                        ActiveChanged.class, e -> assertThat(e.active()).isEqualTo(hash));
        assertThat(activations.history(10, Long.MAX_VALUE)).containsExactly(active);
    }

    @Test
    void tables_changed_refuse() throws Exception {
        activate(versions.store(FOLDER, "ann").hash(), "begin", null);

        for (String statement : new String[] {"delete from activation", "update rulebook set author = 'eve'"}) {
            assertThatThrownBy(() -> execute(statement)).hasMessageContaining("append only");
        }
    }

    @Test
    void corrections_ofOneStep_areTheActivationsThatSaySo() {
        String first = versions.store(FOLDER, "ann").hash();
        String second = versions.store(changed(), "ann").hash();
        activate(first, "begin", null);
        Activation corrected = activations.activate(
                new ActivationRequest(second, "ann", "try", first, null, "the notice was misread"));
        activate(first, "roll back", null);
        activate(second, "again", null);

        assertThat(corrected.correction()).isEqualTo("the notice was misread");
        assertThat(activations.corrections(first, second, 10)).containsExactly(corrected);
        assertThat(activations.corrections(second, first, 10)).isEmpty();
    }

    @Test
    void activate_anew_isALeafWithTheReportItQuotes() throws Exception {
        String first = versions.store(FOLDER, "ann").hash();
        String second = versions.store(changed(), "ann").hash();
        execute(
                "insert into impact_run (id, candidate, baseline, selection, everything, filtered, journal, state, cases, moved,"
                        + " undecided, result, finished_at) values ('" + QUOTED.report()
                        + "', 'sha256:bb', 'sha256:aa',"
                        + " '{\"importer\":\"12-345678900\"}', true, false, 30, 'DONE', 2, 1, 28, '{}', now())");
        activate(first, "begin", null);
        assertThatThrownBy(() -> activate("sha256:00", "try", null)).isInstanceOf(UnknownRulebook.class);
        activations.activate(new ActivationRequest(second, "ann", "try", first, QUOTED, null));
        activate(first, "roll back", null);
        activations.activate(new ActivationRequest(second, "ann", "again", first, QUOTED, null));

        assertThat(Comparing.records(pool))
                .extracting(StoredRecord::kind, StoredRecord::ref)
                .containsExactly(
                        tuple("opening", "activation"),
                        tuple("activation", "1"),
                        tuple("opening", "impact"),
                        tuple("impact", QUOTED.report().toString()),
                        tuple("activation", "2"),
                        tuple("activation", "3"),
                        tuple("activation", "4"));
        assertThat(Comparing.records(pool))
                .allSatisfy(record -> assertThat(new String(record.said(), StandardCharsets.UTF_8))
                        .doesNotContain("ann", "12-345678900", "erased"));
        assertThat(differences()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "update activation set author = 'bob' where number = 1",
                "update activation set reason = 'other' where number = 1",
                "update activation set at = at - interval '1 day' where number = 2",
                "update activation set rulebook = previous where number = 2",
                "update activation set impact = null, undecided = null, undecided_reason = null where number = 2",
                "update activation set correction = 'notice' where number = 2",
                "delete from activation where number = 2",
                "insert into activation (number, rulebook, author, reason) select 3, previous, 'eve', 'x' from activation"
                        + " where number = 2",
                "update impact_run set moved = 0",
                "update impact_run set result = '{\"moved\":[]}'",
                "delete from impact_run",
            })
    void activation_changedBehindTheProgram_isFound(String change) throws Exception {
        String first = versions.store(FOLDER, "ann").hash();
        String second = versions.store(changed(), "ann").hash();
        execute(
                "insert into impact_run (id, candidate, baseline, selection, everything, filtered, journal, state, cases, moved,"
                        + " undecided, result, finished_at) values ('" + QUOTED.report()
                        + "', 'sha256:bb', 'sha256:aa', '{}', true, false, 30, 'DONE', 2, 1, 28, '{}', now())");
        activate(first, "begin", null);
        activations.activate(new ActivationRequest(second, "ann", "try", first, QUOTED, null));
        Tampering.run(pool, change);

        assertThat(differences()).isOne();
    }

    @Test
    void active_rowWithoutLeaf_isPassedOver() throws Exception {
        String first = versions.store(FOLDER, "ann").hash();
        String second = versions.store(changed(), "ann").hash();
        Activation serving = activate(first, "begin", null);
        assertThat(activations.unlogged()).isEmpty();
        Tampering.run(
                pool,
                "insert into activation (number, rulebook, author, reason) values (2, '" + second + "', 'eve', 'x')");

        assertThat(activations.active()).contains(serving);
        assertThat(activations.unlogged()).contains(2L);
        assertThat(activate(second, "try", first).number()).isEqualTo(3);
    }

    @Test
    void active_rowAltered_isRefused() throws Exception {
        activate(versions.store(FOLDER, "ann").hash(), "begin", null);
        String second = versions.store(changed(), "ann").hash();
        Tampering.run(pool, "update activation set rulebook = '" + second + "'");

        assertThatThrownBy(activations::active)
                .isInstanceOf(LogAltered.class)
                .hasMessage("activation 1 is not what the log holds of it");
    }

    private long differences() throws Exception {
        return Comparing.differences(pool, Activations.source(), new QuotedReports());
    }

    private Activation activate(String hash, String reason, @Nullable String expected) {
        return activations.activate(new ActivationRequest(hash, "ann", reason, expected, null, null));
    }

    private static RuleFolder changed() {
        TreeMap<String, String> texts = new TreeMap<>(FOLDER.rules().texts());
        texts.replaceAll((path, text) -> text + "\n");
        return new RuleFolder(new RuleFiles(texts), FOLDER.tests());
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
