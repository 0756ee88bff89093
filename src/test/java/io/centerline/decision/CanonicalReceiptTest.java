package io.centerline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CanonicalReceiptTest {
    private static final byte[] HASH = filled(0xa7);
    private static final String HEX = HexFormat.of().formatHex(HASH);

    @Test
    void commits_receiptWithTheHash_itDoes() {
        assertThat(commits("{\"id\":\"x\",\"receipt\":{\"asOf\":\"y\",\"facts\":\"sha256:" + HEX + "\"}}"))
                .isTrue();
    }

    @Test
    void commits_anotherHashOrNone_itDoesNot() {
        assertThat(commits("{\"id\":\"x\",\"receipt\":{\"facts\":\"sha256:" + HEX.replace("a7", "a8") + "\"}}"))
                .isFalse();
        assertThat(commits("{\"id\":\"x\",\"receipt\":{\"facts\":\"sha256:" + HEX.substring(1)))
                .isFalse();
        assertThat(commits("{\"id\":\"x\",\"receipt\":{\"asOf\":\"y\"}}")).isFalse();
        assertThat(commits("{\"id\":\"x\"}")).isFalse();
    }

    @Test
    void commits_hashOutsideTheReceipt_itDoesNot() {
        assertThat(commits("{\"facts\":\"sha256:" + HEX + "\",\"receipt\":{\"asOf\":\"y\"}}"))
                .isFalse();
        assertThat(commits("{\"id\":\",\\\"receipt\\\":{\\\"facts\\\":\\\"sha256:" + HEX + "\"}"))
                .isFalse();
    }

    private static boolean commits(String decision) {
        byte[] padded = ("<<" + decision + ">>").getBytes(StandardCharsets.UTF_8);
        return CanonicalReceipt.commits(padded, 2, padded.length - 2, HASH);
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
