package io.centerline.api;

import io.centerline.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a list ended, as callers carry it to the next one: the place of its last row in the order of the list, in one
 * number or more, and a mark of the filters.
 *
 * <p>It is opaque, not secret: whoever makes one by hand gets a page of the same list that starts elsewhere, and nothing
 * more. It holds no text that could reach the database.
 */
public final class PageCursor {
    private static final int MARK = 8;
    private static final int CHECK = 4;

    private PageCursor() {}

    /** What a text is as a cursor of a list. */
    sealed interface Reading {

        /**
         * It is one.
         *
         * @param place of the row before the page, as long as it was asked for
         */
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Behind(long[] place) implements Reading {}

        /** It is one, but of a list with other filters. */
        record OfAnotherQuery() implements Reading {}

        /** No page ever ended with it. */
        record NoCursor() implements Reading {}
    }

    /**
     * The cursor behind a row.
     *
     * @param filters the filters of the list, in one text for each different choice
     * @param place of the row
     */
    public static String after(String filters, long... place) {
        ByteBuffer bytes = ByteBuffer.allocate(length(place.length));
        for (long number : place) {
            bytes.putLong(number);
        }
        bytes.put(mark(filters));
        bytes.put(check(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Reads a text as a cursor.
     *
     * @param filters the filters of the list that is asked for
     * @param numbers how many numbers a place has in its order
     */
    public static Reading read(String text, String filters, int numbers) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new Reading.NoCursor();
        }
        int places = numbers * Long.BYTES;
        if (bytes.length != length(numbers)
                || !Arrays.equals(check(bytes), Arrays.copyOfRange(bytes, places + MARK, bytes.length))) {
            return new Reading.NoCursor();
        }
        if (!Arrays.equals(mark(filters), Arrays.copyOfRange(bytes, places, places + MARK))) {
            return new Reading.OfAnotherQuery();
        }
        long[] place = new long[numbers];
        ByteBuffer.wrap(bytes).asLongBuffer().get(place);
        return new Reading.Behind(place);
    }

    /**
     * The place that the parameter {@code cursor} of a query holds; empty when there is none, or after reporting what is wrong
     * with it.
     */
    public static Optional<long[]> read(Query query, String filters, int numbers) {
        String text = query.raw("cursor");
        if (text == null) {
            return Optional.empty();
        }
        Reading reading = read(text, filters, numbers);
        if (reading instanceof Reading.Behind behind) {
            return Optional.of(behind.place());
        }
        if (reading instanceof Reading.OfAnotherQuery) {
            query.cursorOfAnotherQuery();
        } else {
            query.malformedCursor(text);
        }
        return Optional.empty();
    }

    private static int length(int numbers) {
        return numbers * Long.BYTES + MARK + CHECK;
    }

    private static byte[] mark(String filters) {
        return Arrays.copyOf(Sha256.of(filters.getBytes(StandardCharsets.UTF_8)), MARK);
    }

    /** Over all that comes before it. */
    private static byte[] check(byte[] bytes) {
        return Arrays.copyOf(Sha256.of(Arrays.copyOf(bytes, bytes.length - CHECK)), CHECK);
    }
}
