package io.centerline.intake.rows;

import io.centerline.intake.sheet.RowSource;
import java.io.IOException;

/** Opens the same rows from the start, as often as asked. */
@FunctionalInterface
public interface RowFile {

    /**
     * The rows from the start; whoever asks closes them.
     *
     * @throws IOException when they cannot be read
     */
    RowSource open() throws IOException;
}
