package io.centerline.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * A compressed body of any length that may inflate only in proportion to what was sent. Without a limit, a few
 * megabytes of blank lines would keep a thread busy for hours. Not thread-safe.
 */
final class Proportion extends FilterInputStream {
    /** The largest ratio of inflated to sent bytes, beyond the first {@link #FREE} inflated bytes. */
    static final int MOST = 200;
    /** Up to this many inflated bytes any ratio passes, since short bodies of similar lines compress very well. */
    static final long FREE = 1 << 20;

    private final Sent sent;
    private long inflated;

    /** What ends a body that inflates too far. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;

        Exceeded() {
            super("the body inflates to more than " + MOST
                    + " times its compressed bytes; send it uncompressed, or its lines in several requests");
        }
    }

    private Proportion(Sent sent, InputStream inflated) {
        super(inflated);
        this.sent = sent;
    }

    /** A body as it was sent, inflated. */
    static InputStream of(InputStream stream, UnaryOperator<InputStream> decode) {
        Sent sent = new Sent(stream);
        return new Proportion(sent, decode.apply(sent));
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        int read = in.read(buffer, from, most);
        inflated += Math.max(read, 0);
        if (inflated > FREE && inflated / MOST > sent.bytes) {
            throw new Exceeded();
        }
        return read;
    }

    private static final class Sent extends FilterInputStream {
        private long bytes;

        Sent(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read = in.read(buffer, from, most);
            bytes += Math.max(read, 0);
            return read;
        }
    }
}
