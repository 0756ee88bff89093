package io.centerline.rulebook;

/**
 * How much a rule folder or an upload may hold. Counted before anything is parsed.
 *
 * @param files the most rule files and tests together
 * @param fileBytes the longest file, in bytes
 * @param totalBytes all files together, in bytes; an uploaded archive itself may not be longer either
 * @param ratio how many times its packed size an entry of an archive may unpack to; not asked below 64 KiB
 */
public record SourceLimits(int files, int fileBytes, int totalBytes, int ratio) {

    /** 1,000 files, 1 MiB each, 16 MiB together, 200 times the packed size. */
    public static final SourceLimits DEFAULT = new SourceLimits(1_000, 1 << 20, 16 << 20, 200);

    public SourceLimits {
        if (files < 1 || fileBytes < 1 || totalBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
