package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code cli/cases} is one command line and all it says. Record anew with {@code -Dgolden.record=true}
 * and review the difference.
 */
class GoldenCommandsTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cli", "cases");

    static Stream<Path> folders() throws IOException {
        return Golden.folders(CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void run_command_saysWhatIsRecorded(Path folder) throws IOException {
        String here = folder.toString().replace('\\', '/');
        String command = Files.readString(folder.resolve("command")).strip().replace("{case}", here);
        Run run = Run.of(command.split(" "));
        assertThat(run.out().lines().filter(line -> !line.startsWith("{")))
                .allSatisfy(line ->
                        assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH).doesNotContainPattern("\\p{Cntrl}"));
        Golden.compare(run.said(), folder.resolve("expected.txt"));
    }
}
