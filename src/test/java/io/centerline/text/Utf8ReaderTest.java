package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class Utf8ReaderTest {

    /** Comes a few bytes at a time, as from a slow connection. */
    private static InputStream trickling(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int from, int most) {
                return super.read(buffer, from, Math.min(most, atOnce));
            }
        };
    }

    private static String read(byte[] bytes, int atOnce, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Utf8Reader reader = new Utf8Reader(trickling(bytes, atOnce))) {
            char[] buffer = new char[most];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.append(buffer, 0, count);
            }
        }
        return text.toString();
    }

    @Property(tries = 3_000)
    void read_anyBytes_givesTheTextOrThePlaceThatTheWholeArrayGives(
            @ForAll("nearlyUtf8") byte[] bytes,
            @ForAll @IntRange(min = 1, max = 9) int atOnce,
            @ForAll @IntRange(min = 1, max = 5) int most)
            throws IOException {
        int fault = Utf8.firstFault(bytes);
        if (fault >= 0) {
            assertThatThrownBy(() -> read(bytes, atOnce, most))
                    .isInstanceOfSatisfying(
                            Utf8Reader.NotUtf8.class,
                            told -> assertThat(told.position()).isEqualTo(Utf8.position(bytes, fault)));
        } else {
            int start = Utf8.markLength(bytes);
            assertThat(read(bytes, atOnce, most))
                    .isEqualTo(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
        }
    }

    @Property(tries = 30)
    void read_faultBehindManyPieces_isFoundWhereItLies(@ForAll @IntRange(max = 30_000) int before) {
        byte[] bytes = "é\n".repeat(before + 1).getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(bytes, bytes.length + 1);
        broken[bytes.length] = (byte) 0xE9;

        assertThatThrownBy(() -> read(broken, Integer.MAX_VALUE, 4_096))
                .isInstanceOfSatisfying(
                        Utf8Reader.NotUtf8.class,
                        told -> assertThat(told.position()).isEqualTo("line " + (before + 2) + ", column 1"));
    }

    @Provide
    Arbitrary<byte[]> nearlyUtf8() {
        Arbitrary<byte[]> text = Arbitraries.of("\uFEFF", "a", "\n", "é", "\u2028", "😀", "\r\n", "\0")
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> noise =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(2);
        return Arbitraries.frequencyOf(Tuple.of(12, text), Tuple.of(1, noise))
                .list()
                .ofMaxSize(12)
                .map(pieces -> {
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    pieces.forEach(all::writeBytes);
                    return all.toByteArray();
                });
    }
}
