package io.centerline.intake.rows;

import java.util.List;

/**
 * How a file was read.
 *
 * @param header which column was taken for what
 * @param account what became of every row
 * @param notes what a user should know, one finished sentence each
 */
public record FileReading(TableHeader header, RowAccount account, List<String> notes) {
    public FileReading {
        notes = List.copyOf(notes);
    }
}
