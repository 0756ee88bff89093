package io.centerline.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedNoteTest {
    /** The example of C2SP signed-note. */
    private static final String SPEC_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String SPEC_NOTE = "This is an example message.\n\n\u2014 example.com/foo"
            + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    /** The example of Go's package note. */
    private static final String PETER_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = """
                                       If you think cryptography is the answer to your problem,
                                       then you don't know what your problem is.
                                       """;
    private static final String PETER_LINE = "\u2014 PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_LINE = "\u2014 EnochRoot"
            + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private static final SigningKey LOG = key("log.example/one", 1);
    private static final SigningKey NEXT = key("log.example/one", 2);
    private static final Checkpoint HEAD =
            new Checkpoint("log.example/one", 5, new TreeHasher().empty(), List.of("time 2026-11-25"));

    @Test
    void open_publishedNotes_pass() throws NoteRefused {
        assertThat(verifiers(SPEC_KEY).open(bytes(SPEC_NOTE)).text()).isEqualTo("This is an example message.\n");
        String both = TEXT + "\n" + PETER_LINE + ENOCH_LINE;
        assertThat(verifiers(PETER).open(bytes(both)).text()).isEqualTo(TEXT);
        assertThat(verifiers(ENOCH).open(bytes(both)).text()).isEqualTo(TEXT);
        assertThat(verifiers(PETER, ENOCH).open(bytes(both)).print()).isEqualTo(both);
    }

    @Test
    void sign_publishedKey_givesThePublishedNote() throws NoteRefused {
        SigningKey peter = SigningKey.parse(PETER_SECRET);

        assertThat(peter.verifier().text()).isEqualTo(PETER);
        assertThat(peter.secretText()).isEqualTo(PETER_SECRET);
        assertThat(SignedNote.sign(TEXT, List.of(peter)).print()).isEqualTo(TEXT + "\n" + PETER_LINE);
    }

    @Test
    void publicOf_publishedSeeds_isThePublishedKey() {
        // RFC 8032, section 7.1, tests 1 and 3.
        assertThat(publicOf("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(publicOf("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"))
                .isEqualTo("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    }

    @Test
    void open_otherKeys_saysWhoSigned() {
        refused(
                NoteRefused.Kind.UNKNOWN_KEY,
                "the note is signed by `PeterNeumann+c74f20a3`, not by `EnochRoot+af0cfe78`",
                () -> verifiers(ENOCH).open(bytes(TEXT + "\n" + PETER_LINE)));
        refused(
                NoteRefused.Kind.ANOTHER_KEY,
                "the note is signed by `log.example/one+" + hash(NEXT) + "`, not by `log.example/one+" + hash(LOG)
                        + "`",
                () -> Checkpoint.open(
                        HEAD.sign(List.of(NEXT)), verifiers(LOG.verifier().text())));
        refused(
                NoteRefused.Kind.BAD_SIGNATURE,
                "the signature by `" + PETER + "` is not over this text",
                () -> verifiers(PETER).open(bytes("No " + TEXT + "\n" + PETER_LINE)));
        refused(
                NoteRefused.Kind.MALFORMED,
                "the note has the signature by `PeterNeumann+c74f20a3` twice",
                () -> verifiers(PETER).open(bytes(TEXT + "\n" + PETER_LINE + PETER_LINE)));
    }

    @Test
    void open_whileKeysChange_passesForHoldersOfEither() throws NoteRefused {
        byte[] before = HEAD.sign(List.of(LOG));
        byte[] during = HEAD.sign(List.of(LOG, NEXT));
        byte[] after = HEAD.sign(List.of(NEXT));

        for (byte[] note : List.of(before, during)) {
            assertThat(Checkpoint.open(note, verifiers(LOG.verifier().text()))).isEqualTo(HEAD);
        }
        for (byte[] note : List.of(during, after)) {
            assertThat(Checkpoint.open(note, verifiers(NEXT.verifier().text()))).isEqualTo(HEAD);
        }
        for (byte[] note : List.of(before, during, after)) {
            assertThat(Checkpoint.open(note, new Verifiers(List.of(LOG.verifier(), NEXT.verifier()))))
                    .isEqualTo(HEAD);
        }
    }

    @Property(tries = 300)
    void open_anyBitChanged_isRefused(@ForAll @IntRange(min = 0, max = 100_000) int at) {
        byte[] note = HEAD.sign(List.of(LOG));
        note[at % note.length] ^= (byte) (1 << (at / note.length % 8));

        assertThatThrownBy(() -> Checkpoint.open(note, verifiers(LOG.verifier().text())))
                .isInstanceOf(NoteRefused.class);
    }

    @Test
    void open_notANote_saysWhatIsWrong() {
        malformed("", "the note has no blank line before its signatures");
        malformed("text\n", "the note has no blank line before its signatures");
        malformed("text\n\n", "the note has no signature");
        malformed(TEXT + "\n" + PETER_LINE.stripTrailing(), "the note is cut: its last line has no newline at its end");
        malformed("text\r\n\r\n", "the note has carriage returns; its lines end with a newline alone");
        malformed("te\u0000xt\n\n", "the note has a control character");
        malformed("text\n\nsigned\n", "a signature line of the note is not written `\u2014 name base64`");
        malformed("text\n\n\u2014 a+b AAAAAAA=\n", "a signature line of the note is not written `\u2014 name base64`");
        malformed("text\n\n\u2014 a AAA\n", "the signature of `a` is not Base64");
        malformed("text\n\n" + "\u2014 a AAAAAAA=\n".repeat(101), "the note has more than 100 signatures");
        refused(
                NoteRefused.Kind.MALFORMED,
                "the note is not UTF-8 text",
                () -> verifiers(PETER).open(new byte[] {(byte) 0xff}));
    }

    @Test
    void open_notACheckpoint_saysWhatIsWrong() {
        String root = HEAD.root().base64();
        notACheckpoint("a\n5\n", "the checkpoint has 2 lines; it starts with the lines origin, size and root");
        notACheckpoint("\n5\n" + root + "\n", "the checkpoint's first line, its origin, is empty");
        for (String size : List.of("05", "-1", "+5", "5 ", "9223372036854775808", "")) {
            notACheckpoint(
                    "a\n" + size + "\n" + root + "\n", "the checkpoint's second line, its size, is not a whole number");
        }
        for (String bad : List.of(root.substring(1), root.replace("=", ""), "AAAA", root.replace("U=", "V="))) {
            notACheckpoint(
                    "a\n5\n" + bad + "\n", "the checkpoint's third line, its root, is not the Base64 of 32 bytes");
        }
        notACheckpoint("a\n5\n" + root + "\n\nmore\n", "the checkpoint has an empty line");
    }

    @Test
    void parse_notAVerifierKey_saysWhatIsWrong() {
        String hash = "the verifier key `PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`"
                + " has the hash `c74f20a3`, not the one it names";
        refused(NoteRefused.Kind.MALFORMED, hash, () -> VerifierKey.parse(PETER.replace("a3+", "a4+")));
        for (String bad : List.of("", "a", "a+b", "+00000000+AAAA", "a b+00000000+AAAA")) {
            refused(
                    NoteRefused.Kind.MALFORMED,
                    "the verifier key `" + bad + "` is not written `name+hash+base64`",
                    () -> VerifierKey.parse(bad));
        }
        refused(
                NoteRefused.Kind.MALFORMED,
                "the verifier key `a+00000000+*` does not end in Base64",
                () -> VerifierKey.parse("a+00000000+*"));
        refused(
                NoteRefused.Kind.MALFORMED,
                "the verifier key `a+00000000+AAAA` is not an Ed25519 key",
                () -> VerifierKey.parse("a+00000000+AAAA"));
        refused(
                NoteRefused.Kind.MALFORMED,
                "the verifier key `a+00000000+AQAA` has 2 bytes, expected 32",
                () -> VerifierKey.parse("a+00000000+AQAA"));
        refused(NoteRefused.Kind.MALFORMED, "the key given is a private one", () -> VerifierKey.parse(PETER_SECRET));
    }

    @Test
    void parse_notASigningKey_doesNotRepeatIt() {
        for (String bad : List.of(PETER, "", PETER_SECRET + "=", PETER_SECRET.replace("a3+", "a4+"))) {
            assertThatThrownBy(() -> SigningKey.parse(bad))
                    .isInstanceOf(NoteRefused.class)
                    .message()
                    .doesNotContain("AYEKFALVFGy")
                    .startsWith("the signing key ");
        }
    }

    @Test
    void readOrCreate_noFile_makesOneForItsOwner(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("journal").resolve("signing.key");

        List<SigningKey> made = KeyFile.readOrCreate(file, "log.example/one", new SecureRandom());
        List<SigningKey> read = KeyFile.readOrCreate(file, "another", new SecureRandom());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(made).hasSize(1);
        assertThat(read.get(0).verifier()).isEqualTo(made.get(0).verifier());
        assertThat(read.get(0).verifier().name()).isEqualTo("log.example/one");
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void readOrCreate_othersMayRead_isRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("signing.key");
        KeyFile.readOrCreate(file, "log.example/one", new SecureRandom());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        refused(
                NoteRefused.Kind.MALFORMED,
                "the key file `signing.key` has the permissions `rw-r-----`, so others than its owner may use it",
                () -> KeyFile.readOrCreate(file, "log.example/one", new SecureRandom()));
    }

    @Test
    void parse_linesOfKeys_givesAll() throws NoteRefused {
        assertThat(KeyFile.parse("\n" + LOG.secretText() + "\r\n\n" + NEXT.secretText() + "\n"))
                .extracting(SigningKey::verifier)
                .containsExactly(LOG.verifier(), NEXT.verifier());
        refused(NoteRefused.Kind.MALFORMED, "there is no signing key", () -> KeyFile.parse("\n"));
    }

    private static void malformed(String note, String message) {
        refused(NoteRefused.Kind.MALFORMED, message, () -> verifiers(PETER).open(bytes(note)));
    }

    private static void notACheckpoint(String text, String message) {
        byte[] note = SignedNote.sign(text, List.of(LOG)).print().getBytes(StandardCharsets.UTF_8);
        refused(
                NoteRefused.Kind.MALFORMED,
                message,
                () -> Checkpoint.open(note, verifiers(LOG.verifier().text())));
    }

    private static void refused(
            NoteRefused.Kind kind, String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        NoteRefused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private static Verifiers verifiers(String... keys) {
        return new Verifiers(
                List.of(keys).stream().map(SignedNoteTest::verifier).toList());
    }

    private static VerifierKey verifier(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (NoteRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private static SigningKey key(String name, int seed) {
        return SigningKey.generate(name, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                java.util.Arrays.fill(bytes, (byte) seed);
            }
        });
    }

    private static String hash(SigningKey key) {
        return HexFormat.of().toHexDigits(key.verifier().hash());
    }

    private static String publicOf(String seed) {
        return HexFormat.of().formatHex(Ed25519.publicOf(HexFormat.of().parseHex(seed)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
