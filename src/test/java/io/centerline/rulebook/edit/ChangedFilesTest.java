package io.centerline.rulebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedFilesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a/b/c/ | a/b/d/ | 3", "a/b/ | a/b/c/ | 3", "a/b/c/ | b/c/ | 1", "a/b/c/ | a/b/ | 2", "'' | a/ | 1"
            })
    void firstLine_ofAChangedFile_isTheFirstThatDiffers(String before, String after, int line) {
        ChangedFiles changed = new ChangedFiles(
                new TreeMap<>(Map.of("x.drl", before.replace('/', '\n'))),
                new TreeMap<>(Map.of("x.drl", after.replace('/', '\n'))));
        assertThat(changed.firstLine("x.drl")).isEqualTo(line);
    }

    @Test
    void firstLine_ofAnotherFile_isTheFirst() {
        assertThat(new ChangedFiles(new TreeMap<>(), new TreeMap<>()).firstLine("y.drl"))
                .isEqualTo(1);
    }
}
