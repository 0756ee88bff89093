package io.centerline.intake;

/**
 * How much one request may hold.
 *
 * @param lines the most entry lines, at least 1
 * @param bytes the longest body in bytes; whoever reads the body from the wire enforces it
 */
public record IntakeLimits(int lines, int bytes) {

    /** 200,000 lines and 16 MiB. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(200_000, 16 * 1024 * 1024);

    public IntakeLimits {
        if (lines < 1 || bytes < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
