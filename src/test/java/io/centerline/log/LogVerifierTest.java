package io.centerline.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.log.LogFault.Kind;
import io.centerline.log.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogVerifierTest {
    private static final int SIZE = 700;
    private static final Exports LOG = Exports.of(SIZE);

    @ParameterizedTest
    @CsvSource({
        "0, 700, true",
        "0, 700, false",
        "0, 1, true",
        "0, 0, false",
        "256, 512, true",
        "699, 700, false",
        "700, 700, false",
        "1, 699, false",
        "333, 334, true"
    })
    void verify_cleanExport_isVerified(int from, int to, boolean facts) {
        Verdict verdict = Exports.verify(LOG.lines(from, to, facts), LOG.checkpoint(SIZE));

        assertThat(verdict).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.checkpoint().size()).isEqualTo(SIZE);
            assertThat(verified.checkpoint().origin()).isEqualTo(Exports.ORIGIN);
            assertThat(verified.from()).isEqualTo(from);
            assertThat(verified.to()).isEqualTo(to);
            assertThat(verified.facts()).isEqualTo(facts ? to - from : 0);
        });
    }

    @Test
    void verify_emptyLog_isVerified() {
        assertThat(Exports.verify(Exports.of(0).lines(0, 0, false))).isInstanceOf(Verified.class);
    }

    @Test
    void verify_earlierCheckpoints_areContinued() {
        Verdict verdict = Exports.verify(
                LOG.lines(0, SIZE, false),
                LOG.checkpoint(512),
                LOG.checkpoint(1),
                LOG.checkpoint(0),
                LOG.checkpoint(699));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.continued()).containsExactly(0L, 1L, 512L, 699L));
    }

    @Test
    void verify_lineAltered_saysWhich() {
        List<byte[]> lines = LOG.lines(0, SIZE, true);
        String altered = text(lines.get(43)).replace("PLACED", "PENDING");
        lines.set(43, altered.getBytes(StandardCharsets.UTF_8));

        LogFault fault = fault(Kind.ALTERED, 42, 44, lines);
        assertThat(fault.message())
                .startsWith("leaf 42 has the hash `")
                .endsWith("` as it states: the decision or its hash was altered");
    }

    @Test
    void verify_factsOrSaltAltered_saysWhich() {
        String message = "the facts of leaf 42 are not those its receipt commits to: facts or salt were altered";
        List<byte[]> lines = LOG.lines(0, SIZE, true);
        lines.set(43, text(lines.get(43)).replace("Acme", "Acne").getBytes(StandardCharsets.UTF_8));
        assertThat(fault(Kind.ALTERED, 42, 44, lines).message()).isEqualTo(message);

        lines = LOG.lines(0, SIZE, true);
        lines.set(
                43,
                text(lines.get(43)).replace("\"salt\":\"2a", "\"salt\":\"2b").getBytes(StandardCharsets.UTF_8));
        assertThat(fault(Kind.ALTERED, 42, 44, lines).message()).isEqualTo(message);
    }

    @Test
    void verify_linesRemoved_saysWhich() {
        List<byte[]> lines = LOG.lines(0, SIZE, false);
        lines.remove(43);
        assertThat(fault(Kind.MISSING, 42, 44, lines).message()).isEqualTo("leaf 42 is missing");
        lines.remove(43);
        assertThat(fault(Kind.MISSING, 42, 44, lines).message()).isEqualTo("leaves 42 to 43 are missing");
    }

    @Test
    void verify_linesMoved_saysWhich() {
        List<byte[]> swapped = LOG.lines(0, SIZE, false);
        Collections.swap(swapped, 43, 44);
        assertThat(fault(Kind.REORDERED, 42, 44, swapped).message())
                .isEqualTo("leaf 43 stands where leaf 42 belongs, which comes later");

        List<byte[]> apart = LOG.lines(0, SIZE, false);
        Collections.swap(apart, 43, 45);
        fault(Kind.REORDERED, 42, 44, apart);

        List<byte[]> moved = LOG.lines(0, SIZE, false);
        moved.add(600, moved.remove(43));
        fault(Kind.REORDERED, 42, 44, moved);
    }

    @Test
    void verify_linesDoubled_saysWhich() {
        List<byte[]> lines = LOG.lines(0, SIZE, false);
        lines.add(43, lines.get(10));
        assertThat(fault(Kind.DUPLICATED, 9, 44, lines).message())
                .isEqualTo("leaf 9 is there again, where leaf 42 belongs");

        lines = LOG.lines(0, SIZE, false);
        lines.add(43, lines.get(500));
        assertThat(fault(Kind.DUPLICATED, 499, 44, lines).message())
                .isEqualTo("leaf 499 is there twice, first where leaf 42 belongs");

        lines = LOG.lines(0, SIZE, false);
        lines.add(lines.get(SIZE));
        fault(Kind.DUPLICATED, SIZE - 1, SIZE + 2, lines);
    }

    @Test
    void verify_lineWithAnotherNumber_saysWhich() {
        List<byte[]> lines = LOG.lines(0, SIZE, false);
        lines.set(43, Exports.refitted(lines.get(43), 500));
        assertThat(fault(Kind.ALTERED, 42, 44, lines).message()).isEqualTo("the line of leaf 42 says it is leaf 500");
        lines.set(43, Exports.refitted(lines.get(43), 7));
        assertThat(fault(Kind.ALTERED, 42, 44, lines).message()).isEqualTo("the line of leaf 42 says it is leaf 7");
    }

    @Test
    void verify_lastLineOrSeveralWithOtherNumbers_isNotTakenForADouble() {
        List<byte[]> last = LOG.lines(0, SIZE, false);
        last.set(SIZE, Exports.refitted(last.get(SIZE), 3));
        assertThat(fault(Kind.ALTERED, SIZE - 1, SIZE + 1, last).message())
                .isEqualTo("the line of leaf 699 says it is leaf 3");
        last.set(SIZE, Exports.refitted(last.get(SIZE), 900));
        assertThat(fault(Kind.ALTERED, SIZE - 1, SIZE + 1, last).message())
                .isEqualTo("the line of leaf 699 says it is leaf 900");

        List<byte[]> several = LOG.lines(300, 400, true);
        several.set(43, Exports.refitted(several.get(43), 7));
        several.set(44, Exports.refitted(several.get(44), 8));
        several.set(45, Exports.refitted(several.get(45), 350));
        assertThat(fault(Kind.ALTERED, 342, 44, several).message()).isEqualTo("the line of leaf 342 says it is leaf 7");

        several.set(60, text(several.get(60)).replace("PLACED", "PENDING").getBytes(StandardCharsets.UTF_8));
        fault(Kind.ALTERED, 342, 44, several);

        List<byte[]> swapped = LOG.lines(0, SIZE, false);
        swapped.set(43, Exports.refitted(swapped.get(43), 500));
        swapped.set(501, Exports.refitted(swapped.get(501), 42));
        assertThat(fault(Kind.ALTERED, 42, 44, swapped).message()).isEqualTo("the line of leaf 42 says it is leaf 500");
    }

    @Test
    void verify_lastLinesGone_saysFromWhere() {
        List<byte[]> lines = LOG.lines(0, SIZE, false);
        assertThat(fault(Kind.TRUNCATED, -1, -1, lines.subList(0, SIZE)).message())
                .isEqualTo("the export ends before leaf 699, the last its header announces");
        assertThat(fault(Kind.TRUNCATED, -1, -1, lines.subList(0, 600)).message())
                .isEqualTo("the export ends before leaf 599; its header announces leaves up to 699");
    }

    @Test
    void verify_cutWithinALine_saysWhere() {
        List<byte[]> lines = new ArrayList<>(LOG.lines(0, SIZE, false).subList(0, 44));
        lines.set(43, Arrays.copyOf(lines.get(43), 30));
        assertThat(fault(Kind.CUT, 42, 44, lines).message())
                .isEqualTo("the export ends within line 44, which is that of leaf 42");
        byte[] whole = Exports.join(LOG.lines(0, SIZE, false));
        assertThat(Exports.verify(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOfSatisfying(
                        LogFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.CUT));
    }

    @Test
    void verify_moreLeavesThanSigned_saysWhich() {
        List<byte[]> lines = LOG.lines(0, SIZE, false);
        lines.add(Exports.refitted(lines.get(43), SIZE));
        assertThat(fault(Kind.UNSIGNED, SIZE, SIZE + 2, lines).message())
                .isEqualTo("leaf 700 is more than the header announces, and no checkpoint covers it");
    }

    @Test
    void verify_numbersAndHashesMadeToFit_saysTheRootDiffers() {
        Exports forged = LOG.differingFrom(650);
        List<byte[]> lines = forged.lines(0, SIZE, false);
        lines.set(0, LOG.lines(0, SIZE, false).get(0));

        LogFault fault = fault(Kind.ALTERED, -1, -1, lines);
        assertThat(fault.message())
                .matches(
                        "the leaves give root `.{44}`, the checkpoint signs `.{44}`: somewhere in the export leaves were"
                                + " altered, dropped, added or moved, and numbers and hashes made to fit");
        assertThat(message(Exports.verify(lines, LOG.checkpoint(600))))
                .contains(": behind leaf 599 leaves were altered");
        assertThat(message(Exports.verify(lines, LOG.checkpoint(670), LOG.checkpoint(600))))
                .contains(": among the first 670 leaves leaves were altered");
    }

    @Test
    void verify_historySignedAnew_isProvedByAnEarlierCheckpoint() {
        List<byte[]> lines = LOG.differingFrom(300).lines(0, SIZE, false);

        assertThat(Exports.verify(lines)).isInstanceOf(Verified.class);
        assertThat(Exports.verify(lines, LOG.checkpoint(300))).isInstanceOf(Verified.class);
        assertThat(fault(Kind.RESIGNED, -1, -1, lines, LOG.checkpoint(301)).message())
                .matches(
                        "the log once signed root `.{44}` over its first 301 leaves, which now give another: history was"
                                + " changed and signed again");
        assertThat(fault(Kind.RESIGNED, -1, -1, lines, LOG.checkpoint(SIZE)).message())
                .matches("the log signed two roots over 700 leaves: `.{44}` and `.{44}`");
    }

    @Test
    void verify_checkpointThatDoesNotFit_saysWhy() {
        List<byte[]> range = LOG.lines(300, 400, false);

        assertThat(fault(Kind.MALFORMED, -1, -1, range, LOG.checkpoint(200)).message())
                .isEqualTo("the checkpoint given covers 200 leaves, which cannot be compared with leaves 300 to 399");
        assertThat(fault(Kind.TRUNCATED, -1, -1, range, Exports.of(900).checkpoint(900))
                        .message())
                .isEqualTo("the checkpoint given covers 900 leaves, the export was made when there were 700");
        byte[] other = new Checkpoint("log.example/two", 5, new TreeHasher().empty()).sign(List.of(Exports.KEY));
        assertThat(fault(Kind.OTHER_LOG, -1, -1, range, other).message())
                .isEqualTo("the checkpoint given is of log `log.example/two`, the export of log `log.example/one`");
        assertThat(fault(Kind.MALFORMED, -1, -1, range, "no note".getBytes(StandardCharsets.UTF_8))
                        .message())
                .isEqualTo("the checkpoint given: the note has no blank line before its signatures");
        byte[] marked = ("\uFEFF" + text(LOG.checkpoint(SIZE))).getBytes(StandardCharsets.UTF_8);
        LogFault mark = fault(Kind.MALFORMED, -1, -1, LOG.lines(0, SIZE, false), marked);
        assertThat(mark.message()).isEqualTo("the checkpoint given: the note begins with a byte order mark");
        assertThat(mark.help()).isEqualTo("an editor added it; keep the note as the service sent it");
    }

    @Test
    void verify_otherKeys_saysWhoSigned() {
        byte[] export = Exports.join(LOG.lines(0, 5, false));
        VerifierKey stranger = Exports.key("stranger", 2).verifier();
        VerifierKey successor = Exports.key(2).verifier();

        assertThat(Exports.verify(export, List.of(stranger))).isInstanceOfSatisfying(LogFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.WRONG_KEY);
            assertThat(fault.message()).startsWith("the export's checkpoint: the note is signed by `" + Exports.ORIGIN);
        });
        assertThat(Exports.verify(export, List.of(successor)))
                .isInstanceOfSatisfying(
                        LogFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.RESIGNED));
        assertThat(Exports.verify(export, List.of(successor, Exports.KEY.verifier())))
                .isInstanceOf(Verified.class);
    }

    @Test
    void verify_notAnExport_saysSo() {
        for (String text : List.of("", "{}", "{}\n", "\n", "{\"format\":\"centerline-journal/2\"}\n")) {
            assertThat(message(Exports.verify(text.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("line 1 is not the header of a journal export");
        }
        List<byte[]> lines = LOG.lines(0, 5, false);
        lines.set(0, text(lines.get(0)).replace("\"to\":5", "\"to\":900").getBytes(StandardCharsets.UTF_8));
        assertThat(fault(Kind.ALTERED, -1, 1, lines).message())
                .isEqualTo("the header of the export does not fit the checkpoint in it");
    }

    @Test
    void verify_convertedLineEnds_saysSo() {
        List<byte[]> lines = LOG.lines(0, 5, false);
        lines.set(1, text(lines.get(1)).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(fault(Kind.ALTERED, 0, 2, lines).message())
                .isEqualTo("the line ends with a carriage return, so the file was converted");
    }

    @Test
    void verify_lineLongerThanABlock_isVerified() {
        // The facts of 16,384 entry lines, say.
        List<byte[]> lines = LOG.lines(0, 3, false);
        String long1 = text(lines.get(2)).replace("PLACED", "P".repeat(3 << 20));
        lines.set(2, Exports.refitted(long1.getBytes(StandardCharsets.UTF_8), 1));

        assertThat(message(Exports.verify(lines))).startsWith("the leaves give root");
    }

    private static LogFault fault(Kind kind, long index, long line, List<byte[]> lines, byte[]... checkpoints) {
        Verdict verdict = Exports.verify(lines, checkpoints);
        assertThat(verdict).isInstanceOf(LogFault.class);
        LogFault fault = (LogFault) verdict;
        assertThat(fault.kind()).as(fault.message()).isEqualTo(kind);
        assertThat(fault.index()).as(fault.message()).isEqualTo(index);
        assertThat(fault.line()).as(fault.message()).isEqualTo(line);
        return fault;
    }

    private static String message(Verdict verdict) {
        return ((LogFault) verdict).message();
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
