package io.centerline.tariff;

import io.centerline.text.VisibleText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one HTSUS export: every row is checked, every fault kept, nothing is used unless all is well. */
final class DescriptionsFile {

    private static final List<String> HEADER = List.of(
            "HTS Number",
            "Indent",
            "Description",
            "Unit of Quantity",
            "General Rate of Duty",
            "Special Rate of Duty",
            "Column 2 Rate of Duty",
            "Quota Quantity",
            "Additional Duties");

    private static final Pattern NUMBER = Pattern.compile("\\d{4}(\\.\\d{2}){0,3}");
    private static final Pattern INDENT = Pattern.compile("\\d{1,2}");
    private static final Pattern MARKUP = Pattern.compile("</?(?:i|b|u|em|strong|sub|sup|il)>|<br ?/?>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** What the decoder puts in for bytes that are not UTF-8. */
    private static final char DAMAGED = '\uFFFD';

    private final Path csv;
    private final List<ScheduleFault> faults = new ArrayList<>();
    private final List<Descriptions.Row> rows = new ArrayList<>();
    private final Map<String, Integer> rowByDigits = new HashMap<>();
    private final Map<String, Integer> lineByDigits = new HashMap<>();
    /** Per indent the row that stands there; -1 where a deeper row left a gap. */
    private final List<Integer> above = new ArrayList<>();

    private String numberBefore = "";

    DescriptionsFile(Path csv) {
        this.csv = csv;
    }

    Descriptions read() throws IOException, ScheduleFileException {
        try (CSVParser parser = CSVFormat.RFC4180.parse(text())) {
            readRows(parser);
        }
        if (!faults.isEmpty()) {
            throw new ScheduleFileException(csv.toString(), faults);
        }
        return new Descriptions(rows, rowByDigits);
    }

    /** The file as characters; bytes that are not UTF-8 become {@link #DAMAGED}, so that their line can be named. */
    private Reader text() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(csv),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private void readRows(CSVParser parser) throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        int line = 1;
        try {
            if (!records.hasNext()) {
                fault(1, "the file is empty", "load the full export of the HTSUS as CSV");
                return;
            }
            if (!readHeader(records.next())) {
                return;
            }
            line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord row = records.next();
                if (!isEmptyLine(row)) {
                    readRow(row, line);
                }
                // A row may span lines: the parser stands on its last, a fault is looked for from its first.
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e.getCause();
            }
            fault(
                    line,
                    "the row cannot be split into columns",
                    "put text with commas, quotes or line breaks in quotes, double the quotes inside it, and close them;"
                            + " the rows after it were not read");
            return;
        }
        if (rowByDigits.isEmpty() && faults.isEmpty()) {
            fault(1, "the file has no row with a number", "load the full export of the HTSUS as CSV");
        }
    }

    private static boolean isEmptyLine(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private boolean readHeader(CSVRecord header) {
        List<String> found = header.toList().stream().map(String::strip).toList();
        if (found.equals(HEADER)) {
            return true;
        }
        String joined = String.join(",", found);
        if (joined.indexOf(DAMAGED) >= 0 || joined.indexOf('\0') >= 0) {
            fault(1, "the file is not UTF-8", "save the export as CSV in UTF-8");
            return false;
        }
        int column = 0;
        while (column < Math.min(found.size(), HEADER.size())
                && found.get(column).equals(HEADER.get(column))) {
            column++;
        }
        String problem = column == found.size()
                ? "column " + (column + 1) + " of the header is missing, expected `" + HEADER.get(column) + "`"
                : "column " + (column + 1) + " of the header is " + VisibleText.of(found.get(column)) + ", expected "
                        + (column < HEADER.size() ? "`" + HEADER.get(column) + "`" : "no more than nine columns");
        fault(1, problem, "keep the header of the export: " + String.join(", ", HEADER));
        return false;
    }

    private void readRow(CSVRecord row, int line) {
        if (row.size() != HEADER.size()) {
            fault(
                    line,
                    "the row has " + row.size() + (row.size() == 1 ? " column" : " columns") + ", expected 9",
                    "check its commas and quotes");
            return;
        }
        if (row.stream().anyMatch(field -> field.indexOf(DAMAGED) >= 0)) {
            fault(line, "the row is not UTF-8", "save the export as CSV in UTF-8");
        }
        String number = row.get(0).strip();
        String text = plain(row.get(2));
        if (text.isEmpty()) {
            fault(line, "the description is empty", "take the row from the export again");
        }
        boolean numbered = checkNumber(number, line);
        int parent = checkIndent(row.get(1).strip(), numbered ? number : "", line);
        int position = rows.size();
        above.set(above.size() - 1, position);
        rows.add(new Descriptions.Row(text, parent));
        numberBefore = numbered ? number : "";
        if (numbered) {
            rowByDigits.put(number.replace(".", ""), position);
        }
    }

    /** Whether the row has a number that can be used; grouping rows have none. */
    private boolean checkNumber(String number, int line) {
        if (number.isEmpty()) {
            return false;
        }
        if (!NUMBER.matcher(number).matches()) {
            fault(
                    line,
                    "HTS number " + VisibleText.of(number) + " is not 4, 6, 8 or 10 digits in dotted groups",
                    "write it as the export does, for example `8471.30.01.00`");
            return false;
        }
        Integer first = lineByDigits.putIfAbsent(number, line);
        if (first != null) {
            fault(line, "HTS number `" + number + "` stands on line " + first + " already", "remove one of the rows");
            return false;
        }
        return true;
    }

    /**
     * The position of the row that this one is indented under, -1 for none; afterwards {@link #above} ends with the place
     * for this row.
     *
     * <p>A row is at most one deeper than the row before. The real export departs from this in one way: statistical
     * suffixes directly under their own rate line are sometimes two deeper ({@code 3821.00.00.10}). Shallower is always
     * fine, even where it surprises: {@code 9802.00.91.00} has indent 0.
     */
    private int checkIndent(String written, String number, int line) {
        int before = above.size() - 1;
        int indent = before + 1;
        if (!INDENT.matcher(written).matches()) {
            fault(
                    line,
                    "indent " + VisibleText.of(written) + " is not a whole number",
                    "take the row from the export again");
        } else if (Integer.parseInt(written) > before + 1 && !isUnderNumberBefore(number)) {
            String help = before < 0
                    ? "the first row has indent 0; a row above it may be missing"
                    : "at most one deeper than the row before, which has " + before + "; a row between may be missing";
            fault(line, "indent " + written + " is too deep", help);
        } else {
            indent = Integer.parseInt(written);
        }
        while (above.size() > indent) {
            above.remove(above.size() - 1);
        }
        int parent = -1;
        for (int i = above.size() - 1; parent < 0 && i >= 0; i--) {
            parent = above.get(i);
        }
        while (above.size() <= indent) {
            above.add(-1);
        }
        return parent;
    }

    private boolean isUnderNumberBefore(String number) {
        return !numberBefore.isEmpty() && number.startsWith(numberBefore + ".");
    }

    /** The text in one line, without markup and without the colon that announces the rows below it. */
    private static String plain(String description) {
        String text = BLANKS.matcher(MARKUP.matcher(description).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return text.endsWith(":") ? text.substring(0, text.length() - 1).stripTrailing() : text;
    }

    private void fault(int line, String message, String help) {
        faults.add(new ScheduleFault(line, message, help));
    }
}
