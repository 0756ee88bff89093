package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.centerline.rulebook.language.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {
    private static final String RULE = "package rules.placement;\n";

    @TempDir
    private Path home;

    private Path folder;

    private static final String EVIDENCE = """
            - id: SRC-001
              kind: NOTICE
              center: CEE003
              ranges: [ 8701-8711 ]
              date: 2014-03-10
              citation: 79 FR 13322
              text: The notice gives vehicles to this Center.
            """;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("rules"));
        write("placement/appeal.drl", RULE);
    }

    @Test
    void read_shippedFolder_holdsRulesCasesAndScenarios() {
        RuleFolder shipped = RuleFolder.read(Path.of("rules"));

        assertThat(shipped.rules()).isEqualTo(RuleFiles.read(Path.of("rules")));
        assertThat(shipped.rules().texts()).containsKey("membership/electronics.drl");
        assertThat(shipped.tests()).containsKeys("membership/electronics.cases.yaml", "scenarios/tie.yaml");
        assertThat(shipped.tests().keySet()).noneMatch(path -> path.endsWith(".md"));
    }

    /** Decisions show evidence, so the rulebook is another one with it; without the file its hash is what it always was. */
    @Test
    void read_evidence_belongsToTheRulesAndTheirHash() throws IOException {
        String before = RuleFolder.read(folder).rules().hash();
        write("evidence.yaml", EVIDENCE);
        RuleFolder with = RuleFolder.read(folder);

        assertThat(before).isEqualTo(new RuleFiles(new TreeMap<>(Map.of("placement/appeal.drl", RULE))).hash());
        assertThat(with.rules().texts()).containsOnlyKeys("evidence.yaml", "placement/appeal.drl");
        assertThat(with.rules()).isEqualTo(RuleFiles.read(folder));
        assertThat(with.rules().hash()).isNotEqualTo(before);
        assertThat(RuleFolder.ofZip(with.zip())).isEqualTo(with);
        assertThat(RuleFolder.ofJson(with.json())).isEqualTo(with);
    }

    @Test
    void of_evidenceWithAFault_isRefusedWhereItStands() {
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put("evidence.yaml", EVIDENCE.replace("CEE003", "CEE033"));

        assertThatThrownBy(() -> Rulebook.of(new RuleFiles(texts)))
                .isInstanceOfSatisfying(
                        RulebookException.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(found -> assertThat(found.place()).hasToString("rules/evidence.yaml:3:11")));
        texts.put("evidence.yaml", EVIDENCE);
        assertThat(Rulebook.of(new RuleFiles(texts)).evidence().pieces()).hasSize(1);
    }

    @Test
    void read_foreignAndHiddenFiles_areLeftAlone() throws IOException {
        write("README.md", "notes");
        write(".git/objects/x.drl", "no");
        write("placement/.appeal.drl.swp", "no");
        write("placement/appeal.drl~", "no");

        assertThat(RuleFolder.read(folder).rules().texts()).containsOnlyKeys("placement/appeal.drl");
    }

    @Test
    void read_otherTimestamps_areTheSame() throws IOException {
        RuleFolder before = RuleFolder.read(folder);
        Files.setLastModifiedTime(folder.resolve("placement/appeal.drl"), FileTime.fromMillis(Long.MAX_VALUE / 2));

        assertThat(RuleFolder.read(folder)).isEqualTo(before);
    }

    @Test
    void read_missingFolder_saysSo() {
        assertThat(said(() -> RuleFolder.read(home.resolve("absent"))))
                .containsExactly("rules:1:1: the folder `" + home.resolve("absent") + "` does not exist");
        assertThat(said(() -> RuleFolder.read(folder.resolve("placement/appeal.drl"))))
                .singleElement()
                .asString()
                .endsWith("appeal.drl` is not a folder");
    }

    @Test
    void read_emptyFolder_saysSo() throws IOException {
        Files.delete(folder.resolve("placement/appeal.drl"));

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly("rules:1:1: the folder `" + folder + "` holds no rule file");
    }

    @Test
    void read_severalFaults_areFoundAtOnce() throws IOException {
        write("membership/a.drl", "ab\ncd é ".getBytes(StandardCharsets.ISO_8859_1));
        write("scenarios/tie.yaml", new byte[] {'a', (byte) 0xC3});
        write("placement/Appeal.drl", RULE);
        write("placement/late.DRL", RULE);
        write("placement/appeal.cases.yml", "");
        write("placement/odd name.drl", RULE);
        Files.createSymbolicLink(folder.resolve("placement/gone.drl"), Path.of("nowhere"));

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactlyInAnyOrder(
                        "rules/membership/a.drl:2:4: the file is not UTF-8: the byte 0xE9 cannot stand here",
                        "rules/placement/appeal.cases.yml:1:1: nothing reads a file of this name",
                        "rules/placement/appeal.drl:1:1: the name differs from `placement/Appeal.drl` only in capital"
                                + " letters",
                        "rules/placement/gone.drl:1:1: the link leads nowhere",
                        "rules/placement/late.DRL:1:1: nothing reads a file of this name",
                        "rules:1:1: the name `placement/odd name.drl` holds the character U+0020",
                        "rules/scenarios/tie.yaml:1:2: the file is not UTF-8: the byte 0xC3 cannot stand here");
    }

    @Test
    void read_controlCharacterInName_isSaidInOneLine() throws IOException {
        write("placement/a\nb`c.drl", RULE);

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly("rules:1:1: the name `placement/a\uFFFDb\uFFFDc.drl` holds the character U+000A");
    }

    @Test
    void read_linkInside_isFollowed() throws IOException {
        Files.createDirectories(folder.resolve("..data/placement"));
        Files.move(folder.resolve("placement/appeal.drl"), folder.resolve("..data/placement/appeal.drl"));
        Files.delete(folder.resolve("placement"));
        Files.createSymbolicLink(folder.resolve("placement"), Path.of("..data/placement"));
        Files.createSymbolicLink(home.resolve("mounted"), folder);

        assertThat(RuleFolder.read(home.resolve("mounted")).rules().texts()).containsOnlyKeys("placement/appeal.drl");
    }

    @Test
    void read_linkThatLeaves_isRefused() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.txt"), "secret");
        Path outside = Files.createDirectory(home.resolve("outside"));
        Files.writeString(outside.resolve("x.drl"), "secret");
        Files.createSymbolicLink(folder.resolve("placement/stolen.drl"), secret);
        Files.createSymbolicLink(folder.resolve("membership"), outside);

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly(
                        "rules/membership:1:1: the link leaves the rule folder",
                        "rules/placement/stolen.drl:1:1: the link leaves the rule folder");
    }

    @Test
    void read_circularLinks_end() throws IOException {
        Files.createSymbolicLink(folder.resolve("placement/again"), folder);
        Files.createSymbolicLink(folder.resolve("placement/self.drl"), Path.of("self.drl"));

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly(
                        "rules/placement/again:1:1: the link leads back to a folder it lies in",
                        "rules/placement/self.drl:1:1: the link leads nowhere");
    }

    @Test
    void read_foldersThatMultiplyByLinks_end() throws IOException {
        for (int i = 0; i < 30; i++) {
            Path level = Files.createDirectories(folder.resolve("l" + i));
            Files.createSymbolicLink(level.resolve("a"), folder.resolve("l" + (i + 1)));
            Files.createSymbolicLink(level.resolve("b"), folder.resolve("l" + (i + 1)));
        }

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly("rules:1:1: the folder holds more than 20,000 entries");
    }

    @Test
    void read_tenThousandFiles_isOneFinding() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            Files.createFile(folder.resolve("placement/f" + i + ".drl"));
        }

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly("rules:1:1: there are more than 1,000 rule files and tests");
    }

    @Test
    void read_manyMisspeltNames_isOneFinding() throws IOException {
        for (int i = 0; i < 200; i++) {
            Files.createFile(folder.resolve("placement/f" + i + ".yml"));
        }

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly("rules:1:1: more than 100 files or names cannot be taken, the first at"
                        + " rules/placement/f0.yml:1:1: nothing reads a file of this name");
    }

    @Test
    void read_longFiles_areRefused() throws IOException {
        write("placement/long.drl", "x".repeat(101));
        write("placement/edge.drl", "x".repeat(100));

        assertThat(said(() -> RuleFolder.read(folder, new SourceLimits(10, 100, 1_000, 10))))
                .containsExactly("rules/placement/long.drl:1:1: the file is longer than 100 bytes");
        assertThat(said(() -> RuleFolder.read(folder, new SourceLimits(10, 200, 220, 10))))
                .containsExactly("rules:1:1: the files hold more than 220 bytes together");
    }

    @Test
    void read_namedPipe_isNotOpened() throws Exception {
        Path pipe = folder.resolve("placement/pipe.drl");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(said(() -> RuleFolder.read(folder)))
                .containsExactly("rules/placement/pipe.drl:1:1: this is not a plain file");
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    static List<String> said(Runnable reading) {
        RulebookException refusal = catchThrowableOfType(RulebookException.class, reading::run);
        assertThat(refusal).as("accepted").isNotNull();
        return refusal.findings().stream()
                .map((Finding finding) -> finding.place() + ": " + finding.message())
                .toList();
    }
}
