package io.centerline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberOrderTest {

    @Property(tries = 2000)
    void sort_compactObjects_equalsTheGeneralCanonicalizer(@ForAll("objects") String json) throws IOException {
        byte[] sorted = MemberOrder.sort(json.getBytes(StandardCharsets.UTF_8));
        assertThat(sorted).isNotNull().isEqualTo(new JsonCanonicalizer(json).getEncodedUTF8());
    }

    @Test
    void sort_nestedMembers_sortsEveryLevelAndKeepsArrays() {
        byte[] sorted = MemberOrder.sort(
                "{\"b\":[{\"z\":1,\"a\":\"ü\"},2],\"a\":{\"d\":null,\"c\":true}}".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(sorted, StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":{\"c\":true,\"d\":null},\"b\":[{\"a\":\"ü\",\"z\":1},2]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\": 1}",
                "{\"b\":1.0}",
                "{\"b\":-1}",
                "{\"b\":01}",
                "{\"b\":1234567890123456}",
                "{\"b\":\"\\u00e4\"}",
                "{\"ä\":1}",
                "{\"b\":1,\"a\":2,\"b\":3}",
                "{\"b\":1",
                "{\"b\":1,}",
                "{\"b\"}",
                "{\"b\":1}x",
                "[1,]",
                "{,}",
                "tru",
                "",
                "\"open"
            })
    void sort_whatNeedsMoreThanSorting_isLeftToTheGeneralCanonicalizer(String json) {
        assertThat(MemberOrder.sort(json.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void sort_deepNesting_endsWithoutAnswer() {
        assertThat(MemberOrder.sort("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> key =
                Arbitraries.strings().withChars("abAB_0").ofMinLength(1).ofMaxLength(3);
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab 0/€äü😀'")
                .ofMaxLength(6)
                .filter(MemberOrderTest::wellFormed)
                .map(value -> "\"" + value + "\"");
        Arbitrary<String> leaf = Arbitraries.oneOf(
                text,
                Arbitraries.longs().between(0, 999_999_999_999_999L).map(String::valueOf),
                Arbitraries.of("true", "false", "null", "{}", "[]"));
        return Arbitraries.lazyOf(
                () -> object(key, leaf), () -> object(key, object(key, list(leaf))), () -> list(object(key, leaf)));
    }

    private static Arbitrary<String> object(Arbitrary<String> key, Arbitrary<String> value) {
        return Arbitraries.maps(key, value)
                .ofMaxSize(5)
                .map(map -> map.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                        .collect(java.util.stream.Collectors.joining(",", "{", "}")));
    }

    private static Arbitrary<String> list(Arbitrary<String> value) {
        return value.list().ofMaxSize(4).map((List<String> items) -> "[" + String.join(",", items) + "]");
    }

    private static boolean wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
