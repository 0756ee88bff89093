package io.centerline.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class FolderAtStartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private static final String LATER = """
            package rules.membership;
            import io.centerline.rulebook.vocabulary.*;

            rule "MEM-0701 Computers (8471) are Electronics"
                @id("MEM-0701") @citation("notice") @standing("found") @inForce("2033-04-04/..")
            when
                $hts : HtsNumber( heading == 8471 )
            then
                insert(new Membership($hts, Center.ELECTRONICS));
            end
            """;

    private static final String MESSAGE =
            "no membership rule is in force on 2026-11-30, the first ones begin on 2033-04-04";

    @TempDir
    Path folder;

    @Test
    void read_rulesThatBeginLater_areRefusedInASentence() throws IOException {
        Path file = folder.resolve("membership/goods.drl");
        Files.createDirectories(file.getParent());
        Files.writeString(file, LATER);

        FolderAtStart begun = FolderAtStart.read(folder, DAY);

        assertThat(begun.rulebook()).isNull();
        assertThat(begun.findings()).extracting(Finding::message).containsExactly(MESSAGE);
        assertThat(begun.findings().get(0).place()).hasToString("rules/membership/goods.drl:4:1");
    }

    @Test
    void keep_rulesThatBeginLater_areRefusedInASentence() {
        Rulebook later = Rulebook.of(new RuleFiles(new TreeMap<>(Map.of("membership/goods.drl", LATER))));
        Preparation preparation =
                new Preparation(new RulebookStore(new PGSimpleDataSource()), () -> DAY, rulebook -> {});

        assertThatThrownBy(() -> preparation.keep(later))
                .isInstanceOfSatisfying(
                        RulebookException.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::message)
                                .containsExactly(MESSAGE));
    }
}
