package io.centerline.cli;

import java.io.IOException;

/** The standard output takes no more, because its reader has left or the disk is full. */
final class OutputFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputFailed(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the reader has left, as {@code head} does; that is nothing to complain about. */
    boolean readerLeft() {
        String message = getMessage();
        return message != null && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
    }
}
