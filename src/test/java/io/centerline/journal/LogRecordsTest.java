package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.centerline.log.LogFault;
import io.centerline.log.LogFault.Kind;
import io.centerline.log.LogRecord;
import io.centerline.log.ProofCheck;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.log.TreeHash;
import io.centerline.log.TreeHasher;
import io.centerline.log.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaves that are no decisions: of disclosures and erasures here, and what holds for all kinds. */
class LogRecordsTest {
    private LogFixture fixture;
    private TransparencyLog log;
    private Disclosures disclosures;

    @BeforeEach
    void open() throws SQLException, LogRefused {
        fixture = new LogFixture("records");
        log = fixture.open();
        disclosures = new Disclosures(fixture.store, LogFixture.CLOCK);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Ten decisions of last year, a disclosure, an erasure of the ten, and ten decisions of today. */
    private SignedCheckpoint written() {
        fixture.record(10, LogFixture.NOW.minus(Duration.ofDays(400)));
        disclosures.note(3, 5, "Jo Doe");
        assertThat(new Retention(fixture.store).erase(LogFixture.NOW.minus(Duration.ofDays(365)), LogFixture.NOW))
                .isEqualTo(10);
        fixture.record(10);
        return log.advance();
    }

    @Test
    void append_firstOfAKind_opensItAndTakesThePlacesBehind() {
        SignedCheckpoint signed = written();

        assertThat(signed.size()).isEqualTo(24);
        assertThat(fixture.records.list(null, 0, 10))
                .extracting(StoredRecord::index, StoredRecord::kind, StoredRecord::ref)
                .containsExactly(
                        tuple(10L, "opening", "disclosure"),
                        tuple(11L, "disclosure", "1"),
                        tuple(12L, "opening", "erasure"),
                        tuple(13L, "erasure", "0"));
        assertThat(fixture.records.list(RecordKind.DISCLOSURE, 0, 10)).hasSize(1);
        disclosures.note(3, 5, "Jo Doe");
        assertThat(log.advance().size()).isEqualTo(25);
    }

    /** Also of kinds that no record was made of yet. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into disclosure (from_index, to_index, caller, disclosed_at) values (0, 1, 'x', now())|0|1",
                "insert into erasure values (0, 1, now(), now())|1|0",
            })
    void open_newJournal_firstRowWithoutLeafIsFound(String change, long opening, String ref) throws SQLException {
        fixture.records.open();
        fixture.records.open();
        fixture.record(3);
        SignedCheckpoint signed = log.advance();
        assertThat(signed.size()).isEqualTo(5);
        assertThat(LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 5, false)), log.verifiers()))
                .isInstanceOf(Verdict.Verified.class);
        fixture.tamper(change);

        assertThat(LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 5, false)), log.verifiers()))
                .isInstanceOfSatisfying(LogFault.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.CONTRADICTED);
                    assertThat(fault.index()).isEqualTo(opening);
                    assertThat(fault.message())
                            .isEqualTo("leaf " + opening + " says that the log holds every row of a kind, but the"
                                    + " database has rows without a leaf: " + ref);
                });
        assertThat(compared()).isEqualTo(new JournalComparison.State(5, 1));
    }

    private JournalComparison.State compared() throws SQLException {
        JournalComparison comparison =
                new JournalComparison(fixture.store, fixture.records, LogFixture.verifiers(log), 100, fixture.meters);
        for (int round = 0; round < 2; round++) {
            comparison.step();
            fixture.tamper("update comparison set begun_at = begun_at - interval '2 hours'");
        }
        // What lacks a leaf is counted behind the step that found it.
        comparison.step();
        return comparison.state();
    }

    /** As journals are that an earlier version began. */
    @Test
    void open_rowsOfAnEarlierVersion_getTheirLeavesOnce() throws SQLException {
        fixture.record(1);
        String disclosure =
                "insert into disclosure (from_index, to_index, caller, disclosed_at) values (0, 1, 'x', now())";
        fixture.execute(disclosure);
        fixture.execute(disclosure);

        fixture.records.open();
        fixture.records.open();

        assertThat(fixture.records.list(null, 0, 10))
                .extracting(StoredRecord::index, StoredRecord::kind, StoredRecord::ref)
                .containsExactly(
                        tuple(1L, "disclosure", "1"),
                        tuple(2L, "disclosure", "2"),
                        tuple(3L, "opening", "disclosure"),
                        tuple(4L, "opening", "erasure"));
        assertThat(compared()).isEqualTo(new JournalComparison.State(5, 0));
        fixture.execute(disclosure);
        fixture.records.open();
        assertThat(fixture.records.list(null, 0, 10)).hasSize(4);
        assertThat(compared()).isEqualTo(new JournalComparison.State(5, 1));
    }

    /** A row behind one with a leaf should have had its own. */
    @Test
    void open_kindThatAnEarlierVersionOpened_coversOnlyWhatCameBefore() throws SQLException {
        String disclosure =
                "insert into disclosure (from_index, to_index, caller, disclosed_at) values (0, 1, 'x', now())";
        fixture.execute(disclosure);
        disclosures.note(3, 5, "Jo Doe");
        fixture.execute(disclosure);

        fixture.records.open();

        assertThat(fixture.records.list(null, 0, 10))
                .extracting(StoredRecord::kind, StoredRecord::ref)
                .containsExactly(
                        tuple("opening", "disclosure"),
                        tuple("disclosure", "2"),
                        tuple("disclosure", "1"),
                        tuple("opening", "disclosure/all"),
                        tuple("opening", "erasure"));
        assertThat(compared()).isEqualTo(new JournalComparison.State(5, 1));
        disclosures.note(3, 5, "Jo Doe");
        assertThat(fixture.records.list(null, 0, 10)).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"true,0", "false,0", "true,1", "false,1"})
    void export_factsGoneWithAnInventedErasure_isFound(boolean facts, int listed) throws SQLException {
        fixture.records.open();
        fixture.record(3);
        SignedCheckpoint signed = log.advance();
        fixture.tamper(
                "insert into erasure select 0, 4, now(), now() where " + listed + " = 1",
                "update decision set facts_gz = null, salt = null where index = 3");

        assertThat(LogFixture.verify(LogFixture.bytes(log.export(signed, 2, 5, facts)), log.verifiers()))
                .isInstanceOfSatisfying(LogFault.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.CONTRADICTED);
                    assertThat(fault.index()).isEqualTo(3);
                });
        assertThat(compared()).isEqualTo(new JournalComparison.State(5, 1 + listed));
    }

    @ParameterizedTest
    @CsvSource({"0,24,true", "0,24,false", "5,12,true", "11,12,false", "13,20,true"})
    void export_withRecords_isVerified(long from, long to, boolean facts) {
        SignedCheckpoint signed = written();

        byte[] export = LogFixture.bytes(log.export(signed, from, to, facts));

        assertThat(LogFixture.verify(export, log.verifiers())).isInstanceOf(Verdict.Verified.class);
        String text = new String(export, StandardCharsets.UTF_8);
        assertThat(text).startsWith("{\"format\":\"centerline-journal/2\"");
        assertThat(text.contains("Jo Doe")).isEqualTo(facts && from <= 11 && to > 11);
    }

    @Test
    void export_withRecords_countsThemByKind() {
        SignedCheckpoint signed = written();

        assertThat(LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 24, false)), log.verifiers()))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.records())
                                .isEqualTo(Map.of("disclosure", 1L, "erasure", 1L, "opening", 2L)));
        byte[] decisions = LogFixture.bytes(log.export(signed, 0, 10, false));
        assertThat(new String(decisions, StandardCharsets.UTF_8)).startsWith("{\"format\":\"centerline-journal/1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "delete from log_record where index = 11|MISSING|11",
                "update log_record set index = 99 where index = 11|MISSING|11",
                "update log_record set said = replace(said, '3', '4') where index = 11|ALTERED|11",
                "update log_record set kind = 'erasure', ref = 'x' where index = 11|ALTERED|11",
                "update log_record set leaf = sha256('x') where index = 11|ALTERED|11",
                "update log_record set content = replace(content, 'Jo', 'Bo') where index = 11|ALTERED|11",
                "update disclosure set caller = 'nobody'|CONTRADICTED|11",
                "update disclosure set to_index = 4|CONTRADICTED|11",
                "delete from disclosure|CONTRADICTED|11",
                "update erasure set erased_at = now()|CONTRADICTED|0",
                "delete from erasure|CONTRADICTED|0",
                "update log_record set content = null, salt = null where index = 11|CONTRADICTED|11",
            })
    void export_recordTamperedWith_isFound(String change, Kind kind, long index) throws SQLException {
        SignedCheckpoint signed = written();
        fixture.tamper(change);

        Verdict verdict = LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 24, true)), log.verifiers());

        assertThat(verdict).isInstanceOfSatisfying(LogFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.index()).isEqualTo(index);
        });
    }

    /** Like whoever records decisions. */
    @Test
    void append_anotherWriterSilentBehindTheLock_endsItsSession() throws SQLException {
        Connection silent = fixture.pool.getConnection();
        try {
            silent.setAutoCommit(false);
            silent.createStatement().execute("select pg_advisory_xact_lock(" + DecisionTable.WRITER_LOCK + ")");

            disclosures.note(3, 5, "Jo Doe");

            assertThat(fixture.records.list(RecordKind.DISCLOSURE, 0, 10)).hasSize(1);
        } finally {
            silent.abort(Runnable::run);
        }
    }

    @Test
    void update_contentOfALeaf_isRefused() {
        written();

        assertThatThrownBy(() -> fixture.execute("update log_record set content = null, salt = null where index = 11"))
                .hasMessageContaining("append only");
    }

    /** What the row says behind it can no longer be told. */
    @Test
    void export_contentGone_saysSo() throws SQLException {
        SignedCheckpoint signed = written();
        fixture.tamper("update log_record set content = null, salt = null where index = 11");

        assertThat(LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 24, false)), log.verifiers()))
                .isInstanceOfSatisfying(
                        LogFault.class, fault -> assertThat(fault.message()).contains("content of leaf 11 is gone"));
    }

    @Test
    void prove_record_leadsToTheSignedRoot() throws Exception {
        written();
        StoredRecord record = fixture.records.find(11).orElseThrow();

        InclusionProof proof = log.prove(record);

        ProofCheck.inclusion(
                11,
                proof.checkpoint().size(),
                record.leaf(),
                proof.hashes(),
                proof.checkpoint().root());
        assertThat(fixture.records.find(10)).isPresent();
        assertThat(fixture.records.find(9)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update disclosure set caller = 'nobody'|1",
                "delete from erasure|11",
                "update log_record set content = null, salt = null where index = 11|1",
                "update log_record set content = replace(content, 'Jo', 'Bo') where index = 11|1",
                "update log_record set said = '{}' where index = 11|1",
                "delete from log_record where index in (10, 11)|4",
                "insert into disclosure (from_index, to_index, caller, disclosed_at) values (0, 1, 'x', now())|1",
            })
    void compare_recordTamperedWith_isFound(String change, long differences) throws SQLException {
        written();
        JournalComparison comparison =
                new JournalComparison(fixture.store, fixture.records, LogFixture.verifiers(log), 100, fixture.meters);
        comparison.step();
        assertThat(comparison.state()).isEqualTo(new JournalComparison.State(24, 0));
        fixture.tamper(change, "update comparison set begun_at = begun_at - interval '1 hour'");

        comparison.step();
        comparison.step();

        assertThat(comparison.state()).isEqualTo(new JournalComparison.State(24, differences));
    }

    @Test
    void leaf_sameTextOfAnotherKind_isAnotherLeaf() {
        byte[] said = "{\"opens\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        TreeHash decision = new TreeHasher().leaf(said);
        List<TreeHash> leaves = List.of(RecordKind.values()).stream()
                .map(kind -> LogRecord.leaf(kind.word(), said))
                .toList();

        assertThat(leaves).doesNotHaveDuplicates().doesNotContain(decision);
        assertThat(leaves.get(0))
                .isEqualTo(new TreeHasher()
                        .leaf("centerline/opening\n{\"opens\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
    }

    /** Without the salt, the few callers there are cannot be tried out. */
    @Test
    void record_sameContentTwice_saysTwoThings() {
        RecordText text = new RecordText(Map.of("number", 1L), Map.of("caller", "Jo Doe"));
        LogRecord one = text.record(RecordKind.DISCLOSURE, new SecureRandom());
        LogRecord other = text.record(RecordKind.DISCLOSURE, new SecureRandom());

        assertThat(one.leaf()).isNotEqualTo(other.leaf());
        assertThat(text.isSaidBy(one)).isTrue();
        assertThat(text.isSaidBy(other)).isTrue();
        assertThat(new RecordText(Map.of("number", 1L), Map.of("caller", "Bo Doe")).isSaidBy(one))
                .isFalse();
        assertThat(new RecordText(Map.of("number", 2L), Map.of("caller", "Jo Doe")).isSaidBy(one))
                .isFalse();
        assertThat(text.isSaidBy(new LogRecord(RecordKind.DISCLOSURE, one.said(), null)))
                .isTrue();
        assertThat(new String(one.said(), StandardCharsets.UTF_8)).doesNotContain("Jo Doe");
    }
}
