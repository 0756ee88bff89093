package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rules id} and {@code rules format}. */
class RuleToolsTest {
    private static final String RULES = "rules";

    @ParameterizedTest
    @CsvSource({"CEE003, MEM-0316", "MEM-03, MEM-0316", "mem-10, MEM-1033", "PRE, PRE-009", "rte, RTE-105"})
    void id_ofACenterOrPrefix_isTheNextFreeOne(String where, String id) {
        Run run = Run.of("rules", "id", where, "--rules", RULES);
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out()).isEqualTo(id + "\n");
        assertThat(run.err()).contains("no service answered");
    }

    @ParameterizedTest
    @CsvSource({"CEE011", "MEM", "XYZ", "''"})
    void id_ofNothingKnown_saysWhatThereIs(String where) {
        Run run = Run.of("rules", "id", where, "--rules", RULES);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("is neither a Center nor a prefix of ids", "ACC, APL, CNT, DIR, ELG, EVD, PRE, RTE");
    }

    @Test
    void format_ofTheShippedRules_changesNothing() {
        Run run = Run.of("rules", "format", "--check", RULES);
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out()).isEqualTo("0 files would change\n");
    }

    @Test
    void format_ofAnOddLayout_isToldByCheckAndWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("placement/predominance.drl");
        Files.createDirectories(file.getParent());
        String shipped = Files.readString(Path.of("rules/placement/predominance.drl"));
        String odd = shipped.replace("    Tally( margin > 0, share", "  Tally(margin > 0,  share");
        assertThat(odd).isNotEqualTo(shipped);
        Files.writeString(file, odd);
        Run told = Run.of("rules", "format", "--check", folder.toString());
        assertThat(told.exitCode()).isEqualTo(3);
        assertThat(told.out()).contains("+    Tally( margin > 0, share", "1 file would change");
        assertThat(Files.readString(file)).isEqualTo(odd);
        assertThat(Run.of("rules", "format", folder.toString()).out()).contains("1 file written");
        assertThat(Files.readString(file)).isEqualTo(shipped);
    }
}
