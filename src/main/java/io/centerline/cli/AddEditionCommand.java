package io.centerline.cli;

import io.centerline.intake.editions.EditionFile;
import io.centerline.tariff.AddedEdition;
import io.centerline.tariff.Schedule;
import io.centerline.tariff.ScheduleFileException;
import io.centerline.tariff.ScheduleFolder;
import io.centerline.text.Echo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an edition of the schedule to the folder of editions. */
@Command(
        name = "add",
        description = {
            "Adds an edition of the schedule, from an export of the whole HTSUS as USITC publishes it (CSV or JSON).",
            "",
            "Its numbers and units are kept in the folder CENTERLINE_SCHEDULES_DIR, else schedules. Commands read it from"
                    + " then on, a service when it starts. On a day applies the edition that began last, of those that have"
                    + " not ended."
        })
final class AddEditionCommand implements Callable<Integer> {
    /** The first day of the HTSUS. */
    private static final LocalDate FIRST = LocalDate.of(1989, 1, 1);

    private final Host host;

    @Parameters(paramLabel = "FILE", description = "The export.")
    private String file = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "What receipts and answers call the edition, for example hts-2014-basic.")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "DAY",
            required = true,
            converter = DayConverter.class,
            description = "The first day on which it applies.")
    private LocalDate from = FIRST;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "The last day; without it the edition applies until one begins that is loaded too.")
    private @Nullable LocalDate until;

    AddEditionCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        check();
        ScheduleFolder folder = host.schedules();
        AddedEdition edition = new AddedEdition(read(), from, until);
        try {
            boolean isNew = folder.add(edition);
            host.terminal().print(text(edition, isNew, folder));
            return ExitCode.DONE;
        } catch (ScheduleFolder.EditionRefused refused) {
            throw new CommandRefused(ExitCode.INPUT_REFUSED, String.valueOf(refused.getMessage()), refused.help());
        } catch (IllegalStateException | UncheckedIOException damaged) {
            throw new CommandRefused(ExitCode.RULES_REFUSED, String.valueOf(damaged.getMessage()), "");
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.FAILED,
                    "`" + folder.file(name) + "` cannot be written: " + failed.getMessage(),
                    "look at the folder of the setting `centerline.schedules.dir`");
        }
    }

    private void check() {
        if (!ScheduleFolder.isName(name)) {
            throw new CommandRefused(
                    ExitCode.USAGE,
                    Echo.of(name) + " is no name of an edition",
                    "use at most 40 small letters, digits, dots and dashes, for example `hts-2014-basic`");
        }
        if (from.isBefore(FIRST)) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`--from` " + from + " is before the HTSUS began, on " + FIRST, "");
        }
        if (until != null && until.isBefore(from)) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`--until` " + until + " is before `--from` " + from, "exchange the two days");
        }
    }

    private Schedule read() {
        // Says what is wrong with the name of the file as all commands do.
        try (InputFile input = InputFile.of(file, host.terminal())) {
            if (!file.equals("-")) {
                return EditionFile.read(Path.of(file), name);
            }
            Path copy = Files.createTempFile("centerline-", ".export");
            try {
                Files.write(copy, input.readAll());
                return EditionFile.read(copy, name);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (ScheduleFileException faulty) {
            throw new CommandRefused(ExitCode.INPUT_REFUSED, String.valueOf(faulty.getMessage()), "");
        } catch (IOException failed) {
            throw InputFile.unreadable(file, failed);
        }
    }

    private static String text(AddedEdition edition, boolean isNew, ScheduleFolder folder) {
        Schedule all = folder.schedule();
        Page page = new Page()
                .field("Edition", edition.name() + (isNew ? ", added" : ", is there already; nothing changed"))
                .field("Numbers", EditionText.numbers(edition.schedule()))
                .field("Applies", EditionText.days(edition, all))
                .field("File", "`" + folder.file(edition.name()) + "`")
                .field("Schedule", "receipts name all editions together `" + all.edition() + "`");
        return page.toString();
    }
}
