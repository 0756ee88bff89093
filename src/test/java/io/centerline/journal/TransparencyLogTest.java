package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.decision.Draft;
import io.centerline.decision.LeafHash;
import io.centerline.log.Checkpoint;
import io.centerline.log.LogFault;
import io.centerline.log.NoteRefused;
import io.centerline.log.ProofCheck;
import io.centerline.log.ProofRefused;
import io.centerline.log.TreeHash;
import io.centerline.log.Verdict;
import io.centerline.log.Verifiers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransparencyLogTest {
    private LogFixture fixture;
    private TransparencyLog log;

    @BeforeEach
    void open() throws SQLException, LogRefused {
        fixture = new LogFixture("transparency");
        log = fixture.open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void open_firstStart_signsTheEmptyTree() throws NoteRefused {
        SignedCheckpoint first = log.newest();

        assertThat(first.size()).isZero();
        assertThat(first.signedAt()).isEqualTo(LogFixture.NOW);
        assertThat(opened(first).root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(log.origin()).matches("centerline/[0-9a-f]{32}");
    }

    @Test
    void advance_nothingNew_signsNothing() throws SQLException {
        fixture.record(3);
        SignedCheckpoint signed = log.advance();

        assertThat(log.advance()).isEqualTo(signed);
        assertThat(fixture.count("select count(*) from checkpoint")).isEqualTo(2);
    }

    /** Sizes around those of tiles. */
    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 600})
    void prove_everyDecision_leadsToTheSignedRoot(int size) throws Exception {
        List<Recorded> recorded = fixture.record(size);

        for (Recorded one : recorded) {
            InclusionProof proof = log.prove(one);
            Checkpoint checkpoint = opened(proof.checkpoint());

            assertThat(checkpoint.size()).isEqualTo(size);
            ProofCheck.inclusion(
                    one.index(), checkpoint.size(), TreeHash.of(one.leaf()), proof.hashes(), checkpoint.root());
        }
        assertThat(fixture.count("select count(*) from checkpoint")).isEqualTo(2);
    }

    @Test
    void advance_moreTilesThanOneTransactionWrites_coversThemAll() throws Exception {
        for (int i = 0; i < 70; i++) {
            fixture.record(256);
        }
        fixture.record(3);

        SignedCheckpoint signed = log.advance();

        assertThat(signed.size()).isEqualTo(70 * 256 + 3);
        assertThat(fixture.count("select count(*) from log_tile")).isEqualTo(70);
        Recorded middle = fixture.record(1).get(0);
        assertThat(log.prove(middle).checkpoint().size()).isEqualTo(70 * 256 + 4);
    }

    @Test
    void proveGrowth_anyTwoSizes_isWhatTheSignedRootsSay() throws ProofRefused {
        fixture.record(300);
        SignedCheckpoint earlier = log.advance();
        fixture.record(300);
        SignedCheckpoint later = log.advance();

        ConsistencyProof signed = log.proveGrowth(earlier.size(), later.size());
        assertThat(signed.earlier()).isEqualTo(earlier.root());
        assertThat(signed.later()).isEqualTo(later.root());
        Random random = new Random(4);
        for (int i = 0; i < 50; i++) {
            long to = random.nextLong(601);
            ConsistencyProof proof = log.proveGrowth(random.nextLong(to + 1), to);
            ProofCheck.consistency(proof.from(), proof.to(), proof.earlier(), proof.later(), proof.hashes());
        }
    }

    @ParameterizedTest
    @CsvSource({"0,600", "0,0", "256,512", "17,18", "599,600", "600,600"})
    void export_anyRange_isVerifiedWithItsFacts(long from, long to) {
        fixture.record(600);
        SignedCheckpoint signed = log.advance();

        Verdict verdict = LogFixture.verify(LogFixture.bytes(log.export(signed, from, to, true)), log.verifiers());

        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        assertThat(((Verdict.Verified) verdict).facts()).isEqualTo(to - from);
    }

    @Test
    void export_withoutFacts_holdsNeitherNamesNorSalts() {
        fixture.record(5);
        SignedCheckpoint signed = log.advance();

        byte[] export = LogFixture.bytes(log.export(signed, 0, 5, false));

        assertThat(new String(export, StandardCharsets.UTF_8)).doesNotContain("Acme", "123-45-6789", "\"salt\"");
        assertThat(LogFixture.verify(export, log.verifiers())).isInstanceOf(Verdict.Verified.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "update decision set leaf = sha256('x') where index = 7|ALTERED|7",
                "update decision set body = 'gone', body_gz = null where index = 299|ALTERED|299",
                "update decision set body = E'go\\nne', body_gz = null where index = 7|ALTERED|7",
                "update decision set body_gz = 'gone' where index = 299|ALTERED|299",
                "update decision set body_gz = E'\\\\x0a0d0a' where index = 7|ALTERED|7",
                "update decision set facts_gz = E'\\\\x0a0d0a' where index = 7|ALTERED|7",
                "update decision set salt = sha256('x') where index = 7|ALTERED|7",
                "delete from decision where index = 7|MISSING|7",
                "update decision set index = 1000 where index = 7|MISSING|7"
            })
    void export_oneRowTamperedWith_isFound(String change, LogFault.Kind kind, long index) throws SQLException {
        fixture.record(300);
        SignedCheckpoint signed = log.advance();
        fixture.tamper(change);

        Verdict verdict = LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 300, true)), log.verifiers());

        assertThat(verdict).isInstanceOfSatisfying(LogFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.index()).isEqualTo(index);
        });
    }

    @ParameterizedTest
    @CsvSource({"body,PLACED,PENDING,299", "facts,Acme,Ecma,7"})
    void export_oneTextTamperedWith_isFound(String column, String from, String to, long index) throws SQLException {
        fixture.record(300);
        SignedCheckpoint signed = log.advance();
        fixture.rewrite(index, column, text -> text.replace(from, to));

        Verdict verdict = LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 300, true)), log.verifiers());

        assertThat(verdict).isInstanceOfSatisfying(LogFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(LogFault.Kind.ALTERED);
            assertThat(fault.index()).isEqualTo(index);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id|gen_random_uuid()",
                "kind|'ROUTING'",
                "importer|'12-345678900'",
                "asOf|'2026-11-24'",
                "decidedAt|decided_at - interval '1 day'",
                "status|'PENDING'",
                "center|'CEE001'",
                "basis|null",
                "reviews|array['TIE']",
                "rules|array['PRE-001', 'PRE-002']",
                "rules|array[]::text[]",
                "rulebook|'sha256:bb'",
                "schedule|'hts-2026-rev5'",
                "program|'0.1.1'",
            })
    void export_columnOfALeafChanged_isContradicted(String column, String value) throws SQLException {
        fixture.record(20);
        SignedCheckpoint signed = log.advance();
        String name = column.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        fixture.tamper("update decision set " + name + " = " + value + " where index = 7");

        byte[] export = LogFixture.bytes(log.export(signed, 0, 20, true));

        assertThat(LogFixture.verify(export, log.verifiers())).isInstanceOfSatisfying(LogFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(LogFault.Kind.CONTRADICTED);
            assertThat(fault.index()).isEqualTo(7);
            assertThat(fault.message())
                    .isEqualTo("the decision of leaf 7 is as it was recorded, but the database lists it with other `"
                            + column + "`");
        });
    }

    /** What the log is for comes first: lists can be built again. */
    @Test
    void export_columnAndALaterLeafChanged_tellsTheLeaf() throws SQLException {
        fixture.record(20);
        SignedCheckpoint signed = log.advance();
        fixture.tamper("update decision set center = 'CEE001', status = 'PENDING' where index = 7");
        fixture.rewrite(9, "body", text -> text.replace("PLACED", "PENDING"));

        byte[] export = LogFixture.bytes(log.export(signed, 0, 20, false));

        assertThat(LogFixture.verify(export, log.verifiers())).isInstanceOfSatisfying(LogFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(LogFault.Kind.ALTERED);
            assertThat(fault.index()).isEqualTo(9);
            assertThat(fault.message())
                    .startsWith(
                            "the service withheld leaf 9, as what its database holds of it does not give the leaf's hash");
        });
        assertThat(new String(export, StandardCharsets.UTF_8))
                .contains("\"differs\":[\"status\",\"center\"]", "\"withheld\":true")
                .doesNotContain("PENDING");
    }

    @Test
    void export_rowsOfBothForms_isVerified() throws SQLException {
        Draft draft = fixture.record(2).get(1).draft();
        fixture.tamper("update decision set facts = '" + text(draft.facts()) + "', body = '" + text(draft.body())
                + "', facts_gz = null, body_gz = null where index = 1");
        SignedCheckpoint signed = log.advance();

        Verdict verdict = LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 2, true)), log.verifiers());

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.facts()).isEqualTo(2));
        Recorded found = fixture.journal.find(draft.id()).orElseThrow();
        assertThat(found.draft().facts()).isEqualTo(draft.facts());
        assertThat(found.draft().body()).isEqualTo(draft.body());
    }

    private static String text(byte @Nullable [] utf8) {
        return new String(Objects.requireNonNull(utf8), StandardCharsets.UTF_8);
    }

    @Test
    void export_rowAndItsHashTamperedWith_isFoundByTheRoot() throws SQLException {
        List<Recorded> recorded = fixture.record(300);
        SignedCheckpoint signed = log.advance();
        byte[] other = "{\"status\":\"OTHER\"}".getBytes(StandardCharsets.UTF_8);
        fixture.tamper("update decision set facts_gz = null, salt = null, body_gz = null, body = '"
                + new String(other, StandardCharsets.UTF_8) + "', leaf = '\\x"
                + TreeHash.of(LeafHash.of(other)).hex() + "' where index = 7");

        assertThat(LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 300, true)), log.verifiers()))
                .isInstanceOfSatisfying(
                        LogFault.class, fault -> assertThat(fault.kind()).isEqualTo(LogFault.Kind.ALTERED));
        Recorded tampered = fixture.journal.find(recorded.get(7).draft().id()).orElseThrow();
        assertThatThrownBy(() -> log.prove(tampered))
                .isInstanceOf(LogAltered.class)
                .hasMessageContaining("leaf 7: the proof leads to root");
    }

    @Test
    void prove_tileAlteredReadAndRepaired_isGivenAgain() throws SQLException {
        Recorded recorded = fixture.record(600).get(7);
        log.advance();
        alterTile();
        assertThatThrownBy(() -> log.prove(recorded))
                .isInstanceOf(LogAltered.class)
                .hasMessageStartingWith("leaf 7: the proof leads to root");

        repairTile();

        assertThat(log.prove(recorded).hashes()).isNotEmpty();
    }

    /** What was read while the tile was altered gets into memory by a proof that does not look at all of it. */
    @Test
    void prove_tileAlteredReadUnnoticedAndRepaired_isGivenAtOnce() throws Exception {
        List<Recorded> recorded = fixture.record(600);
        log.advance();
        alterTile();
        log.prove(recorded.get(299));
        repairTile();

        assertThat(log.prove(recorded.get(7)).hashes()).isNotEmpty();
    }

    @Test
    void proveGrowth_tileAltered_isRefusedUntilItIsRepaired() throws SQLException {
        fixture.record(600);
        SignedCheckpoint signed = log.advance();
        alterTile();
        assertThatThrownBy(() -> log.proveGrowth(100, 550))
                .isInstanceOf(LogAltered.class)
                .hasMessageStartingWith("the tree of 550 leaves: the proof leads to root");

        repairTile();

        assertThat(log.proveGrowth(100, 600).later()).isEqualTo(signed.root());
    }

    @Test
    void export_tileAlteredReadAndRepaired_isVerified() throws SQLException {
        List<Recorded> recorded = fixture.record(600);
        SignedCheckpoint signed = log.advance();
        alterTile();
        log.prove(recorded.get(299));
        repairTile();

        byte[] export = LogFixture.bytes(log.export(signed, 512, 600, false));

        assertThat(LogFixture.verify(export, log.verifiers())).isInstanceOf(Verdict.Verified.class);
    }

    /** Alters the root over leaves 256 to 511, which proofs of the others need. */
    private void alterTile() throws SQLException {
        fixture.tamper(
                "create table unaltered as select * from log_tile where level = 1 and index = 1",
                "update log_tile set root = sha256('x') where level = 1 and index = 1");
    }

    private void repairTile() throws SQLException {
        fixture.tamper("update log_tile set root = (select root from unaltered) where level = 1 and index = 1");
    }

    @Test
    void prove_bodyTamperedWith_isRefused() throws SQLException {
        Recorded recorded = fixture.record(1).get(0);
        log.advance();
        fixture.rewrite(0, "body", body -> body.replace("PLACED", "PENDING"));

        assertThatThrownBy(() -> fixture.journal.find(recorded.draft().id()))
                .isInstanceOf(LogAltered.class)
                .hasMessage("the decision at leaf 0 does not give the leaf's hash");
    }

    @Test
    void advance_signedLeafTamperedWith_signsNothingMore() throws SQLException {
        fixture.record(10);
        SignedCheckpoint signed = log.advance();
        fixture.record(10);
        fixture.tamper("update decision set leaf = sha256('x') where index = 9");

        assertThatThrownBy(log::advance)
                .isInstanceOf(LogAltered.class)
                .hasMessageContaining("the first 10 leaves give root `")
                .hasMessageContaining("`, the log signed `" + signed.root().base64() + "`");
        assertThat(log.newest()).isEqualTo(signed);
    }

    @Test
    void advance_signedDecisionsRemoved_signsNothingMore() throws SQLException {
        fixture.record(10);
        log.advance();
        fixture.tamper("delete from decision where index >= 8");

        assertThatThrownBy(log::advance)
                .isInstanceOf(LogAltered.class)
                .hasMessage("the log signed 10 leaves, the tables `decision` and `log_record` hold 8");
    }

    @Test
    void advance_newDecisionRemoved_signsNothingMore() throws SQLException {
        fixture.record(300);
        fixture.tamper("delete from decision where index = 100");

        assertThatThrownBy(log::advance)
                .isInstanceOf(LogAltered.class)
                .hasMessage("leaf 100 is missing in the tables `decision` and `log_record`");
    }

    @Test
    void advance_replicasAtOnce_signEachSizeOnceAndOneAfterTheOther() throws Exception {
        TransparencyLog replica = fixture.open();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                fixture.record(3);
                List<Callable<SignedCheckpoint>> both = List.of(log::advance, replica::advance, log::newest);
                for (var signed : threads.invokeAll(both)) {
                    opened(signed.get());
                }
            }
        } finally {
            threads.shutdown();
        }

        assertThat(fixture.count("select count(*) from checkpoint")).isEqualTo(21);
        assertThat(fixture.count("select count(*) from checkpoint a join checkpoint b on a.number < b.number"
                        + " where a.size >= b.size"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update checkpoint set size = 1",
                "delete from checkpoint",
                "update log set origin = 'x'",
                "delete from log_tile",
                "truncate log_tile",
                "delete from erasure",
                "delete from disclosure"
            })
    void change_ofTheLogsTables_isRefused(String change) {
        assertThatThrownBy(() -> fixture.execute(change)).hasMessageContaining("is append only");
    }

    private Checkpoint opened(SignedCheckpoint checkpoint) throws NoteRefused {
        return Checkpoint.open(checkpoint.note().getBytes(StandardCharsets.UTF_8), new Verifiers(log.verifiers()));
    }
}
