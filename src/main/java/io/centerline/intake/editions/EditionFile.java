package io.centerline.intake.editions;

import io.centerline.tariff.Schedule;
import io.centerline.tariff.ScheduleFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads an export of the whole HTSUS as USITC publishes it, CSV or JSON. Its content tells which, never its name. Of a row it
 * takes the number and the units; texts and rates are left alone.
 */
public final class EditionFile {
    private static final int HEAD = 1 << 10;

    private EditionFile() {}

    /**
     * The numbers of an export.
     *
     * @param file the export
     * @param edition the name the edition gets
     * @throws ScheduleFileException with every fault of the file, each with its line
     * @throws IOException when the file cannot be read at all
     */
    public static Schedule read(Path file, String edition) throws IOException, ScheduleFileException {
        ListedNumbers numbers = new ListedNumbers();
        if (isJson(file)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                new JsonExport(numbers).read(in);
            }
        } else {
            new CsvExport(numbers).read(file);
        }
        numbers.end();
        if (!numbers.faults().isEmpty()) {
            throw new ScheduleFileException(file.toString(), numbers.faults());
        }
        return Schedule.listed(edition, numbers.units());
    }

    /** Whether the first thing of a text, in whatever encoding, is a bracket. */
    private static boolean isJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte each : in.readNBytes(HEAD)) {
                // Byte order marks have no ASCII in them, and blanks may have zeros around them.
                if (each > ' ') {
                    return each == '[' || each == '{';
                }
            }
            return false;
        }
    }
}
