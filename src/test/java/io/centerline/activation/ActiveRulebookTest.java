package io.centerline.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.rulebook.TestRulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ActiveRulebookTest {
    private long now = Long.MAX_VALUE - 5;
    private final ActiveRulebook active = new ActiveRulebook(number(1), TestRulebook.shared(), false, () -> now);

    @Test
    void serving_withinTheLease_isGiven() {
        pass(Replicas.LEASE);

        assertThat(active.serving().activation().number()).isOne();
        assertThat(active.doubt()).isNull();
    }

    @Test
    void serving_withoutWordForLonger_isRefusedUntilThereIsWord() {
        pass(Replicas.LEASE.plusNanos(1));

        assertThatThrownBy(active::serving)
                .isInstanceOf(RulebookUncertain.class)
                .hasMessage("the database has not told for 5 s which rulebook is active");
        assertThat(active.latest().activation().number()).isOne();

        active.heard(1, now);

        assertThat(active.serving().activation().number()).isOne();
    }

    @Test
    void serving_aloneOnItsStore_needsNoWord() {
        ActiveRulebook alone = new ActiveRulebook(number(1), TestRulebook.shared(), true, () -> now);

        pass(Duration.ofDays(1));

        assertThat(alone.serving().activation().number()).isOne();
    }

    @Test
    void serving_behindAnActivation_isGivenForAWhileThenRefused() {
        active.heard(2, now);
        pass(ActiveRulebook.LONGEST_LAG);
        active.heard(2, now);

        assertThat(active.serving().activation().number()).isOne();

        pass(Duration.ofNanos(1));

        assertThatThrownBy(active::serving).hasMessage("activation 2 is not ready here yet");

        active.switchTo(number(2), TestRulebook.shared());

        assertThat(active.serving().activation().number()).isEqualTo(2);
    }

    @Test
    void serving_activationThatCannotServe_isRefusedUntilALaterOneServes() {
        active.failed(2, "its rulebook cannot be read here");
        active.heard(3, now);

        assertThatThrownBy(active::serving).hasMessageContaining("its rulebook cannot be read here");
        assertThat(active.trouble()).isNotNull();

        active.switchTo(number(3), TestRulebook.shared());

        assertThat(active.serving().activation().number()).isEqualTo(3);
        assertThat(active.trouble()).isNull();
    }

    @Test
    void switchTo_earlierActivation_changesNothing() {
        active.switchTo(number(3), TestRulebook.shared());
        active.switchTo(number(2), TestRulebook.shared());
        active.failed(2, "late");

        assertThat(active.serving().activation().number()).isEqualTo(3);
    }

    @Test
    void everyActivationThatServes_isALineOfTheLog() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord told) {
                lines.add(told.getLevel() + " " + told.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(ActiveRulebook.class.getName());
        log.addHandler(handler);
        try {
            ActiveRulebook started = new ActiveRulebook(number(1), TestRulebook.shared(), false, () -> now);
            started.switchTo(number(2), TestRulebook.shared());
            started.switchTo(number(2), TestRulebook.shared());
        } finally {
            log.removeHandler(handler);
        }

        String hash = TestRulebook.shared().hash();
        assertThat(lines)
                .containsExactly(
                        "INFO activation 1 serves " + hash + ", by `ann`: test",
                        "INFO activation 2 serves " + hash + ", by `ann`: test");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static Activation number(long number) {
        return new Activation(
                number, TestRulebook.shared().hash(), "ann", "test", Instant.EPOCH, null, null, null, null);
    }
}
