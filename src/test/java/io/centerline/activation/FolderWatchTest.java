package io.centerline.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.centerline.activation.FolderState.Standing;
import io.centerline.check.CheckReport;
import io.centerline.check.DiagnosticCode;
import io.centerline.check.HistoryFinding;
import io.centerline.proposals.ApprovalNeeded;
import io.centerline.rulebook.FolderBase;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.store.embedded.SharedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
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

    private final PGSimpleDataSource pool = new PGSimpleDataSource();
    private ActiveRulebook active;
    private Activator activator;
    private FolderWatch watch;
    private FolderBase base;
    private RuntimeException held;
    private volatile RuntimeException fault;

    @TempDir
    Path folder;

    @BeforeEach
    void openDatabase() throws IOException {
        SharedStore.Database database = SharedStore.migrated("folder_watch");
        pool.setUrl(database.url());
        pool.setUser(database.user());
        pool.setPassword(database.password());
        base = new FolderBase(folder);
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
    void start_firstTimeWithRulesThatFailTheirCheck_isRefusedAndNothingServes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> cases = files.filter(file -> file.toString().endsWith(".cases.yaml"))
                    .toList();
            for (Path file : cases) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(this::start).isInstanceOf(RulebookException.class).hasMessageContaining("has no case");
        assertThat(new Activations(pool).active()).isEmpty();
        assertThat(new RulebookStore(pool).list(1)).isEmpty();
    }

    @Test
    void save_afterAnotherRulebookWasActivated_isRefusedAndNamesIt() throws IOException {
        start();
        String pulled = activateElsewhere();
        String before = base.find().orElseThrow();

        append("// a remark\n");

        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);
        assertThat(active.latest().activation().number()).isEqualTo(2);
        Finding told = watch.state().errors().get(0);
        assertThat(told.message())
                .startsWith(pulled + " is active since "
                        + active.latest().activation().at())
                .endsWith("(activation 2, by `ann`: tires are parts of vehicles), and these files, stored as "
                        + watch.state().hash() + ", were made from " + before);
        assertThat(told.help())
                .contains("`centerline rules pull`", "write `" + pulled + "`", "`" + folder.resolve(".base") + "`");
        assertThat(watch.state().errors()).hasSize(1);
        assertThat(new RulebookStore(pool).find(watch.state().hash()))
                .as("what was saved is kept")
                .isPresent();
    }

    @Test
    void save_afterWhatIsActiveWasTakenIntoTheFolder_serves() throws IOException {
        start();
        activateElsewhere();
        append("// a remark\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);

        Files.writeString(ruleFile(), active.latest().rulebook().files().texts().get("membership/exceptions.drl"));
        base.set(active.latest().rulebook().hash());
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.SERVES);
        assertThat(active.latest().activation().number())
                .as("what was refused is not activated on the way")
                .isEqualTo(2);
        // What is known of the folder outlives the program.
        watch.close();
        start();
        append("// a remark\n");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> active.latest().activation().number() == 3);
    }

    @Test
    void save_whoseBaseIsWrittenByHand_overrulesWhatIsActive() throws IOException {
        start();
        String foreign = activateElsewhere();
        append("// a remark\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);

        Files.writeString(folder.resolve(".base"), foreign);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> active.latest().activation().number() == 3);
        await().until(() -> standing() == Standing.SERVES);
        assertThat(base.find()).contains(active.latest().rulebook().hash());
    }

    @Test
    void start_folderNobodyKnowsTheBaseOf_mayNotReplaceWhatIsActive() throws IOException {
        start();
        watch.close();
        Files.delete(folder.resolve(".base"));
        append("// a remark\n");
        start();

        append("// another\n");

        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);
        assertThat(watch.state().errors().get(0).message()).endsWith(" were made from another one");
        assertThat(active.latest().activation().number()).isOne();
    }

    @Test
    void save_thatMovesMoreThanTheLimit_isRefusedUntilItIsActivatedWithAReport() throws IOException {
        held = new ImpactNeeded("it would move 5 of the latest 10 decisions, more than 1 %", "run an impact");
        start();

        append("// a remark\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);

        assertThat(watch.state().errors()).extracting(Finding::message).containsExactly(held.getMessage());
        assertThat(watch.state().errors()).extracting(Finding::help).containsExactly("run an impact");
        assertThat(active.latest().activation().number()).isOne();

        activator.activate(new ActivationRequest(watch.state().hash(), "ann", "looked at whom", null, null, null));

        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.SERVES);
        assertThat(watch.refusals()).isOne();
        assertThat(base.find()).contains(active.latest().rulebook().hash());
    }

    @Test
    void save_whereAProposalIsNeeded_isRefusedUntilOneIsActivated() throws IOException {
        held = new ApprovalNeeded("only with an approved proposal", "propose it");
        start();

        append("// a remark\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);

        assertThat(watch.state().errors())
                .extracting(Finding::message)
                .containsExactly("only with an approved proposal; these files are stored as "
                        + watch.state().hash());
        assertThat(active.latest().activation().number()).isOne();

        activator.activate(new ActivationRequest(watch.state().hash(), "ann", "approved", null, null, null));

        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.SERVES);
    }

    /** Only a person corrects history, by name and with a reason. */
    @Test
    void save_thatChangesThePast_isRefusedUntilItIsActivatedAsACorrection() throws IOException {
        Finding changes =
                new Finding(new SourcePlace("rules/x.drl", 3, 1), 4, "past answers change", "end the rule", "");
        held = new PastChanged(List.of(new HistoryFinding(
                DiagnosticCode.PAST_CHANGED, new RuleId("MEM-0501"), new InForce(DAY, DAY), changes, "")));
        start();

        append("// a remark\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);

        assertThat(watch.state().errors()).containsExactly(changes);
        assertThat(active.latest().activation().number()).isOne();

        activator.activate(new ActivationRequest(watch.state().hash(), "ann", "read again", null, null, "misread"));

        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.SERVES);
        assertThat(active.latest().activation().correction()).isEqualTo("misread");
    }

    /** A fault of the check is told once; other files are checked again. */
    @Test
    void save_thatTheCheckFailsOn_isRefusedOnce() throws IOException {
        start();
        fault = new StringIndexOutOfBoundsException("begin 0, end 1, length 0");

        append("// a remark\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.REFUSED);

        assertThat(watch.state().errors())
                .extracting(Finding::message)
                .containsExactly("the check of these files failed, so they may not serve");
        assertThat(watch.refusals()).isOne();

        fault = null;
        append("// another\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> standing() == Standing.SERVES);
    }

    /** Activates a rulebook that no folder holds; gives its hash. */
    private String activateElsewhere() {
        TreeMap<String, String> texts =
                new TreeMap<>(active.latest().rulebook().files().texts());
        texts.computeIfPresent("membership/exceptions.drl", (path, text) -> text + "// elsewhere\n");
        String hash = new RulebookStore(pool)
                .store(new RuleFolder(new RuleFiles(texts), new TreeMap<>()), "ann")
                .hash();
        activator.activate(new ActivationRequest(hash, "ann", "tires are parts of vehicles", null, null, null));
        return hash;
    }

    private void start() {
        RulebookStore versions = new RulebookStore(pool);
        Activations activations = new Activations(pool);
        Replicas replicas = new Replicas(pool);
        Preparation preparation = new Preparation(versions, () -> DAY, rulebook -> {});
        Replica self = new Replica(UUID.randomUUID(), "test", 0, null);
        FolderAtStart begun = FolderAtStart.read(folder, DAY);
        InitialActivation opening =
                InitialActivation.of(begun, FolderChecks::check, versions, activations, replicas, preparation, self);
        active = new ActiveRulebook(opening.activation(), opening.rulebook(), true);
        activator = new Activator(activations, replicas, preparation, active, self);
        watch = new FolderWatch(begun, this::check, versions, preparation, active);
        watch.start(request -> {
            if (held != null) {
                throw held;
            }
            activator.activate(request);
        });
        // Gone before the next start looks for it: nobody beats for it here.
        replicas.leave(self.id());
    }

    private CheckReport check(RuleFolder files) {
        if (fault != null) {
            throw fault;
        }
        return FolderChecks.check(files);
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
