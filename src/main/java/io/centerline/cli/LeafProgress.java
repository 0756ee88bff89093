package io.centerline.cli;

import io.centerline.log.LogVerifier;

/** Says on the standard error how far a long verification is, every few seconds. */
final class LeafProgress implements LogVerifier.Progress {
    private static final long PAUSE_MILLIS = 5_000;
    private static final long MEGABYTE = 1_000_000;

    private final Host host;
    private long said;

    LeafProgress(Host host) {
        this.host = host;
        this.said = host.clock().millis();
    }

    @Override
    public void passed(long leaves, long bytes) {
        long now = host.clock().millis();
        if (now - said >= PAUSE_MILLIS) {
            said = now;
            host.terminal()
                    .complain("read so far: " + leaves + (leaves == 1 ? " leaf, " : " leaves, ") + bytes / MEGABYTE
                            + " MB\n");
        }
    }
}
