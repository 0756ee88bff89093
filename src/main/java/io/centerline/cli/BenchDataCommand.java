package io.centerline.cli;

import io.centerline.batch.data.DataFiles;
import io.centerline.batch.data.DataForm;
import io.centerline.batch.data.DataPlan;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up entry lines. */
@Command(
        name = "bench-data",
        description = {
            "Makes up entry lines of a year, as many as you like, to measure and to try out runs. No importer is real.",
            "",
            "The same options give the same bytes. Lines are written as they are made up, so that memory does not grow with"
                    + " their number."
        })
final class BenchDataCommand implements Callable<Integer> {
    private static final long LINES_OF_A_PART = 5_000_000;
    private static final int MOST_FILES = 9999;

    private final Host host;

    @Option(
            names = "--lines",
            paramLabel = "NUMBER",
            required = true,
            converter = CountConverter.class,
            description = "How many entry lines, such as 20000000, 20M or 500k.")
    private long lines;

    @Option(
            names = "--importers",
            paramLabel = "NUMBER",
            converter = CountConverter.class,
            description = "How many importers they are of; else one for 100 lines.")
    private @Nullable Long importers;

    @Option(
            names = "--out",
            paramLabel = "FILE|FOLDER",
            required = true,
            description = "A file that ends with .parquet or .csv; any other name is a folder of parts.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "parquet|csv|es003",
            description = "The form, else that of the name, else parquet. es003 is the report of ACE as CSV.")
    private @Nullable DataForm format;

    @Option(
            names = "--files",
            paramLabel = "NUMBER",
            description = "How many parts a folder has; else one for 5 million lines.")
    private @Nullable Integer files;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Another seed gives other lines; else 1.")
    private long seed = 1;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "The last day of the year; else 2026-09-30.")
    private LocalDate asOf = LocalDate.of(2026, 9, 30);

    @Option(names = "--force", description = "Replace what is there; of a folder only parts.")
    private boolean force;

    BenchDataCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        DataPlan plan = plan();
        boolean single = ending() != null;
        DataForm form = form();
        if (single && files != null && files != 1) {
            throw usage("`--out " + out + "` is one file", "name a folder, or leave out `--files`");
        }
        long usual = (plan.lines() + LINES_OF_A_PART - 1) / LINES_OF_A_PART;
        int parts = files != null ? files : (int) usual;
        if (parts < 1 || parts > MOST_FILES) {
            throw usage(
                    "`--files " + parts + "` is not between 1 and " + MOST_FILES, "leave it out for the usual number");
        }
        makeFolder();
        DataFiles writer = new DataFiles(plan, Schedule.load(), form, new LineProgress(host, plan.lines()));
        try {
            DataFiles.Written written = single ? writer.file(out, force) : writer.folder(out, parts, force);
            host.terminal().print(text(plan, form, written));
            return ExitCode.DONE;
        } catch (FileAlreadyExistsException there) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`" + out + "` is there already", "name another one, or replace it with `--force`");
        } catch (DirectoryNotEmptyException other) {
            throw new CommandRefused(
                    ExitCode.USAGE,
                    "`" + other.getMessage() + "` is no part that this command writes, so the folder is not replaced",
                    "name another folder");
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.FAILED,
                    "`" + out + "` cannot be written: " + failed.getMessage(),
                    "nothing is left of it; look at the disk, or name another place with `--out`");
        }
    }

    private DataPlan plan() {
        if (lines < 1 || lines > DataPlan.MOST_LINES) {
            throw usage(
                    "`--lines " + lines + "` is not between 1 and " + DataPlan.MOST_LINES, "give for example `20M`");
        }
        long of = importers != null ? importers : Math.min(DataPlan.MOST_IMPORTERS, Math.max(1, lines / 100));
        if (of < 1 || of > DataPlan.MOST_IMPORTERS) {
            throw usage(
                    "`--importers " + of + "` is not between 1 and " + DataPlan.MOST_IMPORTERS,
                    "give for example `200k`");
        }
        if (of > lines) {
            throw usage(
                    "`--importers " + of + "` are more than `--lines " + lines + "`",
                    "each importer has a line or more");
        }
        return new DataPlan(lines, (int) of, seed, asOf);
    }

    private @Nullable String ending() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".parquet") ? "parquet" : name.endsWith(".csv") ? "csv" : null;
    }

    private DataForm form() {
        String ending = ending();
        DataForm named = "csv".equals(ending) ? DataForm.CSV : DataForm.PARQUET;
        DataForm form = format != null ? format : named;
        if (ending != null && !form.ending().equals(ending)) {
            throw usage(
                    "`--format " + form.name().toLowerCase(Locale.ROOT) + "` does not fit `--out " + out + "`",
                    "let the name end with `." + form.ending() + "`");
        }
        return form;
    }

    private void makeFolder() {
        Path folder = out.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException failed) {
            throw usage("the folder of `--out " + out + "` cannot be made", "name another one");
        }
    }

    private static CommandRefused usage(String message, String help) {
        return new CommandRefused(ExitCode.USAGE, message, help);
    }

    private String text(DataPlan plan, DataForm form, DataFiles.Written written) {
        int count = written.files().size();
        return new Page()
                .field(
                        "Written",
                        "`" + out + "`, " + count(count, count == 1 ? "file" : "files") + " of "
                                + count(written.bytes(), "bytes"))
                .field("Lines", count(plan.lines(), "entry lines of ") + count(plan.importers(), "importers"))
                .field(
                        "Rows",
                        count(
                                written.rows(),
                                form == DataForm.PARQUET ? "rows" : "rows, and one of titles in each file"))
                .field("Days", plan.firstDay() + " to " + plan.asOf())
                .toString();
    }

    private static String count(long number, String of) {
        return String.format(Locale.ROOT, "%,d %s", number, of);
    }
}
