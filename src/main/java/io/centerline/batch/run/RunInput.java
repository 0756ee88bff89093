package io.centerline.batch.run;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of a run.
 *
 * @param path where it is
 * @param name how messages and results name it
 * @param format how it is written
 * @param packing how it is compressed
 */
record RunInput(Path path, String name, Format format, Packing packing) {

    /** How a file is written. */
    enum Format {
        CSV,
        PARQUET,
        NDJSON
    }

    /** How a file is compressed. */
    enum Packing {
        NONE,
        GZIP,
        ZSTD
    }

    /** A file, as its ending tells; null when its ending tells nothing. */
    static @Nullable RunInput of(Path path, String name) {
        String ending = name.toLowerCase(Locale.ROOT);
        Packing packing = Packing.NONE;
        if (ending.endsWith(".gz")) {
            packing = Packing.GZIP;
            ending = ending.substring(0, ending.length() - 3);
        } else if (ending.endsWith(".zst")) {
            packing = Packing.ZSTD;
            ending = ending.substring(0, ending.length() - 4);
        }
        Format format = ending.endsWith(".parquet") || ending.endsWith(".pq")
                ? Format.PARQUET
                : ending.endsWith(".ndjson") || ending.endsWith(".jsonl")
                        ? Format.NDJSON
                        : ending.endsWith(".csv") || ending.endsWith(".tsv") || ending.endsWith(".txt")
                                ? Format.CSV
                                : null;
        return format == null ? null : new RunInput(path, name, format, packing);
    }
}
