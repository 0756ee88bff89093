package io.centerline.cli;

import io.centerline.tariff.ScheduleFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
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

    /**
     * The process.
     *
     * @param settings the value of a setting, from where the service takes it
     */
    public static Host ofProcess(Function<String, Optional<String>> settings) {
        String version = Host.class.getPackage().getImplementationVersion();
        return new Host(Terminal.ofProcess(), Clock.systemUTC(), version == null ? UNPACKAGED : version, settings);
    }

    /**
     * Where the rules lie when the command does not say: the setting {@code centerline.rules.dir}, else {@code rules}.
     *
     * @throws CommandRefused when the settings cannot be read
     */
    Path rulesFolder() {
        return findRulesFolder().orElse(Path.of("rules"));
    }

    /**
     * The setting {@code centerline.rules.dir}.
     *
     * @throws CommandRefused when the settings cannot be read
     */
    Optional<Path> findRulesFolder() {
        try {
            return findSetting("centerline.rules.dir").map(Path::of);
        } catch (InvalidPathException none) {
            throw new CommandRefused(ExitCode.USAGE, "the settings cannot be read: " + none.getMessage(), "");
        }
    }

    /**
     * The folder of the editions that were added to the schedule: the setting {@code centerline.schedules.dir}, else {@code
     * schedules}.
     *
     * @throws CommandRefused when the settings cannot be read
     */
    ScheduleFolder schedules() {
        try {
            return new ScheduleFolder(
                    Path.of(findSetting("centerline.schedules.dir").orElse("schedules")));
        } catch (InvalidPathException none) {
            throw new CommandRefused(ExitCode.USAGE, "the settings cannot be read: " + none.getMessage(), "");
        }
    }

    /**
     * Where the service of this machine is when the command does not say: on the port of the settings.
     *
     * @throws CommandRefused when the settings cannot be read
     */
    String serviceAddress() {
        return "http://127.0.0.1:" + findSetting("quarkus.http.port").orElse("8080");
    }

    private Optional<String> findSetting(String name) {
        try {
            return settings.apply(name);
        } catch (IllegalArgumentException | NoSuchElementException unreadable) {
            throw new CommandRefused(ExitCode.USAGE, "the settings cannot be read: " + unreadable.getMessage(), "");
        }
    }
}
