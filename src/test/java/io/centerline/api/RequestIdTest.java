package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"541-99-0042", "job417-28-6093", "417-28-6093x", "2417-28-60931", "job417286093", "417286093.x"})
    void of_idWithWhatMayBeASocialSecurityNumber_isReplaced(String id) {
        assertThat(RequestId.of(List.of(id))).isNotEqualTo(id).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-17.4", "4172860931", "41728609", "0af7651916cd43dd8448eb211c80319c", "417-28-609"})
    void of_otherId_isKept(String id) {
        assertThat(RequestId.of(List.of(id))).isEqualTo(id);
    }
}
