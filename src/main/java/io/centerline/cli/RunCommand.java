package io.centerline.cli;

import io.centerline.batch.run.FileRun;
import io.centerline.batch.run.RunProgress;
import io.centerline.batch.run.RunRefused;
import io.centerline.batch.run.RunRequest;
import io.centerline.batch.run.RunSummary;
import io.centerline.intake.rows.OnConflict;
import io.centerline.intake.rows.RowOptions;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Origin;
import io.centerline.tariff.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides files of any size. */
@Command(
        name = "run",
        description = {
            "Places every importer of files of any size, and writes the decisions, the rejected rows and a summary into a folder. "
                    + "Needs no server, and records nothing without --record.",
            "",
            "FILE is a CSV, Parquet or NDJSON file of entry lines, a folder of them, or a glob in quotation marks. CSV and NDJSON may "
                    + "be compressed with gzip or zstd. All files have columns that mean the same; `columns FILE` shows what is understood.",
            "",
            "A run that was interrupted goes on where it stopped when the same command is given again. Equal inputs, rules and options "
                    + "give equal files, byte for byte, whatever the number of threads.",
            "",
            "What a service has on file is asked with --record alone; else every importer counts as never placed."
        },
        footerHeading = "%nThe folder has afterwards:%n",
        footer = {
            "  manifest.json   the inputs by their SHA-256, the rulebook, the schedule and the options",
            "  decisions.*     one row for each importer number, in the order of the numbers",
            "  rejects.csv     the rows with faults, each with its reason and remedy",
            "  summary.json    what the command prints, for programs; summary.txt has the same for people",
            "  movers.csv      with --compare: who is placed elsewhere"
        })
final class RunCommand implements Callable<Integer> {
    private static final long GIGABYTE = 1_000_000_000L;
    private static final int LEAST_MEMORY = 500;

    private final Host host;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to decide.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Where to write the results; the folder is made.")
    private Path out = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description =
                    "The day to decide for; today (UTC) when absent. Entry lines of the twelve months before it count.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description =
                    "The rule folder, or the zip or JSON of GET /v1/rulebooks/{hash}; else CENTERLINE_RULES_DIR, else rules, else those of the program.")
    private @Nullable Path rules;

    @Mixin
    private final ColumnSettings columns = new ColumnSettings();

    @Option(
            names = "--on-conflict",
            paramLabel = "first|last|newest",
            description = "Which of two versions of an entry line to take; otherwise neither is.")
    private @Nullable OnConflict onConflict;

    @Option(
            names = "--format",
            paramLabel = "parquet|ndjson|csv",
            description =
                    "How to write the decisions: parquet has columns and the document, ndjson the documents, csv the columns. Default: parquet.")
    private RunRequest.Format format = RunRequest.Format.PARQUET;

    @Option(
            names = "--explain",
            paramLabel = "full|summary",
            description = "How much the documents explain. Default: summary.")
    private Explain explain = Explain.SUMMARY;

    @Option(
            names = "--compare",
            paramLabel = "RUN|RULES",
            description =
                    "Tell who is placed elsewhere: than in the folder of another run, or than under another rule folder, which decides the same rows as well.")
    private @Nullable Path compare;

    @Option(
            names = "--record",
            description =
                    "Also have the decisions recorded by a running service whose rules are the same, completed by what it has on file. Given again, it records nothing twice.")
    private boolean record;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads work. Default: one for each processor.")
    private @Nullable Integer threads;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "The most memory to take before data goes to the disk, beside that of the JVM, such as 4GB or 800MB. Default: 2GB.")
    private String memory = "2GB";

    @Option(
            names = "--restart",
            description = "Begin anew where the folder has an interrupted run or the results of another one.")
    private boolean restart;

    RunCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try {
            FileRun.check(files);
            return decide();
        } catch (RunRefused refused) {
            throw new CommandRefused(
                    switch (refused.whose()) {
                        case USAGE -> ExitCode.USAGE;
                        case INPUT -> ExitCode.INPUT_REFUSED;
                        case MACHINE -> ExitCode.FAILED;
                    },
                    String.valueOf(refused.getMessage()),
                    refused.help());
        }
    }

    private int decide() {
        Schedule schedule = OfflinePlacement.schedule(host);
        Rulebook rulebook = RuleSource.of(rules, host).rulebook(Origin.NEW);
        LocalDate day = asOf != null ? asOf : LocalDate.ofInstant(host.clock().instant(), ZoneOffset.UTC);
        if (day.isBefore(rulebook.firstCoveredDay())) {
            throw new CommandRefused(
                    ExitCode.USAGE,
                    "`--as-of " + day + "` is before the first day that the rules cover, " + rulebook.firstCoveredDay(),
                    "name that day or a later one");
        }
        if (service.isNamed() && !record) {
            throw new CommandRefused(ExitCode.USAGE, "`--from` is for `--record`", "leave it out, or add `--record`");
        }
        RunProgress progress = RunTicker.of(host);
        RunSummary summary = new FileRun(
                        new RunRequest(
                                files,
                                out,
                                day,
                                new RowOptions(
                                        columns.mapping(),
                                        false,
                                        false,
                                        onConflict == null ? OnConflict.REPORT : onConflict),
                                rulebook,
                                schedule,
                                host.version(),
                                explain,
                                format,
                                threads(),
                                memory(),
                                restart,
                                before(),
                                record ? ServiceRecorder.of(service.address(host), rulebook) : null),
                        progress)
                .run();
        host.terminal().print(summary.text());
        return ExitCode.DONE;
    }

    private RunRequest.@Nullable Before before() {
        Path with = compare;
        if (with == null) {
            return null;
        }
        boolean run = Files.exists(with.resolve("manifest.json"));
        return run
                ? new RunRequest.Before.OtherRun(with)
                : new RunRequest.Before.OtherRules(
                        OfflinePlacement.rulebook(
                                with,
                                "name the folder of a finished run, or a rule folder, with --compare",
                                Origin.NEW),
                        with.toString());
    }

    private int threads() {
        Integer wanted = threads;
        if (wanted == null) {
            return Math.max(1, Runtime.getRuntime().availableProcessors());
        }
        if (wanted < 1 || wanted > 256) {
            throw new CommandRefused(ExitCode.USAGE, "`--threads " + wanted + "` is not 1 to 256", "");
        }
        return wanted;
    }

    private long memory() {
        if (!memory.matches("(?i)[0-9]{1,6} ?[MG]B?")) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`--memory " + memory + "` is no size", "write for example `4GB` or `800MB`");
        }
        long number = Long.parseLong(memory.replaceAll("[^0-9]", ""));
        long bytes = memory.toUpperCase(Locale.ROOT).contains("G") ? number * GIGABYTE : number * 1_000_000;
        if (bytes < LEAST_MEMORY * 1_000_000L) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`--memory " + memory + "` is less than a run needs", "give at least `500MB`");
        }
        return bytes;
    }
}
