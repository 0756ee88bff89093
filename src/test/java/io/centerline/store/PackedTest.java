package io.centerline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.journal.Drafts;
import io.centerline.journal.LogFixture;
import io.centerline.journal.Pools;
import io.centerline.store.embedded.SharedStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 100, 4_096, 16_384, 3_000_000})
    void pack_anyText_isGzipAndComesBack(int length) throws IOException {
        for (byte[] text : new byte[][] {repeated(length), random(length)}) {
            byte[] packed = Packed.pack(text);

            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                    .isEqualTo(text);
            assertThat(Packed.unpack(packed)).isEqualTo(text);
        }
    }

    @Test
    void pack_aDecision_isShorter() {
        byte[] body = Drafts.committed(LogFixture.NOW).body();

        assertThat(Packed.pack(body)).hasSizeLessThan(body.length);
    }

    @Test
    void unpack_anyByteAltered_givesTheTextOrTheAlteredBytesNeverAnother() {
        byte[] text = repeated(700);
        byte[] packed = Packed.pack(text);
        for (int i = 0; i < packed.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = packed.clone();
                altered[i] ^= (byte) (1 << bit);

                // Bits that fill the last byte of the packed data mean nothing.
                assertThat(Packed.unpack(altered)).isIn(altered, text);
            }
        }
    }

    @Test
    void unpack_cutOrLengthened_givesTheBytesAsTheyAre() {
        byte[] packed = Packed.pack(repeated(700));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThat(Packed.unpack(cut)).isEqualTo(cut);
        }
        byte[] longer = Arrays.copyOf(packed, packed.length + 1);
        assertThat(Packed.unpack(longer)).isEqualTo(longer);
    }

    @Test
    void unpack_lengthOfHalfTheMemory_givesTheBytesAsTheyAre() {
        byte[] packed = Packed.pack(repeated(700));
        packed[packed.length - 1] = 0x70;

        assertThat(Packed.unpack(packed)).isEqualTo(packed);
    }

    @Test
    void length_askedOfTheDatabase_isThatOfTheText() throws SQLException {
        DataSource pool = Pools.to(SharedStore.migrated("packed"));
        for (int length : new int[] {0, 1, 255, 256, 65_536, 17_000_000}) {
            assertThat(unpackedLength(pool, Packed.pack(repeated(length)))).isEqualTo(length);
        }
        assertThat(unpackedLength(pool, new byte[] {1, 2, 3})).isEqualTo(3);
        assertThat(unpackedLength(pool, new byte[0])).isZero();
    }

    private static long unpackedLength(DataSource pool, byte[] packed) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement("select unpacked_length(?)")) {
            query.setBytes(1, packed);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static byte[] repeated(int length) {
        return "{\"status\":\"PLACED\",\"center\":{\"code\":\"CEE007\"}},"
                .repeat(1 + length / 40)
                .substring(0, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random(int length) {
        byte[] text = new byte[length];
        new Random(length).nextBytes(text);
        return text;
    }
}
