package io.centerline.cli;

import io.centerline.intake.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes that decides the cases of a file under a rulebook. */
final class CaseOptions {
    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "The day to decide a CSV for; today (UTC) when absent. A JSON request names its own.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "json|csv",
            description = "How FILE is written; otherwise its ending tells, or its first character.")
    private @Nullable InputFormat format;

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description =
                    "The rule folder, or the zip or JSON of GET /v1/rulebooks/{hash}; else CENTERLINE_RULES_DIR, else rules, else those of the program.")
    private @Nullable Path rules;

    /**
     * A rulebook to decide under, and the cases read.
     *
     * @param placement decides under the rulebook of {@code --rules}
     * @param cases at least one
     */
    record Opened(OfflinePlacement placement, List<Intake.Accepted> cases) {}

    /**
     * Reads the file, opens the rulebook, and reads the cases of the file.
     *
     * @param now decides today's cases when nothing names a day
     * @throws CommandRefused when one of them cannot be done
     */
    Opened open(String file, Host host, Instant now) {
        try (InputFile input = InputFile.of(file, host.terminal())) {
            input.check();
            InputFormat written = format != null ? format : InputFormat.of(file, input.content());
            if (written == InputFormat.JSON && asOf != null) {
                throw new CommandRefused(
                        ExitCode.USAGE, "`--as-of` is for CSV", "a JSON request says the day in its field `asOf`");
            }
            LocalDate day = asOf != null ? asOf : LocalDate.ofInstant(now, ZoneOffset.UTC);
            OfflinePlacement placement = OfflinePlacement.open(RuleSource.of(rules, host), host.version());
            return new Opened(placement, placement.read(input, written, day));
        } catch (IOException failed) {
            throw InputFile.unreadable(file, failed);
        }
    }
}
