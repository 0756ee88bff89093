package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.ImporterNumber;
import io.centerline.facts.ImporterNumber.Format;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShownNumbersTest {
    private static final ImporterNumber PERSON = new ImporterNumber("541-99-0042", Format.SOCIAL_SECURITY);
    private static final ImporterNumber OTHER = new ImporterNumber("541-99-1111", Format.SOCIAL_SECURITY);
    private static final ImporterNumber LIKE_OTHER = new ImporterNumber("417-28-1111", Format.SOCIAL_SECURITY);

    @Test
    void number_askedForOften_isLoadedOnce() {
        AtomicInteger loads = new AtomicInteger();
        ShownNumbers numbers = new ShownNumbers(() -> {
            loads.incrementAndGet();
            return List.of(PERSON, PERSON, OTHER, LIKE_OTHER);
        });
        assertThat(loads).hasValue(0);

        assertThat(numbers.number("***-**-0042")).isEqualTo(PERSON);
        assertThat(numbers.number("***-**-1111"))
                .as("which of two is not known")
                .isNull();
        assertThat(numbers.number("***-**-2222")).isNull();
        assertThat(loads).hasValue(1);
    }
}
