package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.activation.RulebookStore;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.FolderBase;
import io.centerline.rulebook.RuleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pulls from the running service, where the shipped rules are active. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class PullCommandTest {
    private static final RuleFolder ACTIVE = RuleFolder.read(Path.of("rules"));
    private static final String HASH = ACTIVE.rules().hash();
    private static final String ELECTRONICS = "membership/electronics.drl";

    @Inject
    RulebookStore versions;

    @TempDir
    Path folder;

    @Test
    void pull_emptyFolder_holdsWhatIsActiveAndItsBase() {
        Run run = pull();

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out())
                .startsWith("`" + folder + "` holds " + HASH + "\nactivation ")
                .endsWith("\n" + ACTIVE.files().size() + " files changed\n");
        assertThat(RuleFolder.read(folder)).isEqualTo(ACTIVE);
        assertThat(new FolderBase(folder).find()).contains(HASH);
        assertThat(pull().out()).endsWith("\n0 files changed\n");
    }

    @Test
    void pull_folderThatIsNotThere_isToldAsNew() {
        Path made = folder.resolve("rulez");

        Run run = Run.of("rules", "pull", made.toString(), "--from", "http://127.0.0.1:" + RestAssured.port);

        assertThat(run.out()).startsWith("`" + made + "`, a new folder, holds " + HASH + "\n");
    }

    @Test
    void pull_changesThatAreStoredNowhere_staysAndNamesThem() throws IOException {
        pull();
        append(ELECTRONICS, "// mine\n");
        Files.writeString(folder.resolve("README.md"), "notes");

        Run run = pull();

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err())
                .isEqualTo("error: the rule folder `" + folder + "` holds changes that are stored nowhere, such as `"
                        + ELECTRONICS + "`\n"
                        + "help: copy them away or store them with `POST /v1/rulebooks`; `--force` overwrites them\n");
        assertThat(Files.readString(folder.resolve(ELECTRONICS))).endsWith("// mine\n");

        assertThat(pull("--force").exitCode()).isZero();
        assertThat(RuleFolder.read(folder)).isEqualTo(ACTIVE);
        assertThat(folder.resolve("README.md")).hasContent("notes");
    }

    @Test
    void pull_changedCases_areNotOverwrittenEither() throws IOException {
        pull();
        append("membership/electronics.cases.yaml", "# mine\n");

        assertThat(pull().err()).contains("such as `membership/electronics.cases.yaml`");
    }

    @Test
    void pull_changesThatAreStored_areReplaced() throws IOException {
        pull();
        append(ELECTRONICS, "// mine\n");
        Files.writeString(folder.resolve("membership/more.drl"), "package rules.membership;\n");
        versions.store(RuleFolder.read(folder), "ann");
        String mine = RuleFolder.read(folder).rules().hash();

        Run run = pull();

        assertThat(run.out()).endsWith("\n2 files changed\nwhat was here is stored as " + mine + "\n");
        assertThat(RuleFolder.read(folder)).isEqualTo(ACTIVE);
        assertThat(folder.resolve("membership/more.drl")).doesNotExist();
    }

    @Test
    void pull_fileThatCannotBeRead_isToldAndForceIsNotEnough() throws IOException {
        pull();
        Files.write(folder.resolve("membership/latin.drl"), new byte[] {(byte) 0xE4});

        assertThat(pull().err()).contains("cannot be read: the file is not UTF-8", "`--force`");
        assertThat(pull("--force").err()).contains("still holds what cannot be read: rules/membership/latin.drl:1:1");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1, the service at `http://127.0.0.1:1` cannot be reached",
        "localhost, `localhost` names no service",
        "http://127.0.0.1:99999, `http://127.0.0.1:99999` names no service",
        "http://[, `http://[` is not an address",
    })
    void pull_addressWithoutAService_isRefused(String address, String message) {
        Run run = Run.of("rules", "pull", folder.toString(), "--from", address);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).startsWith("error: " + message + "\nhelp: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rules_withoutCommand_saysWhichThereAre() {
        Run run = Run.of("rules");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("`centerline rules --help`");
        assertThat(Run.of("rules", "--help").out()).contains("pull", "Takes the rulebook that is active");
    }

    private Run pull(String... more) {
        String[] args = new String[more.length + 5];
        String[] usual = {"rules", "pull", folder.toString(), "--from", "http://127.0.0.1:" + RestAssured.port};
        System.arraycopy(usual, 0, args, 0, usual.length);
        System.arraycopy(more, 0, args, usual.length, more.length);
        return Run.of(args);
    }

    private void append(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }
}
