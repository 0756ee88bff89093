package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.log.Exports;
import io.centerline.log.Verdict;
import io.centerline.log.VerifierKey;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogKeysTest {
    private LogFixture fixture;

    @BeforeEach
    void open() throws SQLException {
        fixture = new LogFixture("keys");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void open_firstStart_makesAKeyThatOnlyItsOwnerReads() throws Exception {
        TransparencyLog log = fixture.open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fixture.keyFile)))
                .isEqualTo("rw-------");
        assertThat(fixture.open().verifiers()).isEqualTo(log.verifiers());
        assertThat(log.verifiers()).extracting(VerifierKey::name).containsExactly(log.origin());
    }

    @Test
    void open_keyOthersMayRead_isRefused() throws Exception {
        fixture.open();
        Files.setPosixFilePermissions(fixture.keyFile, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(fixture::open)
                .isInstanceOf(LogRefused.class)
                .hasMessage("`" + fixture.keyFile + "`: the key file `signing.key` has the permissions `rw-r--r--`, so"
                        + " others than its owner may use it");
    }

    @Test
    void open_fileWithoutKey_isRefused() throws Exception {
        fixture.open();
        Files.writeString(fixture.keyFile, "hello\n");

        assertThatThrownBy(fixture::open)
                .isInstanceOf(LogRefused.class)
                .hasMessage("`" + fixture.keyFile + "`: the signing key is not written `PRIVATE+KEY+name+hash+base64`");
    }

    @Test
    void open_keyOfAnotherLog_isRefused() throws Exception {
        TransparencyLog log = fixture.open();

        assertThatThrownBy(() -> fixture.open(Exports.secret(Exports.ORIGIN, 1), false))
                .isInstanceOf(LogRefused.class)
                .hasMessage("the signing key in `centerline.journal.key` is of the log `log.example/one`, the database"
                        + " holds the log `" + log.origin() + "`");
    }

    @Test
    void open_keyThatSignedNothing_isRefusedUnlessTheOldOneIsLost() throws Exception {
        TransparencyLog log = fixture.open();
        String other = Exports.secret(log.origin(), 2);

        assertThatThrownBy(() -> fixture.open(other, false))
                .isInstanceOf(LogRefused.class)
                .hasMessage("none of the signing keys in `centerline.journal.key` signed the log's newest checkpoint,"
                        + " that over 0 leaves");
        TransparencyLog goneOn = fixture.open(other, true);

        assertThat(goneOn.verifiers()).doesNotContainAnyElementsOf(log.verifiers());
        assertThat(fixture.open(other, false).verifiers()).isEqualTo(goneOn.verifiers());
    }

    @Test
    void open_keyAdded_signsAtOnceAndOldVerifiersGoOn() throws Exception {
        TransparencyLog before = fixture.open();
        fixture.record(3);
        SignedCheckpoint earlier = before.advance();
        String added = Files.readString(fixture.keyFile) + Exports.secret(before.origin(), 2) + "\n";
        Files.writeString(fixture.keyFile, added);

        TransparencyLog both = fixture.open();

        assertThat(both.verifiers()).hasSize(2).containsAll(before.verifiers());
        assertThat(both.newest().size()).isEqualTo(3);
        fixture.record(3);
        byte[] export = LogFixture.bytes(both.export(both.advance(), 0, 6, false));
        for (VerifierKey one : both.verifiers()) {
            assertThat(LogFixture.verify(export, List.of(one))).isInstanceOf(Verdict.Verified.class);
        }
        assertThat(LogFixture.verify(export, before.verifiers(), earlier)).isInstanceOf(Verdict.Verified.class);

        Files.writeString(fixture.keyFile, Exports.secret(before.origin(), 2));
        assertThat(fixture.open().verifiers()).hasSize(1).doesNotContainAnyElementsOf(before.verifiers());
    }
}
