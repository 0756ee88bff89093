package io.centerline.cli;

import io.centerline.application.FileWords;
import io.centerline.cli.Page.Column;
import io.centerline.facts.Issue;
import io.centerline.intake.rows.FileColumns;
import io.centerline.intake.rows.MappingRefused;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.centerline.text.Echo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is understood of the columns of a file, and writes it as a mapping. */
@Command(
        name = "columns",
        description = {
            "Shows which column of a file of entry lines is taken for what, which are not read and what is missing.",
            "",
            "Columns are found by their titles. Where a title is not known or could mean several things, a mapping says what "
                    + "the column holds; --write makes one to be edited."
        })
final class ColumnsCommand implements Callable<Integer> {
    private static final List<Column> TABLE = List.of(
            Column.words("Field", 12), Column.words("", 4), Column.words("Column", 36), Column.words("Example", 36));

    private final Host host;

    @Parameters(paramLabel = "FILE", description = "A CSV or XLSX of entry lines; - reads the standard input.")
    private String file = "";

    @Option(names = "--write", paramLabel = "FILE", description = "Write the mapping to this new file.")
    private @Nullable Path write;

    @Mixin
    private final ColumnSettings settings = new ColumnSettings();

    ColumnsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        FileColumns columns = read();
        Path target = write;
        if (target != null) {
            write(target, columns.mapping());
        }
        host.terminal().print(text(columns, target));
        return columns.issues().isEmpty() ? ExitCode.DONE : ExitCode.INPUT_REFUSED;
    }

    private FileColumns read() {
        Schedule schedule = OfflinePlacement.schedule(host);
        RowIntake intake = new RowIntake(new HtsReader(schedule), schedule, LocalDate.MIN, OfflinePlacement.LIMITS);
        try (InputFile input = InputFile.of(file, host.terminal());
                RowsInput opened = new RowsInput(file, input, settings.sheet());
                RowSource source = opened.open()) {
            return intake.columns(source, settings.mapping());
        } catch (RowSource.Unreadable unreadable) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, IssueText.all(InputFile.subject(file), List.of(unreadable.issue())), "");
        } catch (MappingRefused misfit) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, InputFile.subject(file) + ": " + misfit.getMessage(), misfit.help());
        } catch (IOException failed) {
            throw InputFile.unreadable(file, failed);
        }
    }

    private static void write(Path target, String mapping) {
        try {
            Files.writeString(target, mapping, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new CommandRefused(
                    ExitCode.FAILED, "there is a file `" + target + "` already", "name a new file with `--write`");
        } catch (IOException failed) {
            throw new CommandRefused(ExitCode.FAILED, "`" + target + "` cannot be written: " + failed.getMessage(), "");
        }
    }

    private static String text(FileColumns columns, @Nullable Path written) {
        Page page = new Page();
        List<List<String>> table = new ArrayList<>();
        for (FileColumns.Read read : columns.read()) {
            table.add(List.of(
                    read.field().key(),
                    FileWords.letters(read.index()),
                    read.title().isEmpty() ? "(no title)" : Echo.token(read.title()),
                    read.example()));
        }
        page.table(TABLE, table).blank();
        FileWords.ignored(columns.ignored()).ifPresent(text -> page.field("Not read", text));
        if (columns.read().stream().anyMatch(read -> read.field() == RowField.VERSION)) {
            page.field("Version", "read with `--on-conflict newest` only");
        }
        columns.missing().forEach(field -> page.field("Missing", field.key() + ": " + FileWords.consequence(field)));
        if (columns.read().stream().anyMatch(read -> read.field() == RowField.DATE)) {
            page.field("Days", FileWords.days(columns.days()));
        }
        if (columns.titleRows() > 0) {
            page.field(
                    "Header",
                    "below " + columns.titleRows() + " other" + (columns.titleRows() == 1 ? " row" : " rows"));
        }
        columns.notes().forEach(note -> page.field("Note", note));
        for (Issue issue : columns.issues()) {
            page.field("Issue", FileWords.text(issue));
        }
        if (written != null) {
            page.field("Mapping", "`" + written + "`; use it with `--mapping`");
        }
        return page.toString();
    }
}
