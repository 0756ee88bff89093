package io.centerline.api;

import io.airlift.compress.zstd.ZstdInputStream;
import io.centerline.api.Problem.Kind;
import io.centerline.application.BusyException;
import io.centerline.text.Echo;
import io.vertx.core.http.HttpServerRequest;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** How the body of a request is compressed (RFC 9110, section 8.4). */
enum ContentCoding {
    IDENTITY,
    GZIP,
    ZSTD;

    /** The codings that bodies may have, as the header {@code Accept-Encoding} lists them. */
    static final String ACCEPTED = "gzip, zstd";

    private static final String HEADER = "Content-Encoding";

    /** The coding of a request's body; empty when the service does not take it. */
    static Optional<ContentCoding> of(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(HEADER);
        if (headers.isEmpty()) {
            return Optional.of(IDENTITY);
        }
        return switch (String.join(",", headers).strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /** The refusal of a body whose coding the service does not take. */
    static Problem refusal(HttpServerRequest request) {
        return Problem.of(
                Kind.UNSUPPORTED_MEDIA_TYPE,
                "the header `Content-Encoding` names "
                        + Echo.of(String.join(", ", request.headers().getAll(HEADER)))
                        + "; send the body as it is, or once compressed with `gzip` or `zstd`");
    }

    /**
     * A body as it was before it was compressed. Nothing is read before the first byte is asked for, and never more than that
     * needs. What is no such body ends the request.
     *
     * @param claim takes the memory that inflating needs beyond a fixed part; reading ends with a {@link BusyException} where there
     *     is none
     */
    InputStream decode(InputStream body, BodyMemory.Claim claim) {
        return switch (this) {
            case IDENTITY -> body;
            case GZIP -> new Decoded(this, body);
            case ZSTD -> new Decoded(this, new ZstdFrames(body, claim));
        };
    }

    private static final class Decoded extends FilterInputStream {
        private final ContentCoding coding;
        private final InputStream body;
        private boolean open;

        Decoded(ContentCoding coding, InputStream body) {
            super(body);
            this.coding = coding;
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return SingleByte.of(this);
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            try {
                if (!open) {
                    in = coding == GZIP ? new GzipMembers(body) : new ZstdInputStream(body);
                    open = true;
                }
                return coding == GZIP || most == 0 ? in.read(buffer, from, most) : readZstd(buffer, from, most);
            } catch (EOFException cut) {
                throw new ProblemException(
                        Problem.of(Kind.INVALID_REQUEST, Bodies.CUT + ", within its `" + name() + "` data"));
            } catch (ZipException otherBytes) {
                throw new ProblemException(otherBytes());
            } catch (BusyException | ProblemException refused) {
                throw refused;
            } catch (RuntimeException otherBytes) {
                // The zstd library throws exceptions of many kinds for malformed input.
                throw new ProblemException(otherBytes());
            }
        }

        private Problem otherBytes() {
            return Problem.of(
                    Kind.INVALID_REQUEST,
                    "the body is not `" + name() + "` data, as the header `Content-Encoding` says");
        }

        private String name() {
            return coding.name().toLowerCase(Locale.ROOT);
        }

        /** What there is, as a stream should: the library waits until the buffer is full. */
        private int readZstd(byte[] buffer, int from, int most) throws IOException {
            if (in.read(buffer, from, 1) < 0) {
                return -1;
            }
            int rest = Math.min(in.available(), most - 1);
            return rest == 0 ? 1 : 1 + in.read(buffer, from + 1, rest);
        }

        /** More than 0 only when bytes can be read without waiting, so that lines are answered as they arrive. */
        @Override
        public int available() throws IOException {
            boolean pending = open && coding == ZSTD && in.available() > 0;
            return pending ? in.available() : body.available();
        }
    }
}
