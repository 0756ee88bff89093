package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineLoaderTest {
    private final List<String> asked = new ArrayList<>();
    private final EngineLoader loader =
            new EngineLoader(new ClassLoader(getClass().getClassLoader()) {
                @Override
                public Class<?> loadClass(String name) throws ClassNotFoundException {
                    asked.add(name);
                    return super.loadClass(name);
                }
            });

    @Test
    void loadClass_ofTheProgram_isTheProgramsOwn() throws ClassNotFoundException {
        assertThat(loader.loadClass(HtsNumber.class.getName())).isSameAs(HtsNumber.class);
    }

    @Test
    void loadClass_absentOne_isLookedForOnce() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> loader.loadClass("io.centerline.rulebook.vocabulary.heading"))
                    .isInstanceOf(ClassNotFoundException.class)
                    .hasMessage("io.centerline.rulebook.vocabulary.heading");
        }

        assertThat(asked).containsExactly("io.centerline.rulebook.vocabulary.heading");
    }
}
