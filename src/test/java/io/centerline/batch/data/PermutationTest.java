package io.centerline.batch.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 64, 65, 1000, 4097})
    void at_everyPlace_hasEachNumberOnce(long size) {
        Permutation order = new Permutation(size, 11);
        assertThat(LongStream.range(0, size).map(order::at).sorted())
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
        assertThat(LongStream.range(0, size).map(order::at).map(order::placeOf))
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
    }

    @Test
    void at_anotherSeed_isAnotherOrder() {
        assertThat(LongStream.range(0, 100).map(new Permutation(100, 1)::at).boxed())
                .isNotEqualTo(LongStream.range(0, 100)
                        .map(new Permutation(100, 2)::at)
                        .boxed()
                        .toList())
                .doesNotContainSequence(0L, 1L, 2L);
    }
}
