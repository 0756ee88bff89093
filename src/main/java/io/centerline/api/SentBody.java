package io.centerline.api;

import io.vertx.core.http.HttpServerRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body as it is sent, which knows what has arrived. The framework says of a body of announced length that all of it is there
 * while it waits for the next part.
 */
final class SentBody extends FilterInputStream {
    private final int announced;

    SentBody(HttpServerRequest request, InputStream stream) {
        super(stream);
        this.announced = announced(request.getHeader("Content-Length"));
    }

    private static int announced(@Nullable String length) {
        try {
            return length == null ? -1 : Integer.parseInt(length);
        } catch (NumberFormatException longerThanAny) {
            return -1;
        }
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        return in.read(buffer, from, most);
    }

    /** How many bytes can be read without waiting; 0 also when just the whole body is there. */
    @Override
    public int available() throws IOException {
        int available = in.available();
        return available == announced ? 0 : available;
    }
}
