package io.centerline.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * The outside world as commands see it.
 *
 * @param terminal the streams
 * @param clock the only clock commands ask
 * @param version the program's version as receipts name it
 * @param settings the value of a setting such as {@code centerline.rules.dir}; empty when it is not set
 */
public record Host(Terminal terminal, Clock clock, String version, Function<String, Optional<String>> settings) {

    /** The version of a program that runs from classes rather than from its package. */
    private static final String UNPACKAGED = "unpackaged";

    private static final Path SETTINGS = Path.of("config", "application.properties");

    /** The process: settings come from where the service takes them, though without expressions and profiles. */
    public static Host ofProcess() {
        String version = Host.class.getPackage().getImplementationVersion();
        return new Host(Terminal.ofProcess(), Clock.systemUTC(), version == null ? UNPACKAGED : version, Host::setting);
    }

    /** Where the rules lie when the command does not say: the setting {@code centerline.rules.dir}, else {@code rules}. */
    Path rulesFolder() {
        return Path.of(settings.apply("centerline.rules.dir").orElse("rules"));
    }

    /** A system property, an environment variable or a line of {@code config/application.properties}, in this order. */
    private static Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .or(() -> line(SETTINGS, name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> line(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CommandRefused(
                    ExitCode.USAGE, "the settings `" + file + "` cannot be read: " + unreadable.getMessage(), "");
        }
        return Optional.ofNullable(lines.getProperty(name));
    }
}
