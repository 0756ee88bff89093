package io.centerline.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.guides.Shell.Printed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link GuidesIT} relies on: blocks are one session, and a command that fails is told wherever it stands. */
class ShellTest {
    @TempDir
    private Path folder;

    @Test
    void run_blocks_areOneSession() throws Exception {
        assertThat(run("first() { grep -o 'a.'; }\nID=$(echo xaby | first)\n", "echo \"$ID $GIVEN\"; echo said >&2\n"))
                .containsExactly(new Printed("", 0), new Printed("ab given\nsaid\n", 0));
    }

    @Test
    void run_commandThatFails_isToldThoughOthersFollow() throws Exception {
        assertThat(run("(exit 3)\ntrue\n", "ID=$(false)\necho \"<$ID>\"\n", "if false; then true; fi\n", "true\n"))
                .extracting(Printed::exitCode)
                .containsExactly(3, 1, 0, 0);
    }

    @Test
    void run_blockThatHangs_isNamed() {
        assertThatThrownBy(() -> new Shell(folder, Map.of())
                        .run(List.of("true\n", "sleep 600\n"), folder, Duration.ofSeconds(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sleep 600");
    }

    private List<Printed> run(String... blocks) throws Exception {
        return new Shell(folder, Map.of("GIVEN", "given")).run(List.of(blocks), folder, Duration.ofSeconds(30));
    }
}
