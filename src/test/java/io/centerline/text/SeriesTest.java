package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void of_anyNumberOfThings_namesThemAsASentenceDoes() {
        assertThat(Series.of(List.of())).isEmpty();
        assertThat(Series.of(List.of("A"))).isEqualTo("A");
        assertThat(Series.of(List.of("A", "B"))).isEqualTo("A and B");
        assertThat(Series.of(List.of("A", "B", "C", "D"))).isEqualTo("A, B, C and D");
        assertThat(Series.of(List.of("A", "B, C & D"))).isEqualTo("A and B, C & D");
        assertThat(Series.of(List.of("A", "B, C & D", "E"))).isEqualTo("A; B, C & D; and E");
    }
}
