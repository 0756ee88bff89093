package io.centerline.intake.sheet;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of separated values as spreadsheets write it. Its encoding ({@link TextReader}) and what separates its
 * columns ({@link Separator}) are found from its content. {@code ="605"} and a leading apostrophe, with which spreadsheets
 * keep digits as they are, are taken off. A row is numbered by the line it starts on. Only one row at a time is in memory.
 *
 * <p>A row whose quotation marks cannot be read is a fault of that row, and rows go on in the next line. A quotation mark
 * that nothing closes makes the rest unreadable. A file that is no text has that one issue, wherever the fault lies. The
 * caller closes the stream.
 */
public final class CsvRows implements RowSource {
    /** Characters from which the separator is found. */
    private static final int HEAD = 1 << 15;
    /** The most characters of a row: an unclosed quotation mark takes all lines behind it into its cell. */
    private static final int LONGEST_ROW = 1 << 22;
    /** As many as a sheet of a workbook has. */
    private static final int MOST_COLUMNS = 16_384;

    /** The most characters that are kept before those of rows that were read are dropped. */
    private static final int KEPT = 1 << 16;

    private static final BitSet NO_NUMBERS = new BitSet(0);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final InputStream file;
    private final TextReader text;
    private @Nullable HeadedReader characters;
    private @Nullable CSVParser csv;
    private @Nullable Iterator<CSVRecord> records;
    private @Nullable Separator separator;
    private boolean wrapped;

    /** The rows of a file. */
    public CsvRows(InputStream file) {
        this.file = file;
        text = new TextReader(file);
    }

    @Override
    public String place(long row) {
        return "line " + row;
    }

    @Override
    public String place(long row, int column, String title) {
        return title.isEmpty()
                ? place(row) + ", column " + (column + 1)
                : place(row) + ", column \"" + Echo.token(title) + "\"";
    }

    @Override
    public boolean writesEmptyCells() {
        return true;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (text.switched() > 0) {
            notes.add("line " + text.switched() + " is not UTF-8; the file is read as windows-1252");
        } else if (!text.charset().equals(StandardCharsets.UTF_8)) {
            notes.add("the file is read as " + text.charset().name());
        }
        if (separator != null && !separator.note().isEmpty()) {
            notes.add(separator.note());
        }
        if (wrapped) {
            notes.add("cells are read without the `=\"…\"` or apostrophe around their text");
        }
        return notes;
    }

    @Override
    public @Nullable EntryRow next() throws IOException {
        Iterator<CSVRecord> begun = begin();
        CSVParser parser = Objects.requireNonNull(csv);
        long line = parser.getCurrentLineNumber() + 1;
        Objects.requireNonNull(characters).beginRow(line);
        try {
            return begun.hasNext() ? row(line, begun.next().values()) : null;
        } catch (UncheckedIOException failed) {
            return unbalanced(line, failed);
        }
    }

    @Override
    public void checkRest() throws IOException {
        try {
            text.transferTo(Writer.nullWriter());
        } catch (IOException failed) {
            throw told(failed);
        }
    }

    private Iterator<CSVRecord> begin() throws IOException {
        Iterator<CSVRecord> begun = records;
        if (begun == null) {
            char[] head = new char[HEAD];
            int length = readHead(head);
            Separator found = Separator.find(new String(head, 0, length));
            separator = found;
            HeadedReader headed = new HeadedReader(head, length, text);
            characters = headed;
            CSVParser parser = CSVParser.builder()
                    .setReader(headed)
                    .setFormat(FORMAT.builder().setDelimiter(found.character()).get())
                    .get();
            csv = parser;
            begun = parser.iterator();
            records = begun;
            if (found.told()) {
                begun.next();
            }
        }
        return begun;
    }

    private int readHead(char[] head) throws IOException {
        int length = 0;
        try {
            int read;
            while (length < head.length && (read = text.read(head, length, head.length - length)) >= 0) {
                length += read;
            }
        } catch (IOException failed) {
            throw told(failed);
        }
        return length;
    }

