package io.centerline.cli;

import io.centerline.intake.Intake;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.FileReading;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RejectsFile;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes that decides the cases of a file under a rulebook. */
final class CaseOptions {
    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description =
                    "The day to decide a file of rows for; today (UTC) when absent. A JSON request names its own.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "json|csv",
            description =
                    "How FILE is written, csv for rows of any kind; otherwise its ending tells, or its first character.")
    private @Nullable InputFormat format;

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description =
                    "The rule folder, or the zip or JSON of GET /v1/rulebooks/{hash}; else CENTERLINE_RULES_DIR, else rules, else those of the program.")
    private @Nullable Path rules;

    @Mixin
    private final RowSettings rows = new RowSettings();

    /**
     * A rulebook to decide under, and the cases read.
     *
     * @param placement decides under the rulebook of {@code --rules}
     * @param cases at least one
     * @param reading how the rows of a file were read; null for a request in JSON
     * @param rejects where the rejected rows are; null when nowhere
     */
    record Opened(
            OfflinePlacement placement,
            List<Intake.Accepted> cases,
            @Nullable FileReading reading,
            @Nullable String rejects) {

        /** Tells how the rows of a file were read; beside JSON on the standard error. */
        void tell(Terminal terminal, boolean json) {
            if (reading == null) {
                return;
            }
            String text = ReadingText.of(reading, placement.rowsNotVoting(cases, reading.account()), rejects);
            if (json) {
                terminal.complain(text);
            } else {
                terminal.print(text);
            }
        }
    }

    /**
     * Refuses a file to write that is the one for rejected rows or a mapping.
     *
     * @throws CommandRefused when it is
     */
    void refuseOut(Path out) {
        rows.refuseOut(out);
        if (rules != null) {
            WrittenFile.refuseInput(out, "`--out`", rules.toString(), "name another file with `--out`");
        }
    }

    /**
     * Reads the file, opens the rulebook, and reads the cases of the file.
     *
     * @param now decides today's cases when nothing names a day
     * @throws CommandRefused when one of them cannot be done
     */
    Opened open(String file, Host host, Instant now) {
        return open(file, host, now, RejectedRows.NOBODY);
    }

    /**
     * The same.
     *
     * @param seen takes the rejected rows as well
     */
    Opened open(String file, Host host, Instant now, RejectedRows seen) {
        rows.refuseInput(file);
        Path rejects = rows.rejects();
        if (rejects != null && rules != null) {
            WrittenFile.refuseInput(rejects, "`--rejects`", rules.toString(), "name another file with `--rejects`");
        }
        try (InputFile input = InputFile.of(file, host.terminal())) {
            input.check();
            InputFormat written = format != null ? format : InputFormat.of(file, input.content());
            if (written == InputFormat.JSON && asOf != null) {
                throw new CommandRefused(
                        ExitCode.USAGE,
                        "`--as-of` is for files of rows",
                        "a JSON request says the day in its field `asOf`");
            }
            if (written == InputFormat.JSON && rows.isAnySet()) {
                throw new CommandRefused(
                        ExitCode.USAGE,
                        "`--mapping`, `--sheet`, `--strict`, `--on-conflict` and `--rejects` are for files of rows",
                        "a JSON request is read whole or not at all");
            }
            if (written == InputFormat.JSON) {
                input.checkText();
            }
            LocalDate day = asOf != null ? asOf : LocalDate.ofInstant(now, ZoneOffset.UTC);
            RowOptions options = rows.options();
            OfflinePlacement placement = OfflinePlacement.open(RuleSource.of(rules, host), host);
            return written == InputFormat.JSON
                    ? new Opened(placement, placement.readRequest(input, day), null, null)
                    : openRows(placement, file, input, options, day, seen);
        } catch (IOException failed) {
            throw InputFile.unreadable(file, failed);
        }
    }

    private Opened openRows(
            OfflinePlacement placement,
            String file,
            InputFile opened,
            RowOptions options,
            LocalDate day,
            RejectedRows seen)
            throws IOException {
        try (RowsInput input = new RowsInput(file, opened, rows.sheet())) {
            Path wanted = rows.rejects();
            Path target = wanted != null ? wanted : input.rejectsBeside();
            if (target == null || options.onlySoundRows()) {
                FileIntake.Accepted read = placement.readRows(input.subject(), input, options, day, seen);
                return opened(placement, input, read, null);
            }
            WrittenFile.refuseInput(
                    target,
                    "the file for rejected rows, `" + target + "`,",
                    file,
                    "name another file with `--rejects`");
            return openRows(placement, input, options, day, target, seen);
        }
    }

    private Opened openRows(
            OfflinePlacement placement,
            RowsInput input,
            RowOptions options,
            LocalDate day,
            Path target,
            RejectedRows seen)
            throws IOException {
        try (RejectsFile rejects = new RejectsFile(target)) {
            FileIntake.Accepted read =
                    placement.readRows(input.subject(), input, options, day, new BothRejects(rejects, seen));
            boolean kept = rows.rejects() != null || !rejects.isEmpty();
            if (kept) {
                rejects.keep();
            }
            return opened(placement, input, read, kept ? "`" + target + "`" : null);
        } catch (UncheckedIOException failed) {
            throw new CommandRefused(
                    ExitCode.FAILED,
                    "the rejected rows cannot be written to `" + target + "`: "
                            + Objects.requireNonNull(failed.getCause()).getMessage(),
                    "name another file with `--rejects`");
        }
    }

    /** What was read, which has a case at least. */
    private static Opened opened(
            OfflinePlacement placement, RowsInput input, FileIntake.Accepted read, @Nullable String rejects) {
        if (!read.cases().isEmpty()) {
            return new Opened(placement, read.cases(), read.reading(), rejects);
        }
        RowAccount account = read.reading().account();
        String rows = account.read() == 0 ? "" : "\n\n" + ReadingText.account(account);
        if (account.rejected() > 0) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    IssueText.allRejected(input.subject(), account.rejected(), account.rejects()) + rows,
                    rejects == null ? "" : "mend them in " + rejects + ", which has their reasons and remedies");
        }
        throw new CommandRefused(
                ExitCode.INPUT_REFUSED,
                input.subject()
                        + (account.sums() > 0 ? " has no rows of entry lines" : " has a header and no rows")
                        + rows,
                "add a row for each entry line");
    }
}
