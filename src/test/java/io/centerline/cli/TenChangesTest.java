package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.edit.ToldChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten changes by command are the folder that comes out by hand, byte for byte, and sound. */
class TenChangesTest {
    private static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));

    static List<ToldChange> all() {
        return ToldChange.all();
    }

    @Test
    void changes_asTold_areTenOfEveryKind() {
        assertThat(all()).hasSize(10);
        assertThat(all().stream().map(change -> change.arguments().get(0)))
                .contains("move", "except", "split", "end", "threshold", "correct");
    }

    @ParameterizedTest
    @MethodSource("all")
    void change_byCommand_isTheFolderMadeByHand(ToldChange change, @TempDir Path folder) throws IOException {
        for (var file : SHIPPED.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        List<String> arguments = new ArrayList<>(List.of("rules"));
        arguments.addAll(change.arguments());
        arguments.addAll(List.of("--rules", folder.toString()));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out()).startsWith(change.diff()).contains("the rulebook is sound");
        for (var file : change.byHand(SHIPPED).files().entrySet()) {
            assertThat(Files.readString(folder.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }
}
