package io.centerline.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where the page of a list ends: a place in its order, tied to the filters of the list.
 *
 * @param major what the list is ordered by first; 0 where it is ordered by place alone
 * @param place what it is ordered by then
 */
record PageCursor(long major, long place) {
    private static final int MARK = 8;
    private static final int LENGTH = 2 * Long.BYTES + 2 * MARK;

    /** The cursor as text. */
    String text(String filters) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putLong(major).putLong(place);
        bytes.put(mark(filters.getBytes(StandardCharsets.UTF_8)));
        bytes.put(mark(Arrays.copyOf(bytes.array(), LENGTH - MARK)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The cursor of a query; null when there is none, or after reporting what is wrong with it.
     *
     * @param filters the filters of the query, as when the cursor was made
     */
    static @Nullable PageCursor read(Query query, String filters) {
        String text = query.raw("cursor");
        if (text == null) {
            return null;
        }
        byte[] bytes = decode(text);
        if (bytes.length != LENGTH
                || !Arrays.equals(
                        mark(Arrays.copyOf(bytes, LENGTH - MARK)), Arrays.copyOfRange(bytes, LENGTH - MARK, LENGTH))) {
            query.malformedCursor(text);
            return null;
        }
        if (!Arrays.equals(
                mark(filters.getBytes(StandardCharsets.UTF_8)),
                Arrays.copyOfRange(bytes, 2 * Long.BYTES, 2 * Long.BYTES + MARK))) {
            query.cursorOfAnotherQuery();
            return null;
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        return new PageCursor(read.getLong(), read.getLong());
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] mark(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), MARK);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
