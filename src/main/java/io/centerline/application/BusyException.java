package io.centerline.application;

/** Ends a request that asks for more work than the service does at once. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int retryAfter;

    /**
     * A request that has to wait.
     *
     * @param message what the service is busy with
     * @param retryAfter when it is worth asking again, in seconds
     */
    public BusyException(String message, int retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    public int retryAfter() {
        return retryAfter;
    }
}
