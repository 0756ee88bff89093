package io.centerline.intake.sheet;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import io.centerline.text.Utf8Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a comma-separated file (RFC 4180) in UTF-8, with or without a byte order mark. A row is numbered by the line it
 * starts on. Only one row at a time is in memory. A file that is not UTF-8 has that one issue, wherever the fault lies. The
 * caller closes the stream.
 */
public final class CsvRows implements RowSource {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final InputStream file;
    private final Utf8Reader text;
    private final CSVParser csv;
    private final Iterator<CSVRecord> records;

    /**
     * The rows of a file.
     *
     * @throws IOException when it cannot be read
     */
    public CsvRows(InputStream file) throws IOException {
        this.file = file;
        text = new Utf8Reader(file);
        csv = CSVParser.builder().setReader(text).setFormat(FORMAT).get();
        records = csv.iterator();
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
    public @Nullable EntryRow next() throws IOException {
        long line = csv.getCurrentLineNumber() + 1;
        try {
            return records.hasNext()
                    ? new EntryRow(line, Arrays.asList(records.next().values()))
                    : null;
        } catch (UncheckedIOException failed) {
            IOException cause = Objects.requireNonNull(failed.getCause());
            if (cause instanceof CSVException) {
                checkRest();
                throw malformed(line);
            }
            throw told(cause);
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

    private static Unreadable malformed(long line) {
        return new Unreadable(
                new Issue(
                        IssueCode.FILE_ROW_MALFORMED,
                        "line " + line,
                        "line " + line + ": the row cannot be split into columns",
                        "a quotation mark is probably unbalanced"),
                false);
    }

    private IOException told(IOException failed) throws IOException {
        if (!(failed instanceof Utf8Reader.NotUtf8 fault)) {
            return failed;
        }
        // Reads the rest, since the stream may have a size limit, whose refusal comes before this issue.
        file.transferTo(OutputStream.nullOutputStream());
        return new Unreadable(
                new Issue(
                        IssueCode.FILE_ENCODING,
                        "",
                        "the file is not UTF-8 at " + fault.position(),
                        "save it as CSV UTF-8"),
                true);
    }
}
