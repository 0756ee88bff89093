package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.application.BusyException;
import io.centerline.intake.IntakeLimits;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes bodies from the wire, up to the limit. */
@Singleton
public final class Bodies {
    /** How much of a body that is too large is passed over before the connection is closed, in bytes. */
    static final long MOST_HEARD = 64L << 20;

    static final String CUT = "the body ended before its end";

    private final IntakeLimits limits;
    private final ApiRoutes routes;

    Bodies(IntakeLimits limits, ApiRoutes routes) {
        this.limits = limits;
        this.routes = routes;
    }

    /**
     * The whole body, inflated where it is compressed; refused before more than the limit is in memory, and unless its media type
     * is said.
     */
    public byte[] read(HttpServerRequest request, InputStream stream) {
        try {
            return take(request, stream, InputStream::readAllBytes);
        } catch (IOException gone) {
            throw new ProblemException(Kind.INVALID_REQUEST, CUT);
        }
    }

    /**
     * What is made of a body while it comes.
     *
     * @param <T> its type
     */
    @FunctionalInterface
    public interface Taker<T> {
        /** Reads a body to its end. */
        T take(InputStream body) throws IOException;
    }

    /**
     * Reads a body as it comes, inflated where it is compressed. It is refused past the limit, when it ends before its end, and
     * when the memory for bodies is full, as {@link #read} would refuse it.
     *
     * @throws IOException what the taker throws
     */
    public <T> T take(HttpServerRequest request, InputStream stream, Taker<T> taker) throws IOException {
        BodyMemory.Claim claim = BodyMemory.Claim.current();
        try {
            return taker.take(new Limited(stream, coding(request).decode(stream, claim), claim));
        } catch (BusyException full) {
            // The body is dropped, so its memory is free for others while the rest is skipped.
            claim.release();
            passOver(stream);
            throw full;
        }
    }

    private static void passOver(InputStream stream) {
        try {
            hearOut(stream);
        } catch (IOException gone) {
            throw new ProblemException(Kind.INVALID_REQUEST, CUT);
        }
    }

    /**
     * A body of any length, inflated where it is compressed; refused unless its media type is said. Reading it ends with {@link
     * Proportion.Exceeded} where it inflates out of proportion.
     */
    public InputStream endless(HttpServerRequest request, InputStream stream) {
        ContentCoding coding = coding(request);
        BodyMemory.Claim claim = BodyMemory.Claim.current();
        InputStream body = new SentBody(request, stream);
        return coding == ContentCoding.IDENTITY ? body : Proportion.of(body, sent -> coding.decode(sent, claim));
    }

    private ContentCoding coding(HttpServerRequest request) {
        if (request.getHeader("Content-Type") == null) {
            throw new ProblemException(otherType(request));
        }
        return ContentCoding.of(request).orElseThrow(() -> new ProblemException(ContentCoding.refusal(request)));
    }

    /** The refusal of a body in a media type that the address does not take. */
    Problem otherType(HttpServerRequest request) {
        ApiRoutes.Operation operation = routes.operation(request.method().name(), request.path());
        return Problem.of(
                Kind.UNSUPPORTED_MEDIA_TYPE,
                operation == null || operation.consumes().isEmpty()
                        ? "the address takes no body in this media type"
                        : operation.contentTypes());
    }

    private final class Limited extends FilterInputStream {
        private final InputStream sent;
        private final BodyMemory.Claim claim;
        private long taken;

        /** Of a body as it was sent, and inflated. */
        Limited(InputStream sent, InputStream inflated, BodyMemory.Claim claim) {
            super(inflated);
            this.sent = sent;
            this.claim = claim;
        }

        @Override
        public int read() throws IOException {
            return SingleByte.of(this);
        }

        @Override
        public int read(byte[] buffer, int from, int most) {
            try {
                int read = in.read(buffer, from, most);
                taken += Math.max(read, 0);
                if (taken > limits.bytes()) {
                    hearOut(sent);
                    throw new ProblemException(tooLarge());
                }
                if (!claim.grow(Math.max(read, 0))) {
                    throw BodyMemory.full();
                }
                return read;
            } catch (IOException gone) {
                throw new ProblemException(Kind.INVALID_REQUEST, CUT);
            }
        }
    }

    /** Most callers listen only once they have said everything; without end they are cut off. */
    private static void hearOut(InputStream stream) throws IOException {
        byte[] ignored = new byte[8_192];
        long heard = 0;
        for (int read = 0; read >= 0 && heard <= MOST_HEARD; read = stream.read(ignored)) {
            heard += read;
        }
    }

    /** Whether a body that announces its length is too long. */
    boolean isTooLong(long announced) {
        return announced > limits.bytes();
    }

    Problem tooLarge() {
        return Problem.of(
                Kind.TOO_LARGE,
                "the body is larger than " + limits.bytes()
                        + " bytes; send several requests, or add alike entry lines up and give their number as `count`");
    }
}
