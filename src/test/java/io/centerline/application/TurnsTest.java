package io.centerline.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(2, Duration.ofMillis(10), 7, "others are at work");

    @Test
    void take_allPlacesTaken_isToldWhenToComeAgain() {
        turns.take(() -> turns.take(() -> {
            assertThatThrownBy(() -> turns.take(() -> "done"))
                    .isInstanceOfSatisfying(
                            BusyException.class,
                            busy -> assertThat(busy.retryAfter()).isEqualTo(7))
                    .hasMessage("others are at work");
            return "held";
        }));
    }

    @Test
    void take_workThatFails_givesItsPlaceBack() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
        }

        assertThat(turns.take(() -> "done")).isEqualTo("done");
    }
}
