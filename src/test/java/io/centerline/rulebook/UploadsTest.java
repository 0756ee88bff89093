package io.centerline.rulebook;

import static io.centerline.rulebook.RuleFolderTest.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));
    private static final String OWN = "placement/a.drl";
    private static final RuleFolder ONE = new RuleFolder(
            new RuleFiles(new TreeMap<>(Map.of(OWN, "x"))), new TreeMap<>(Map.of("scenarios/b.yaml", "y")));

    @Test
    void ofZip_shippedFolder_isTheFolder() {
        assertThat(RuleFolder.ofZip(zip(shipped("")))).isEqualTo(SHIPPED);
        assertThat(RuleFolder.ofZip(zip(shipped("rules/")))).isEqualTo(SHIPPED);
    }

    @Test
    void zip_shippedFolder_isReadBackAndTheSameBytesInAnyZone() {
        byte[] zip = SHIPPED.zip();

        assertThat(RuleFolder.ofZip(zip)).isEqualTo(SHIPPED);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(RuleFolder.ofZip(zip).zip()).isEqualTo(zip);
        } finally {
            TimeZone.setDefault(here);
        }
        assertThat(Sha256.name(Sha256.of(ONE.zip())))
                .isEqualTo("sha256:9ab775090e23a186555cd0f0d832378ea34df5e2f9228c7a4278ffb6c7c7eae0");
    }

    @Test
    void ofZip_foldersNotesAndHiddenFiles_arePassedOver() {
        byte[] zip = zip(Map.of(
                "rules/",
                "",
                "rules/placement/",
                "",
                "rules/placement/a.drl",
                "x",
                "rules/README.md",
                "no",
                "rules/.DS_Store",
                "no",
                ".DS_Store",
                "no",
                "__MACOSX/rules/._a.drl",
                "no"));

        assertThat(RuleFolder.ofZip(zip).rules().texts()).isEqualTo(Map.of(OWN, "x"));
    }

    @Test
    void ofZip_namesThatLeadElsewhere_areRefused() {
        for (String name : new String[] {
            "../a.drl",
            "placement/../../a.drl",
            "..\\a.drl",
            "/a.drl",
            "C:/a.drl",
            "\\a.drl",
            "a//b.drl",
            "./a.drl",
            "placement/a\u0000.drl",
            "placement/\u202Ea.drl",
            "../",
            "../x.md",
            ".hidden/../../a.drl"
        }) {
            assertThat(said(() -> RuleFolder.ofZip(zip(Map.of(name, "x", OWN, "x")))))
                    .as(name)
                    .singleElement()
                    .asString()
                    .startsWith("rules:1:1: the name `");
        }
        assertThat(said(() -> RuleFolder.ofZip(zip(Map.of("../a.drl", "x")))))
                .containsExactly("rules:1:1: the name `../a.drl` leads out of the rule folder");
    }

    /** A finding is shown to whoever asks, and so are the names of a rulebook's files. */
    @Test
    void uploads_socialSecurityNumberAsAName_isRefusedAndMasked() {
        for (String name :
                List.of("placement/541-99-0042.drl", "541990042.md", "../541-99-0042", "a/541-99-0042.exe")) {
            List<String> zip = said(() -> RuleFolder.ofZip(zip(Map.of(name, "x", OWN, "x"))));
            List<String> json = said(() -> RuleFolder.ofJson(
                    ("{\"files\":{\"" + name + "\":\"x\",\"" + OWN + "\":\"x\"}}").getBytes(StandardCharsets.UTF_8)));

            assertThat(zip)
                    .singleElement()
                    .asString()
                    .startsWith("rules:1:1: the name `")
                    .doesNotContain("541");
            assertThat(json).isEqualTo(zip);
        }
        assertThat(said(() -> RuleFolder.ofJson("{\"541-99-0042\":1}".getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said).doesNotContain("541-99"));
    }

    @Test
    void ofZip_foreignFile_isRefused() {
        assertThat(said(() ->
                        RuleFolder.ofZip(zip(Map.of("placement/Evil.class", "x", "placement/b.yml", "x", OWN, "x")))))
                .containsExactly(
                        "rules/placement/Evil.class:1:1: the file has no place in a rulebook",
                        "rules/placement/b.yml:1:1: nothing reads a file of this name");
    }

    @Test
    void ofZip_fileTwice_isRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (String name : new String[] {OWN, OWN, "placement/A.drl"}) {
                put(zip, new ZipArchiveEntry(name), "x");
            }
        }

        assertThat(said(() -> RuleFolder.ofZip(out.toByteArray())))
                .containsExactly(
                        "rules/placement/A.drl:1:1: the name differs from `placement/a.drl` only in capital letters",
                        "rules/placement/a.drl:1:1: the file is there twice");
    }

    @Test
    void ofZip_link_isRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            ZipArchiveEntry link = new ZipArchiveEntry(OWN);
            link.setUnixMode(0120777);
            put(zip, link, "/etc/passwd");
        }

        assertThat(said(() -> RuleFolder.ofZip(out.toByteArray())))
                .containsExactly("rules/placement/a.drl:1:1: the archive holds a link in place of a file");
    }

    @Test
    void ofZip_encryptedOrUnknownPacking_isRefused() {
        byte[] encrypted = zip(Map.of(OWN, "text"));
        int central = indexOf(encrypted, 0x02014b50);
        encrypted[central + 8] |= 1;
        byte[] unknown = zip(Map.of(OWN, "text"));
        unknown[central + 10] = 14;

        assertThat(said(() -> RuleFolder.ofZip(encrypted)))
                .containsExactly("rules/placement/a.drl:1:1: the file is encrypted");
        assertThat(said(() -> RuleFolder.ofZip(unknown)))
                .containsExactly("rules/placement/a.drl:1:1: the file is packed in a way that is not read (method 14)");
    }

    @Test
    void ofZip_bomb_isRefusedWhileItUnpacks() {
        SourceLimits limits = new SourceLimits(10, 16 << 20, 64 << 20, 200);

        assertThat(said(() -> RuleFolder.ofZip(zip(Map.of(OWN, "0".repeat(16 << 20))), limits)))
                .containsExactly("rules/placement/a.drl:1:1: the file unpacks to more than 200 times its packed size");
        assertThat(said(() -> RuleFolder.ofZip(
                        zip(Map.of(OWN, "0123456789abcdef".repeat(1 << 17))),
                        new SourceLimits(10, 1 << 20, 64 << 20, 1_100))))
                .containsExactly("rules/placement/a.drl:1:1: the file is longer than 1,048,576 bytes");
    }

    @Test
    void ofZip_tooMany_isOneFinding() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("placement/f" + i + ".drl", "");
        }

        assertThat(said(() -> RuleFolder.ofZip(zip(many))))
                .containsExactly("rules:1:1: the archive holds more than 2,000 entries");
        many.keySet()
                .removeIf(name -> name.length() > "placement/f999.drl".length() && !name.startsWith("placement/f10"));
        assertThat(said(() -> RuleFolder.ofZip(zip(many))))
                .containsExactly("rules:1:1: there are more than 1,000 rule files and tests");
    }

    @Test
    void ofZip_cutAnywhere_isRefused() {
        byte[] zip = zip(Map.of(OWN, "text of the file", "placement/b.drl", "other"));
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThat(said(() -> RuleFolder.ofZip(cut)))
                    .singleElement()
                    .asString()
                    .startsWith("rules:1:1: th");
        }
    }

    @Test
    void ofZip_anyByteChanged_isReadTheSameOrRefused() {
        byte[] zip = zip(Map.of(OWN, "text of the file", "placement/b.drl", "other"));
        RuleFolder whole = RuleFolder.ofZip(zip);
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] changed = zip.clone();
            changed[random.nextInt(zip.length)] = (byte) random.nextInt(256);
            if (random.nextBoolean()) {
                changed[random.nextInt(zip.length)] = (byte) random.nextInt(256);
            }
            RuleFolder read = readOrNull(changed);
            if (read != null) {
                assertThat(whole.rules().texts().values())
                        .containsAll(read.rules().texts().values());
            }
        }
    }

    @Test
    void ofZip_notUtf8_namesThePlace() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(OWN));
            zip.write(new byte[] {'a', '\r', '\n', 'b', (byte) 0xFF});
        }

        assertThat(said(() -> RuleFolder.ofZip(out.toByteArray())))
                .containsExactly("rules/placement/a.drl:2:2: the file is not UTF-8: the byte 0xFF cannot stand here");
    }

    @Test
    void ofZip_everythingInOneFolder_isToldOnce() {
        assertThat(said(() -> RuleFolder.ofZip(zip(Map.of(
                        "candidate/placement/a.drl", "x",
                        "candidate/scenarios/a.yaml", "x",
                        "candidate/scenarios/b.yaml", "x")))))
                .containsExactly("rules:1:1: everything in the archive lies in `candidate/`");
        assertThat(said(() -> RuleFolder.ofZip(new byte[0]))).containsExactly("rules:1:1: the archive is empty");
    }

    @Test
    void ofZip_archiveWithoutRules_isRefused() {
        assertThat(said(() -> RuleFolder.ofZip(zip(Map.of("README.md", "x")))))
                .containsExactly("rules:1:1: the archive holds no rule file");
        assertThat(said(() -> RuleFolder.ofZip("<html>".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("rules:1:1: this is not a zip archive");
    }

    @Test
    void ofJson_files_areRead() {
        assertThat(json("{\"files\":{\"rules/placement/a.drl\":\"a\\r\\nb\",\"README.md\":\"no\"}}")
                        .rules()
                        .texts())
                .isEqualTo(Map.of(OWN, "a\nb"));
    }

    @Test
    void ofJson_strangeDocuments_areRefusedWithAPointer() {
        assertThat(said(() -> json("{\"files\":{\"placement/a.drl\":\"x\",\"placement/a.drl\":\"y\"}}")))
                .containsExactly("rules/placement/a.drl:1:1: the file is there twice");
        assertThat(said(() -> json("{\"author\":\"me\",\"files\":{\"placement/a.drl\":7}}")))
                .containsExactly(
                        "upload.json:1:11: the document has a member besides `files`: `/author`",
                        "upload.json:1:43: the member is no string: `/files/placement~1a.drl`");
        assertThat(said(() -> json("{\"files\":{},\"files\":{}}")))
                .containsExactly("upload.json:1:21: the member is there twice: `/files`");
        assertThat(said(() -> json("{\"files\":[]}")))
                .containsExactly("upload.json:1:10: the member is no object: `/files`");
        assertThat(said(() -> json("{}"))).containsExactly("upload.json:1:2: the document has no member `files`");
        assertThat(said(() -> json("[]"))).containsExactly("upload.json:1:1: the document is no object");
        assertThat(said(() -> json("{\"files\":{\"placement/a.drl\":\"x\"}} {}")))
                .containsExactly("upload.json:1:35: something follows the document");
        assertThat(said(() -> json("{\"files\":{\"../a.drl\":\"x\"}}")))
                .containsExactly("rules:1:1: the name `../a.drl` leads out of the rule folder");
        assertThat(said(() -> json("{\"files\":{\"placement/a.drl\":\"a\\nbc\\uD800\"}}")))
                .containsExactly("rules/placement/a.drl:2:3: half a character stands here (U+D800)");
        assertThat(said(() -> json("{\"files\":" + "[".repeat(100_000))))
                .first()
                .asString()
                .startsWith("upload.json:1:");
        assertThat(said(() -> json("{\"files\":{\"placement/a.drl\":\"x")))
                .singleElement()
                .asString()
                .contains("is not JSON");
        assertThat(said(() -> json(""))).singleElement().asString().startsWith("upload.json:1:1: ");
    }

    private static RuleFolder json(String document) {
        return RuleFolder.ofJson(document.getBytes(StandardCharsets.UTF_8));
    }

    private static RuleFolder readOrNull(byte[] zip) {
        try {
            return RuleFolder.ofZip(zip);
        } catch (RulebookException refused) {
            return null;
        }
    }

    private static Map<String, String> shipped(String prefix) {
        Map<String, String> texts = new LinkedHashMap<>();
        SHIPPED.rules().texts().forEach((path, text) -> texts.put(prefix + path, text));
        SHIPPED.tests().forEach((path, text) -> texts.put(prefix + path, text));
        return texts;
    }

    private static byte[] zip(Map<String, String> texts) {
        SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                put(zip, new ZipArchiveEntry(text.getKey()), text.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Arrays.copyOf(out.array(), (int) out.size());
    }

    private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, String text) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    private static int indexOf(byte[] bytes, int signature) {
        for (int i = 0; i < bytes.length - 3; i++) {
            int word = (bytes[i] & 0xFF)
                    | (bytes[i + 1] & 0xFF) << 8
                    | (bytes[i + 2] & 0xFF) << 16
                    | (bytes[i + 3] & 0xFF) << 24;
            if (word == signature) {
                return i;
            }
        }
        throw new IllegalStateException("no such record");
    }
}
