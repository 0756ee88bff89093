package io.centerline.cli;

import io.centerline.intake.rows.OnConflict;
import io.centerline.intake.rows.RowOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands take that read the rows of a file. */
final class RowSettings {
    @Mixin
    private final ColumnSettings columns = new ColumnSettings();

    @Option(
            names = "--strict",
            description =
                    "Refuse the file for any row with a fault and any unknown column; otherwise they are reported.")
    private boolean strict;

    @Option(
            names = "--on-conflict",
            paramLabel = "first|last|newest",
            description = "Which of two versions of an entry line to take; otherwise neither is.")
    private @Nullable OnConflict onConflict;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where to write rejected rows with their reasons; else beside FILE, where there are any.")
    private @Nullable Path rejects;

    /** The name of the sheet of a workbook; empty when the user does not say. */
    String sheet() {
        return columns.sheet();
    }

    /**
     * How rows are read.
     *
     * @throws CommandRefused when the mapping cannot be read
     */
    RowOptions options() {
        return new RowOptions(columns.mapping(), strict, strict, onConflict == null ? OnConflict.REPORT : onConflict);
    }

    /**
     * Refuses to write rejected rows over a file that is read.
     *
     * @throws CommandRefused when {@code --rejects} names such a file
     */
    void refuseInput(String file) {
        if (rejects != null) {
            String help = "name another file with `--rejects`";
            WrittenFile.refuseInput(rejects, "`--rejects`", file, help);
            columns.refuseMapping(rejects, "`--rejects`", help);
        }
    }

    /**
     * Refuses to write other things to the file of rejected rows, or over the mapping.
     *
     * @throws CommandRefused when it is one of them
     */
    void refuseOut(Path out) {
        String help = "name another file with `--out`";
        columns.refuseMapping(out, "`--out`", help);
        if (rejects != null && (WrittenFile.isWrittenWith(out, rejects) || WrittenFile.isWrittenWith(rejects, out))) {
            throw new CommandRefused(ExitCode.USAGE, "`--out` and `--rejects` name the same file", help);
        }
    }

    /** Whether any of the options was given, none of which is for JSON. */
    boolean isAnySet() {
        return columns.isAnySet() || strict || onConflict != null || rejects != null;
    }

    /** Where the user wants rejected rows; null when nothing is said. */
    @Nullable
    Path rejects() {
        return rejects;
    }
}
