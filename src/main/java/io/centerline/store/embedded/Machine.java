package io.centerline.store.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What this machine is, in the words the archive names use. */
final class Machine {

    private static final String OS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    static final boolean WINDOWS = OS.startsWith("windows");
    static final boolean LINUX = OS.startsWith("linux");
    static final boolean ALPINE = LINUX && Files.exists(Path.of("/etc/alpine-release"));
    static final String SYSTEM = WINDOWS ? "windows" : LINUX ? "linux" : "darwin";
    static final String ARCHITECTURE = architecture(System.getProperty("os.arch", ""));

    private Machine() {}

    private static String architecture(String arch) {
        return switch (arch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch.toLowerCase(Locale.ROOT);
        };
    }
}
