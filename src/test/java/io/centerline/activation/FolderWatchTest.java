package io.centerline.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.centerline.activation.FolderState.Standing;
import io.centerline.check.RulebookCheck;
import io.centerline.store.embedded.SharedStore;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(90)
class FolderWatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Path SOUND = Path.of("src", "test", "resources", "check", "rules");
    private static final RulebookCheck CHECK = new RulebookCheck(Schedule.load());

    private final PGSimpleDataSource pool = new PGSimpleDataSource();
    private ActiveRulebook active;
    private FolderWatch watch;

    @TempDir
    Path folder;

    @BeforeEach
    void openDatabase() throws IOException {
        SharedStore.Database database = SharedStore.migrated("folder_watch");
        pool.setUrl(database.url());
        pool.setUser(database.user());
        pool.setPassword(database.password());
        try (Stream<Path> files = Files.walk(SOUND)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SOUND.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @AfterEach
    void stop() {
        if (watch != null) {
            watch.close();
        }
    }

    @Test
    void save_soundChange_servesAndIsKept() throws IOException {
        start();
        String before = active.latest().rulebook().hash();

        append("// a remark\n");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> active.latest().activation().number() == 2);
        assertThat(active.latest().rulebook().hash()).isNotEqualTo(before);
        assertThat(active.latest().activation().reason()).isEqualTo("saved in `" + folder + "`");
        await().until(() -> standing() == Standing.SERVES);
        assertThat(new Activations(pool).active().orElseThrow().rulebook())
                .isEqualTo(active.latest().rulebook().hash());
        assertThat(watch.refusals()).isZero();
    }

    @Test
    void save_changeThatMayNotServe_isToldAndTheLastGoodServesOn() throws IOException {
        start();
        Path file = ruleFile();
        String good = Files.readString(file);

        Files.writeString(file, good.replace("HtsNumber(", "HtsNumbre("));
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);

        assertThat(active.serving().activation().number()).isOne();
        assertThat(watch.refusals()).isOne();
        assertThat(watch.state().errors().get(0).message()).contains("`HtsNumbre`");
        assertThat(watch.state().errors().get(0).place().file()).startsWith("rules/membership/");

        Files.delete(file);
        await().atMost(Duration.ofSeconds(30)).until(() -> watch.refusals() == 2);
        assertThat(active.serving().activation().number()).isOne();

        Files.writeString(file, good);
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.SERVES);
        assertThat(active.serving().activation().number()).isOne();
    }

    @Test
    void start_folderChangedWhileDown_isNotTakenUntilItIsSavedAgain() throws IOException {
        start();
        watch.close();
        append("// while down\n");
        start();

        assertThat(active.latest().activation().number()).isOne();
        assertThat(standing()).isEqualTo(Standing.DIFFERS);

        append("// saved\n");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> active.latest().activation().number() == 2);
    }

    @Test
    void start_folderBrokenWhileDown_isToldAndTheLastGoodServes() throws IOException {
        start();
        String hash = active.latest().rulebook().hash();
        watch.close();
        append("rule \"x\n");
        start();

        assertThat(active.latest().rulebook().hash()).isEqualTo(hash);
        assertThat(standing()).isEqualTo(Standing.REFUSED);
        assertThat(watch.state().errors()).isNotEmpty();
    }

    @Test
    void start_folderGoneAndActivatedBefore_servesOn() throws IOException {
        start();
        watch.close();
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        start();

        assertThat(standing()).isEqualTo(Standing.REFUSED);
        assertThat(active.serving().activation().number()).isOne();
        Files.move(away, folder);
    }

    @Test
    void start_firstTimeWithRulesThatFailTheirCheck_servesAndTells() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> cases = files.filter(file -> file.toString().endsWith(".cases.yaml"))
                    .toList();
            for (Path file : cases) {
                Files.delete(file);
            }
        }
        start();

        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);
        assertThat(active.serving().activation().number()).isOne();
    }

    private void start() {
        RulebookStore versions = new RulebookStore(pool);
        Activations activations = new Activations(pool);
        Replicas replicas = new Replicas(pool);
        Preparation preparation = new Preparation(versions, () -> DAY);
        Replica self = new Replica(UUID.randomUUID(), "test", 0, null);
        FolderAtStart begun = FolderAtStart.read(folder, DAY);
        InitialActivation opening = InitialActivation.of(begun, versions, activations, replicas, preparation, self);
        active = new ActiveRulebook(opening.activation(), opening.rulebook(), true);
        Activator activator = new Activator(activations, replicas, preparation, active, self);
        watch = new FolderWatch(begun, CHECK::check, versions, preparation, activator, active);
        watch.start(opening.first());
        // Gone before the next start looks for it: nobody beats for it here.
        replicas.leave(self.id());
    }

    private Standing standing() {
        return watch.state().standing(active.latest());
    }

    private Path ruleFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("membership"))) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(ruleFile(), Files.readString(ruleFile()) + text);
    }
}
