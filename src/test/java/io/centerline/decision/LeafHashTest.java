package io.centerline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class LeafHashTest {

    @Test
    void of_body_isHashOfZeroByteAndCanonicalJson() throws Exception {
        byte[] leaf = LeafHash.of(utf8("{ \"b\": 1.0, \"a\": \"\\u00e9\" }"));

        assertThat(leaf).isEqualTo(MessageDigest.getInstance("SHA-256").digest(utf8("\0{\"a\":\"é\",\"b\":1}")));
    }

    @Test
    void of_sameContentInOtherOrder_isTheSame() {
        assertThat(LeafHash.of(utf8("{\"a\":1,\"b\":2}"))).isEqualTo(LeafHash.of(utf8("{\"b\":2,\n\"a\":1}")));
    }

    @Test
    void of_noJson_isRefused() {
        assertThatThrownBy(() -> LeafHash.of(utf8("{"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
