package io.centerline.intake.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook, which is a ZIP archive, inflated while they are read and never whole in memory. A part that
 * inflates to too much or out of proportion is refused while it is read, whatever the archive says of its size; so is one whose
 * checksum is wrong. Not thread-safe.
 */
final class ZipParts implements Closeable {
    private static final int MOST_ENTRIES = 10_000;
    /** Sheets of a million rows with 60 columns stay below it. */
    private static final long MOST_BYTES = 4L << 30;
    /** Sheets that spreadsheets write stay far below it; it counts behind the first MiB. */
    private static final int MOST_RATIO = 200;

    private static final long FREE_BYTES = 1 << 20;
    /** No text of a cell is longer, and markup and text both begin with it. */
    private static final int LONGEST_RUN = 1 << 20;

    private final ZipFile zip;
    private final List<ZipEntry> entries = new ArrayList<>();

    /**
     * Opens an archive.
     *
     * @throws RowSource.Unreadable when it is none, or has too many entries
     */
    ZipParts(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException broken) {
            throw WorkbookFault.damaged("the ZIP archive cannot be opened");
        }
        if (zip.size() > MOST_ENTRIES) {
            zip.close();
            throw WorkbookFault.tooLarge("it has more than " + MOST_ENTRIES + " parts");
        }
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            entries.add(all.nextElement());
        }
    }

    /** Whether a part is there whose name ends so. */
    boolean hasEnding(String end) {
        return entries.stream()
                .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(end));
    }

    /** Opens a part; null when it is not there. Names are compared without case, as the format asks. */
    @Nullable
    InputStream find(String name) throws IOException {
        String wanted = name.startsWith("/") ? name.substring(1) : name;
        for (ZipEntry entry : entries) {
            if (entry.getName().equalsIgnoreCase(wanted)) {
                InputStream in = zip.getInputStream(entry);
                return in == null ? null : new Part(in, entry);
            }
        }
        return null;
    }

    /** Opens a part that must be there. */
    InputStream get(String name) throws IOException {
        InputStream found = find(name);
        if (found == null) {
            throw WorkbookFault.damaged("its part `" + name + "` is missing");
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Part extends FilterInputStream {
        private final ZipEntry entry;
        private final CRC32 sum = new CRC32();
        private long inflated;
        private int run;

        Part(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int count;
            try {
                count = super.read(buffer, from, most);
            } catch (ZipException | java.io.EOFException broken) {
                throw WorkbookFault.damaged("its part `" + entry.getName() + "` cannot be inflated");
            }
            if (count < 0) {
                if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
                    throw WorkbookFault.damaged("the checksum of its part `" + entry.getName() + "` is wrong");
                }
                return count;
            }
            sum.update(buffer, from, count);
            inflated += count;
            if (inflated > MOST_BYTES) {
                throw WorkbookFault.tooLarge("its part `" + entry.getName() + "` inflates to more than 4 GiB");
            }
            if (inflated > FREE_BYTES + MOST_RATIO * Math.max(0, entry.getCompressedSize())) {
                throw WorkbookFault.tooLarge(
                        "its part `" + entry.getName() + "` inflates to more than " + MOST_RATIO + " times its size");
            }
            run = startsMarkup(buffer, from, count) ? 0 : run + count;
            if (run > LONGEST_RUN) {
                throw WorkbookFault.damaged("its part `" + entry.getName() + "` has a text or tag longer than 1 MiB");
            }
            return count;
        }

        private static boolean startsMarkup(byte[] buffer, int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (buffer[i] == '<') {
                    return true;
                }
            }
            return false;
        }
    }
}
