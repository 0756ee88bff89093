package io.centerline.tariff;

import static io.centerline.tariff.AddedEditionsTest.edition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.tariff.ScheduleFolder.EditionRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleFolderTest {
    private static final AddedEdition OF_2014 = edition("hts-2014", "2014-01-01", "2014-12-31", "8471300014");

    @TempDir
    private Path parent;

    private Path folder;
    private ScheduleFolder editions;

    @BeforeEach
    void open() {
        folder = parent.resolve("a/schedules");
        editions = new ScheduleFolder(folder);
    }

    @Test
    void schedule_noFolder_isThatOfTheProgram() {
        assertThat(editions.schedule().edition()).isEqualTo("hts-2026-rev4");
        assertThat(folder).doesNotExist();
    }

    @Test
    void add_edition_isThereAfterwards() throws Exception {
        assertThat(editions.add(OF_2014)).isTrue();
        assertThat(editions.add(edition("hts-2015", "2015-01-01", null, "8471300015")))
                .isTrue();

        assertThat(editions.schedule().editions()).containsExactly("hts-2026-rev4", "hts-2014", "hts-2015");
        assertThat(names()).containsExactly(".lock", "hts-2014.edition", "hts-2015.edition");
    }

    @Test
    void add_sameAgain_changesNothing() throws Exception {
        assertThat(editions.add(OF_2014)).isTrue();
        Object before = Files.getLastModifiedTime(editions.file("hts-2014"));
        Object key = Files.getAttribute(editions.file("hts-2014"), "unix:ino");

        assertThat(editions.add(edition("hts-2014", "2014-01-01", "2014-12-31", "8471300014")))
                .isFalse();

        assertThat(Files.getLastModifiedTime(editions.file("hts-2014"))).isEqualTo(before);
        assertThat(Files.getAttribute(editions.file("hts-2014"), "unix:ino")).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hts-2014 | 2014-01-01 | 8471300015 | there is an edition `hts-2014` already, with other numbers or days",
                "hts-2014 | 2014-01-02 | 8471300014 | there is an edition `hts-2014` already, with other numbers or days",
                "hts-other | 2014-01-01 | 8471300014 | the edition `hts-2014` begins on 2014-01-01 too",
                "hts-2026-rev4 | 2013-01-01 | 8471300014 | `hts-2026-rev4` is the edition of the program",
            })
    void add_anotherOfTheSameNameOrDay_isRefused(String name, String from, String digits, String message)
            throws Exception {
        editions.add(OF_2014);
        byte[] before = Files.readAllBytes(editions.file("hts-2014"));

        assertThatThrownBy(() -> editions.add(edition(name, from, "2014-12-31", digits)))
                .isInstanceOf(EditionRefused.class)
                .hasMessage(message)
                .satisfies(
                        refused -> assertThat(((EditionRefused) refused).help()).isNotEmpty());

        assertThat(Files.readAllBytes(editions.file("hts-2014"))).isEqualTo(before);
        assertThat(names()).containsExactly(".lock", "hts-2014.edition");
    }

    @Test
    void schedule_partThatWasLeft_isNotRead() throws Exception {
        editions.add(OF_2014);
        Files.writeString(folder.resolve("hts-20151234.part"), "centerline-edi");
        Files.writeString(folder.resolve("README.md"), "our editions");

        assertThat(editions.schedule().editions()).containsExactly("hts-2026-rev4", "hts-2014");
    }

    @Test
    void schedule_damagedFile_isRefusedByName() throws Exception {
        editions.add(OF_2014);
        Path file = editions.file("hts-2014");
        String text = Files.readString(file);

        for (String damaged : List.of("", "x", text.replace("unit No.", "unit no."), text + "x", text.substring(9))) {
            Files.writeString(file, damaged, StandardCharsets.UTF_8);
            assertThatThrownBy(editions::schedule)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("`" + file + "` is no edition of the schedule: ");
        }
        Files.writeString(file, text);
        Files.copy(file, editions.file("hts-copy"));
        assertThatThrownBy(editions::schedule).hasMessageContaining("it holds the edition `hts-2014`");
    }

    @Test
    void schedule_twoOfOneDay_areRefused() throws Exception {
        editions.add(OF_2014);
        Files.write(editions.file("hts-b"), ScheduleBundle.write(edition("hts-b", "2014-01-01", null, "8471300015")));

        assertThatThrownBy(editions::schedule)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has the name or the first day of `" + editions.file("hts-2014") + "`");
    }

    @ParameterizedTest
    @CsvSource({"hts-2014-basic, true", "2014, true", "HTS, false", "a/b, false", "'', false", ".., false", "a b, false"
    })
    void isName_text_isOfAFile(String name, boolean is) {
        assertThat(ScheduleFolder.isName(name)).isEqualTo(is);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