    private EntryRow row(long line, String[] cells) throws IOException {
        if (cells.length > MOST_COLUMNS) {
            throw tooWide(line, cells.length);
        }
        List<String> written = List.of(cells);
        boolean bare = true;
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                cells[i] = bare(cells[i]);
                bare &= cells[i].equals(written.get(i));
            }
        }
        return new EntryRow(line, bare ? written : List.of(cells), NO_NUMBERS, List.of(), written);
    }

    /** A cell without what a spreadsheet puts around digits so that they stay as they are. */
    private String bare(String cell) {
        char first = cell.charAt(0);
        if (first == '=' && cell.length() > 2 && cell.charAt(1) == '"' && cell.endsWith("\"")) {
            wrapped = true;
            return cell.substring(2, cell.length() - 1).replace("\"\"", "\"");
        }
        if (first == '\'' && cell.length() > 1 && "0123456789=+-@\t\r".indexOf(cell.charAt(1)) >= 0) {
            wrapped = true;
            return cell.substring(1);
        }
        return cell;
    }

    /** The row that could not be split, behind whose line rows go on. */
    private EntryRow unbalanced(long line, UncheckedIOException failed) throws IOException {
        IOException cause = Objects.requireNonNull(failed.getCause());
        if (cause instanceof LongRow) {
            throw unclosed(line);
        }
        if (!(cause instanceof CSVException)) {
            throw told(cause);
        }
        // A fault at the end of the file: a quotation mark that nothing closes.
        if (Objects.toString(cause.getMessage(), "").contains("EOF")) {
            throw unclosed(line);
        }
        CSVParser parser = Objects.requireNonNull(csv);
        Iterator<CSVRecord> rest = Objects.requireNonNull(records);
        boolean read = false;
        while (!read) {
            try {
                if (rest.hasNext()) {
                    rest.next();
                }
                read = true;
            } catch (UncheckedIOException again) {
                IOException other = Objects.requireNonNull(again.getCause());
                if (other instanceof LongRow) {
                    throw unclosed(line);
                }
                if (!(other instanceof CSVException)) {
                    throw told(other);
                }
                if (Objects.toString(other.getMessage(), "").contains("EOF")) {
                    throw unclosed(line);
                }
            }
        }
        long last = parser.getCurrentLineNumber();
        String text = Objects.requireNonNull(characters).lines(line, last);
        String lines = last > line ? "; it goes on to line " + last : "";
        return new EntryRow(
                line,
                List.of(),
                NO_NUMBERS,
                List.of(new CellFault(
                        CellFault.WHOLE_ROW,
                        "the row cannot be split into columns" + lines,
                        "a quotation mark is probably unbalanced")),
                List.of(text));
    }

    private Unreadable tooWide(long line, int columns) throws IOException {
        checkRest();
        return new Unreadable(
                new Issue(
                        IssueCode.FILE_ROW_MALFORMED,
                        place(line),
                        String.format(
                                Locale.ROOT,
                                "%s has %,d columns, at most %,d are read",
                                place(line),
                                columns,
                                MOST_COLUMNS),
                        "look whether the file has lines, and what separates its columns"),
                true);
    }

    private Unreadable unclosed(long line) throws IOException {
        checkRest();
        return new Unreadable(
                new Issue(
                        IssueCode.FILE_ROW_MALFORMED,
                        place(line),
                        place(line) + ": a quotation mark opens and is not closed",
                        "close it, or double a quotation mark that belongs to the text"),
                false);
    }

    private IOException told(IOException failed) throws IOException {
        if (!(failed instanceof TextReader.NotText)) {
            return failed;
        }
        // Reads the rest, since the stream may have a size limit, whose refusal comes before this issue.
        file.transferTo(OutputStream.nullOutputStream());
        return new Unreadable(
                new Issue(
                        IssueCode.FILE_ENCODING, "", Objects.toString(failed.getMessage(), ""), "save it as CSV UTF-8"),
                true);
    }

    /** A row is longer than any that is read. */
    private static final class LongRow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Characters that were read ahead, and then the rest. */
    private static final class HeadedReader extends Reader {
        private final char[] head;
        private final int length;
        private final Reader rest;
        /** What was read, from the start of a line on. */
        private final StringBuilder kept = new StringBuilder();
        /** The number of that line. */
        private long keptFrom = 1;

        private int position;
        private int sinceRow;

        HeadedReader(char[] head, int length, Reader rest) {
            this.head = head;
            this.length = length;
            this.rest = rest;
        }

        @Override
        public int read(char[] buffer, int from, int most) throws IOException {
            if (sinceRow > LONGEST_ROW) {
                throw new LongRow();
            }
            if (position == length) {
                int count = rest.read(buffer, from, most);
                if (count > 0) {
                    sinceRow += count;
                    kept.append(buffer, from, count);
                }
                return count;
            }
            int count = Math.min(most, length - position);
            System.arraycopy(head, position, buffer, from, count);
            kept.append(buffer, from, count);
            position += count;
            return count;
        }

        /** A row begins on a line; nobody asks for the lines before it any more. */
        void beginRow(long line) {
            sinceRow = 0;
            if (kept.length() > KEPT) {
                kept.delete(0, start(line));
                keptFrom = line;
            }
        }

        /** The text of lines that were read, the first of which is not before the row. */
        String lines(long first, long last) {
            return kept.substring(start(first), start(last + 1)).stripTrailing();
        }

        /** Where a line begins in what is kept; its end where it does not go so far. */
        private int start(long line) {
            long at = keptFrom;
            int i = 0;
            while (at < line && i < kept.length()) {
                char c = kept.charAt(i++);
                if (c == '\n' || c == '\r') {
                    at++;
                    i += c == '\r' && i < kept.length() && kept.charAt(i) == '\n' ? 1 : 0;
                }
            }
            return i;
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
