package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.centerline.application.BusyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    private static final byte[] BODY =
            Requests.of("12-345678900", "IMPORTER", 60).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void decode_wholeBody_isAsItWas(ContentCoding coding) throws IOException {
        assertThat(decode(coding, new ByteArrayInputStream(encoded(coding, BODY)))
                        .readAllBytes())
                .isEqualTo(BODY);
        byte[] empty = decode(coding, new ByteArrayInputStream(encoded(coding, new byte[0])))
                .readAllBytes();
        assertThat(empty).isEmpty();
    }

    /** Whatever bytes come, the body is taken or refused, and never a fault of the program. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void decode_damagedBody_isTakenOrRefused(ContentCoding coding) throws IOException {
        byte[] whole = encoded(coding, BODY);
        Random random = new Random(17);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(5) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int edits = random.nextInt(4); edits >= 0 && damaged.length > 0; edits--) {
                // Most of what can go wrong is said at the beginning.
                int at = random.nextInt(random.nextBoolean() ? Math.min(12, damaged.length) : damaged.length);
                damaged[at] = (byte) random.nextInt();
            }
            try {
                decode(coding, new ByteArrayInputStream(damaged)).readAllBytes();
            } catch (ProblemException | IOException told) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void decode_otherBytes_areToldSo(ContentCoding coding) {
        assertThatThrownBy(() -> decode(coding, new ByteArrayInputStream(BODY)).readAllBytes())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail()).contains("data, as the header"));
    }

    /** RFC 8878, section 3.1.2: tools put frames in that say nothing about the content. */
    @Test
    void decode_skippableZstdFrames_arePassedOver() throws IOException {
        byte[] frame = encoded(ContentCoding.ZSTD, BODY);
        byte[] skippable = {0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 'a', 'b', 'c'};
        InputStream sent = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(skippable),
                new ByteArrayInputStream(skippable),
                new ByteArrayInputStream(frame),
                new ByteArrayInputStream(skippable))));

        assertThat(decode(ContentCoding.ZSTD, sent).readAllBytes()).isEqualTo(BODY);
    }

    @Test
    void decode_longSkippableZstdFrame_isRefused() {
        byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 0, 0, 0, 0x7F};

        assertThatThrownBy(() -> decode(ContentCoding.ZSTD, new ByteArrayInputStream(skippable))
                        .readAllBytes())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("frames that are skipped");
    }

    /** RFC 9659: more than 8 MiB need not be kept. */
    @Test
    void decode_wideZstdWindow_isRefusedByItsWindow() {
        byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) (14 << 3), 1, 0, 0};

        assertThatThrownBy(() -> decode(ContentCoding.ZSTD, new ByteArrayInputStream(frame))
                        .readAllBytes())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("window of more than 8 MiB");
    }

    /** Members arrive chunk by chunk, and nothing says that a further one is to come. */
    @Test
    void decode_severalGzipMembers_areOneBody() throws IOException {
        byte[] member = encoded(ContentCoding.GZIP, BODY);
        byte[] shortMember = encoded(ContentCoding.GZIP, new byte[] {'x'});
        InputStream chunks = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(member),
                new ByteArrayInputStream(member),
                new ByteArrayInputStream(shortMember, 0, 5),
                new ByteArrayInputStream(shortMember, 5, shortMember.length - 5))));

        byte[] decoded = decode(ContentCoding.GZIP, chunks).readAllBytes();

        assertThat(decoded).hasSize(2 * BODY.length + 1).startsWith(BODY).endsWith('x');
    }

    @Test
    void decode_gzipHeaderWithAllItMayHave_isPassed() throws IOException {
        byte[] member = encoded(ContentCoding.GZIP, BODY);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3});
        header.writeBytes(new byte[] {2, 0, 7, 7, 'n', 0, 'c', 'c', 0});
        CRC32 sum = new CRC32();
        sum.update(header.toByteArray());
        header.write((int) sum.getValue());
        header.write((int) (sum.getValue() >> 8));
        header.write(member, 10, member.length - 10);

        assertThat(decode(ContentCoding.GZIP, new ByteArrayInputStream(header.toByteArray()))
                        .readAllBytes())
                .isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\0", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "\u001f{"})
    void decode_otherBytesBehindAMember_areRefused(String other) throws IOException {
        byte[] member = encoded(ContentCoding.GZIP, BODY);
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream(member),
                new ByteArrayInputStream(other.getBytes(StandardCharsets.ISO_8859_1)));

        assertThatThrownBy(() -> decode(ContentCoding.GZIP, body).readAllBytes())
                .isInstanceOf(ProblemException.class);
    }

    /** What a body in zstd holds in memory is what its frame may go back to, and not as much as any frame may. */
    @Test
    void decode_shortZstd_claimsItsOwnWindow() throws IOException {
        byte[] sent = encoded(ContentCoding.ZSTD, BODY);
        BodyMemory small = new BodyMemory(4 << 20);

        for (int i = 0; i < 4; i++) {
            byte[] decoded = ContentCoding.ZSTD
                    .decode(new ByteArrayInputStream(sent), small.claim())
                    .readAllBytes();
            assertThat(decoded).isEqualTo(BODY);
        }
        assertThat(small.taken()).isPositive();
    }

    /** The window is claimed for each frame, before the library takes it. */
    @Test
    void decode_zstdWithoutMemoryForALaterFrame_isBusy() throws IOException {
        byte[] first = encoded(ContentCoding.ZSTD, new byte[] {'x'});
        byte[] wide = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 13 << 3, 1, 0, 0};
        BodyMemory small = new BodyMemory(1 << 20);

        for (InputStream sent : List.of(
                new ByteArrayInputStream(wide),
                new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(wide)))) {
            InputStream body = ContentCoding.ZSTD.decode(sent, small.claim());
            assertThatThrownBy(body::readAllBytes).isInstanceOf(BusyException.class);
        }
        assertThat(decode(ContentCoding.ZSTD, new ByteArrayInputStream(wide)).readAllBytes())
                .isEmpty();
    }

    private static InputStream decode(ContentCoding coding, InputStream sent) {
        return coding.decode(sent, new BodyMemory(64 << 20).claim());
    }

    private static byte[] encoded(ContentCoding coding, byte[] body) throws IOException {
        if (coding == ContentCoding.IDENTITY) {
            return body;
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream out =
                coding == ContentCoding.GZIP ? new GZIPOutputStream(encoded) : new ZstdOutputStream(encoded)) {
            out.write(body);
        }
        return encoded.toByteArray();
    }
}
