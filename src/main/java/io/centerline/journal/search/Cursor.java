package io.centerline.journal.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where a page ended, as callers carry it to the next one: the index of its last decision and a mark of the query.
 *
 * <p>It is opaque, not secret: whoever makes one by hand gets a page of the same query that starts elsewhere, and nothing
 * more. It holds no text that could reach the database.
 */
public final class Cursor {
    private static final int MARK = 8;
    private static final int CHECK = 4;
    private static final int LENGTH = Long.BYTES + MARK + CHECK;

    private Cursor() {}

    /** What a text is as a cursor of a query. */
    public sealed interface Reading {

        /**
         * It is one.
         *
         * @param before the page holds decisions with smaller indices
         */
        record Before(long before) implements Reading {}

        /** It is one, but of another query. */
        record OfAnotherQuery() implements Reading {}

        /** No page ever ended with it. */
        record NoCursor() implements Reading {}
    }

    /** The cursor behind the decision with an index. */
    public static String after(long index, Filter filter) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(index)
                .put(digest(filter.text().getBytes(StandardCharsets.UTF_8)), 0, MARK);
        bytes.put(check(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads a text as a cursor of a query. */
    public static Reading read(String text, Filter filter) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new Reading.NoCursor();
        }
        if (bytes.length != LENGTH || !Arrays.equals(check(bytes), Arrays.copyOfRange(bytes, LENGTH - CHECK, LENGTH))) {
            return new Reading.NoCursor();
        }
        return Arrays.equals(mark(filter), Arrays.copyOfRange(bytes, Long.BYTES, Long.BYTES + MARK))
                ? new Reading.Before(ByteBuffer.wrap(bytes).getLong())
                : new Reading.OfAnotherQuery();
    }

    private static byte[] mark(Filter filter) {
        return Arrays.copyOf(digest(filter.text().getBytes(StandardCharsets.UTF_8)), MARK);
    }

    private static byte[] check(byte[] bytes) {
        return Arrays.copyOf(digest(Arrays.copyOf(bytes, Long.BYTES + MARK)), CHECK);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
