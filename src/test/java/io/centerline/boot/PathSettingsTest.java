package io.centerline.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "centerline.rules.dir",
                "centerline.data.dir",
                "centerline.schedule.file",
                "centerline.schedules.dir",
                "centerline.runs.dir"
            })
    void path_blanksAroundIt_areTakenAway(String name) {
        assertThat(config(Map.of(name, " \ta folder \n")).getOptionalValue(name, String.class))
                .contains("a folder");
        assertThat(config(Map.of(name, " \t")).getOptionalValue(name, String.class))
                .isEmpty();
        assertThat(config(Map.of(name, "")).getOptionalValue(name, String.class))
                .isEmpty();
    }

    @Test
    void path_expressionsAndProfiles_areResolvedBefore() {
        Config config = config(Map.of(
                "owner", " nobody",
                "centerline.rules.dir", "other",
                "%prod.centerline.rules.dir", "${owner}/rules "));

        assertThat(config.getOptionalValue("centerline.rules.dir", String.class))
                .contains("nobody/rules");
    }

    @Test
    void otherSettings_keepTheirBlanks() {
        assertThat(config(Map.of("quarkus.datasource.password", " secret "))
                        .getOptionalValue("quarkus.datasource.password", String.class))
                .contains(" secret ");
    }

    /** Settings as the program reads them. */
    private static Config config(Map<String, String> settings) {
        return ConfigUtils.configBuilder()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(settings, "test", 1_000))
                .build();
    }
}
