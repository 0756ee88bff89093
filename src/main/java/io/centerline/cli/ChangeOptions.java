package io.centerline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that changes rules is told: which folder, from which day, and whether to write. */
final class ChangeOptions {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule folder; else CENTERLINE_RULES_DIR, else rules.")
    private @Nullable Path folder;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "The first day of the change; the rules that it replaces end the day before.")
    private @Nullable LocalDate from;

    @Option(names = "--dry-run", description = "Print what would be written, and write nothing.")
    private boolean dryRun;

    @Mixin
    private ComparedRules compared = new ComparedRules();

    RuleSource.Folder rules(Host host) {
        return new RuleSource.Folder(folder != null ? folder : host.rulesFolder(), "");
    }

    LocalDate from() {
        return Objects.requireNonNull(from);
    }

    boolean dryRun() {
        return dryRun;
    }

    ComparedRules compared() {
        return compared;
    }
}
