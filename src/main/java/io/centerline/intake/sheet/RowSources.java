package io.centerline.intake.sheet;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Opens the rows of a file of whatever kind. Its content tells the kind, never its name: a workbook (XLSX), or text with
 * separated values. What is neither is refused with what it is.
 */
public final class RowSources {
    /** Bytes from which the kind is told. */
    private static final int HEAD = 1 << 12;

    private RowSources() {}

    /**
     * The rows of a file, which closing the source closes.
     *
     * @param file the file
     * @param choice which sheet of a workbook
     * @throws RowSource.Unreadable when the file has no rows
     * @throws IOException when the file cannot be read
     */
    public static RowSource open(Path file, SheetChoice choice) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            byte[] head = in.readNBytes(HEAD);
            if (isZip(head)) {
                in.close();
                return WorkbookRows.open(file, false, choice);
            }
            refuseOthers(head, in);
            return new OwnedRows(new CsvRows(joined(head, in)), in);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    /**
     * The rows of a stream, which the caller closes. A workbook goes to a temporary file, which closing the source removes.
     *
     * @param stream the content of a file
     * @param choice which sheet of a workbook
     * @throws RowSource.Unreadable when the content has no rows
     * @throws IOException when the stream cannot be read
     */
    public static RowSource open(InputStream stream, SheetChoice choice) throws IOException {
        byte[] head = stream.readNBytes(HEAD);
        if (!isZip(head)) {
            refuseOthers(head, stream);
            return new CsvRows(joined(head, stream));
        }
        // Readable by its owner only.
        Path file = Files.createTempFile("centerline-" + ProcessHandle.current().pid() + "-", ".xlsx");
        try {
            Files.copy(joined(head, stream), file, StandardCopyOption.REPLACE_EXISTING);
            return WorkbookRows.open(file, true, choice);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static InputStream joined(byte[] head, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    private static boolean isZip(byte[] head) {
        return starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6);
    }

    private static void refuseOthers(byte[] head, InputStream rest) throws IOException {
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            throw holdsEncryption(head, rest)
                    ? refused("the file is an encrypted workbook", "save it without a password")
                    : refused("the file is a workbook of Excel 97-2003 (XLS)", "save it as XLSX or as CSV UTF-8");
        }
        if (starts(head, '%', 'P', 'D', 'F', '-')) {
            throw refused("the file is a PDF", "export the report as XLSX or CSV");
        }
        if (starts(head, 0x1F, 0x8B)) {
            throw refused("the file is compressed with gzip", "unpack it first");
        }
        if (starts(head, 'P', 'A', 'R', '1')) {
            throw refused("the file is in Parquet", "export it as XLSX or CSV");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .replace("\0", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("{") || text.startsWith("[")) {
            throw refused("the file is JSON", "send it as JSON, or export rows as XLSX or CSV");
        }
        if (text.startsWith("<")) {
            boolean html = text.startsWith("<!doctype html") || text.contains("<html") || text.contains("<table");
            throw refused(
                    html ? "the file is a page in HTML" : "the file is XML",
                    html
                            ? "a page that asks to sign in may have been saved; export the report again as XLSX or CSV"
                            : "save it as XLSX or as CSV UTF-8");
        }
    }

    /** Whether a compound file has the stream in which Office keeps an encrypted document. */
    private static boolean holdsEncryption(byte[] head, InputStream rest) throws IOException {
        String wanted = "EncryptedPackage";
        byte[] name = wanted.getBytes(StandardCharsets.UTF_16LE);
        byte[] window = new byte[1 << 16];
        InputStream all = joined(head, rest);
        int kept = 0;
        int read;
        boolean found = false;
        // Reads all of it, since the stream may have a size limit, whose refusal comes first.
        while ((read = all.read(window, kept, window.length - kept)) >= 0) {
            int length = kept + read;
            found = found || contains(window, length, name);
            kept = Math.min(length, name.length - 1);
            System.arraycopy(window, length - kept, window, 0, kept);
        }
        return found;
    }

    private static boolean contains(byte[] window, int length, byte[] name) {
        for (int i = 0; i + name.length <= length; i++) {
            int same = 0;
            while (same < name.length && window[i + same] == name[same]) {
                same++;
            }
            if (same == name.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static RowSource.Unreadable refused(String message, String help) {
        return new RowSource.Unreadable(new Issue(IssueCode.FILE_KIND, "", message, help), true);
    }
}
