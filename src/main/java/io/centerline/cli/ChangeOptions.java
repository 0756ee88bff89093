package io.centerline.cli;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that changes rules from a day on is told. */
final class ChangeOptions {
    @Option(
            names = "--from",
            required = true,
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "The first day of the change; the rules that it replaces end the day before.")
    private @Nullable LocalDate from;

    @Mixin
    private ChangedFolder folder = new ChangedFolder();

    LocalDate from() {
        return Objects.requireNonNull(from);
    }

    ChangedFolder folder() {
        return folder;
    }
}
