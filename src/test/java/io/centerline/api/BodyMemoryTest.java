package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.application.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
    private final BodyMemory memory = new BodyMemory(100);
    private final BodyMemory.Claim first = memory.claim();
    private final BodyMemory.Claim second = memory.claim();

    @Test
    void grow_overWhatIsLeft_takesNothing() {
        assertThat(first.grow(60)).isTrue();
        assertThat(second.grow(41)).isFalse();
        assertThat(second.grow(40)).isTrue();
        assertThat(memory.taken()).isEqualTo(100);
    }

    @Test
    void grow_afterShrink_usesWhatIsHeld() {
        first.grow(60);
        first.shrink(50);

        assertThat(first.grow(50)).isTrue();
        assertThat(memory.taken()).isEqualTo(60);
        assertThat(first.grow(40)).isTrue();
        assertThat(first.grow(1)).isFalse();
    }

    @Test
    void release_again_givesBackOnce() {
        first.grow(60);
        second.grow(10);

        first.release();
        first.release();

        assertThat(memory.taken()).isEqualTo(10);
        assertThat(first.grow(1)).isFalse();
    }

    @Test
    void lines_withoutRoom_areRefusedAndTheNextIsRead() throws IOException {
        String body = "a".repeat(30) + "\n" + "b".repeat(80) + "\n" + "c".repeat(101) + "\n" + "d".repeat(60);
        BodyLines lines = new BodyLines(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)), 100, new StopSignal(), first);

        assertThat(next(lines).refusal()).isNull();
        assertThat(Objects.requireNonNull(next(lines).refusal()).kind()).isEqualTo(FailureKind.BUSY);
        assertThat(Objects.requireNonNull(next(lines).refusal()).kind()).isEqualTo(FailureKind.TOO_LARGE);
        lines.answered(30);
        assertThat(next(lines)).satisfies(line -> {
            assertThat(line.refusal()).isNull();
            assertThat(line.number()).isEqualTo(4);
            assertThat(line.text()).hasSize(60);
        });
        assertThat(lines.next(() -> false)).isNull();
    }

    private static BatchLine next(BodyLines lines) throws IOException {
        return Objects.requireNonNull(lines.next(() -> false));
    }
}
