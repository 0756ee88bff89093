package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.application.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

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

    private static String answers(InputStream body, long memory) throws IOException {
        BodyLines lines = new BodyLines(body, 1 << 20, new BodyMemory(memory).claim());
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
