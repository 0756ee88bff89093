package io.centerline.api;

import java.io.IOException;
import java.io.InputStream;

/** Reads one byte of a stream whose work is done where it reads many. */
final class SingleByte {
    private SingleByte() {}

    /** The next byte, from 0 to 255; -1 at the end. */
    static int of(InputStream stream) throws IOException {
        byte[] one = new byte[1];
        return stream.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
