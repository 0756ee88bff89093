package io.centerline.intake.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that cells of a workbook refer to by number, kept as bytes so that a million take little room. Not thread-safe. */
final class SharedTexts {
    private static final int CHUNK = 1 << 18;
    /** Bytes of all texts and of their places, so that rows and texts stay within 256 MiB. */
    private static final long MOST_BYTES = 96L << 20;
    /** Places in one array; also the number of texts that are kept as such. */
    private static final int PLACES = 1 << 12;

    private static final int BITS = 19;
    private static final int MASK = (1 << BITS) - 1;

    private final List<byte[]> chunks = new ArrayList<>();
    /** Where each text is: its chunk, its first byte there, its length. */
    private final List<long[]> places = new ArrayList<>();

    private final @Nullable String[] recent = new String[PLACES];
    private final int[] recentIndex = new int[PLACES];
    private int size;
    private int used = CHUNK;
    private long bytes;

    /** Adds the next text, which has no more than {@link SheetXml#LONGEST} characters. */
    void add(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes += encoded.length + Long.BYTES;
        if (bytes > MOST_BYTES) {
            throw WorkbookFault.tooLarge("its different texts take more than 96 MiB");
        }
        if (used + encoded.length > CHUNK) {
            chunks.add(new byte[CHUNK]);
            used = 0;
        }
        if (size % PLACES == 0) {
            places.add(new long[PLACES]);
        }
        System.arraycopy(encoded, 0, chunks.get(chunks.size() - 1), used, encoded.length);
        places.get(size / PLACES)[size % PLACES] =
                ((long) (chunks.size() - 1) << (2 * BITS)) | ((long) used << BITS) | encoded.length;
        used += encoded.length;
        size++;
    }

    /** The text with a number; null when there is none. */
    @Nullable
    String find(int index) {
        if (index < 0 || index >= size) {
            return null;
        }
        int slot = index % PLACES;
        String kept = recent[slot];
        if (kept != null && recentIndex[slot] == index) {
            return kept;
        }
        long place = places.get(index / PLACES)[slot];
        String text = new String(
                chunks.get((int) (place >> (2 * BITS))),
                (int) (place >> BITS) & MASK,
                (int) place & MASK,
                StandardCharsets.UTF_8);
        recent[slot] = text;
        recentIndex[slot] = index;
        return text;
    }
}
