package io.centerline.cli;

import io.centerline.intake.rows.FileMapping;
import io.centerline.intake.rows.MappingFile;
import io.centerline.intake.rows.MappingRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands take that look at the columns of a file. */
final class ColumnSettings {
    private static final long MOST_BYTES = 1 << 20;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Which column holds what, where titles do not tell; columns --write makes one.")
    private @Nullable Path mapping;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "The sheet of a workbook; else the one with such titles.")
    private String sheet = "";

    /** The name of the sheet of a workbook; empty when the user does not say. */
    String sheet() {
        return sheet;
    }

    /**
     * What the user says of the columns.
     *
     * @throws CommandRefused when the mapping cannot be read
     */
    FileMapping mapping() {
        return mapping == null ? FileMapping.NONE : read(mapping);
    }

    /**
     * Refuses to write over the mapping.
     *
     * @throws CommandRefused when {@code written} is the mapping
     */
    void refuseMapping(Path written, String subject, String help) {
        if (mapping != null) {
            WrittenFile.refuseInput(written, subject, mapping.toString(), help);
        }
    }

    /** Whether any of the options was given. */
    boolean isAnySet() {
        return mapping != null || !sheet.isEmpty();
    }

    private static FileMapping read(Path file) {
        String subject = "the mapping `" + file + "`";
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(subject + " is longer than 1 MiB", "");
            }
            return MappingFile.read(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw refused(
                    "there is no file `" + file + "`", "`centerline columns FILE --write " + file + "` makes one");
        } catch (IOException failed) {
            throw refused(subject + " cannot be read: " + failed.getMessage(), "");
        } catch (MappingRefused malformed) {
            throw refused(subject + ": " + malformed.getMessage(), malformed.help());
        }
    }

    private static CommandRefused refused(String message, String help) {
        return new CommandRefused(ExitCode.INPUT_REFUSED, message, help);
    }
}
