package io.centerline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What is said, held to what was recorded. Record anew with {@code -Dgolden.record=true} and review the difference like
 * code.
 */
public final class Golden {
    private static final boolean RECORD = Boolean.getBoolean("golden.record");

    private Golden() {}

    /** Fails unless the file holds exactly what was said; line ends of the checkout do not count. */
    public static void compare(String said, Path expected) throws IOException {
        if (RECORD) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected).replace("\r\n", "\n"));
    }

    /** The folders of cases below a folder, by name. */
    public static Stream<Path> folders(Path cases) throws IOException {
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.sorted().toList().stream();
        }
    }
}
