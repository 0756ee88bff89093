package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.application.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchStreamTest {

    /** The lines of a batch give their memory back before one of them is refused. */
    @Test
    void write_moreLinesThanFitIntoMemory_answersEach() throws IOException {
        String line = "a".repeat(40) + "\n";

        assertThat(answers(utf8(line.repeat(1_000)), 100)).hasLineCount(1_000).doesNotContain("fill the memory");
        assertThat(answers(utf8("b".repeat(101) + "\n" + line), 100))
                .hasLineCount(2)
                .startsWith("1 refused: bodies fill the memory")
                .endsWith("2 taken\n");
    }

    /** Blank lines are not answered, so that nothing but their bytes could bound them. */
    @Test
    void write_bodyThatInflatesOutOfProportion_endsWithOneRefusal() throws IOException {
        byte[] blanks = new byte[1 << 16];
        Arrays.fill(blanks, (byte) '\n');
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write("a\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_000; i++) {
                gzip.write(blanks);
            }
        }
        InputStream body = Proportion.of(new ByteArrayInputStream(bomb.toByteArray()), BatchStreamTest::gunzip);

        assertThat(answers(body, 1 << 20).lines().map(answer -> answer.replaceFirst("^[0-9]{7,8} ", "N ")))
                .containsExactly(
                        "1 taken",
                        "N refused: the body inflates to more than 200 times its compressed bytes; send it uncompressed, or its"
                                + " lines in several requests");
    }

    @Test
    void write_alikeLinesOfAShortBody_areAnswered() throws IOException {
        byte[] alike =
                ("{\"importer\": 17}" + " ".repeat(80) + "\n").repeat(10_000).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(alike);
        }
        InputStream body = Proportion.of(new ByteArrayInputStream(sent.toByteArray()), BatchStreamTest::gunzip);

        assertThat(alike.length / sent.size()).isGreaterThan(200);
        assertThat(answers(body, 1 << 20)).hasLineCount(10_000).doesNotContain("refused");
    }

    /** The caller waits between lines, or has sent more than was read. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(60)
    void write_serviceStops_endsWithTheLineToGoOnFrom(boolean waits) throws IOException {
        StopSignal stop = new StopSignal();
        PipedOutputStream caller = new PipedOutputStream();
        InputStream body = new PipedInputStream(caller, 1 << 16);
        caller.write("a\nb\n".getBytes(StandardCharsets.UTF_8));
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(
                () -> {
                    if (!waits) {
                        write(caller, "c\n".repeat(1_000));
                    }
                    stop.give();
                },
                CompletableFuture.delayedExecutor(waits ? 300 : 0, TimeUnit.MILLISECONDS));
        if (!waits) {
            stopped.join();
        }

        assertThat(answers(body, 1 << 20, stop).lines())
                .hasSize(waits ? 3 : 1)
                .last()
                .asString()
                .startsWith(
                        (waits ? 3 : 1) + " refused: the service is stopping and answered every line before this one;");
        assertThat(body.available()).isZero();
        assertThat(Thread.interrupted()).isFalse();
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InputStream gunzip(InputStream sent) {
        return ContentCoding.GZIP.decode(sent, new BodyMemory(0).claim());
    }

    private static String answers(InputStream body, long memory) throws IOException {
        return answers(body, memory, new StopSignal());
    }

    private static String answers(InputStream body, long memory, StopSignal stop) throws IOException {
        BodyLines lines = new BodyLines(body, 1 << 20, stop, new BodyMemory(memory).claim());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BatchStream(
                        lines,
                        piece -> piece.stream().map(BatchStreamTest::answer).toList(),
                        Runnable::run,
                        () -> {})
                .write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static CompletableFuture<byte[]> answer(BatchLine line) {
        Failure refusal = line.refusal();
        String answer = line.number() + (refusal == null ? " taken" : " refused: " + refusal.detail());
        return CompletableFuture.completedFuture(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
