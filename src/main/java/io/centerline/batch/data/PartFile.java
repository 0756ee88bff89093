package io.centerline.batch.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Writes a part of the made up lines to a file of one form. */
interface PartFile {

    /**
     * Writes a file and gives how many rows it has.
     *
     * @param progress is told how many lines were added, now and then
     */
    long write(MadeUp madeUp, LineStream lines, Path file, IntConsumer progress) throws IOException;
}
