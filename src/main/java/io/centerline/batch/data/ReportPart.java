package io.centerline.batch.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The report ES-003 of ACE as CSV, in its default order: one row for each number of a line, additional numbers first and with no
 * value. Stateless.
 */
final class ReportPart implements PartFile {
    private static final int TOLD_EVERY = 1 << 13;
    private static final byte[] NOTHING = "0.00".getBytes(ISO_8859_1);
    private static final byte[] PIECES = "NO".getBytes(ISO_8859_1);
    private static final byte[][] ORDINALS = {{'1'}, {'2'}, {'3'}};
    private static final List<String> TITLES = List.of(
            "Entry Summary Number",
            "Entry Type Code",
            "Importer Number",
            "Port of Entry Code",
            "Entry Date",
            "Entry Summary Date",
            "Initial Entry Summary Create Date",
            "Entry Summary Line Number",
            "Review Team Number",
            "Country of Origin Code",
            "Country of Export Code",
            "Manufacturer ID",
            "Foreign Exporter ID",
            "Line SPI Code",
            "Standard Visa Number",
            "Textile Category Code",
            "Textile Category",
            "Tariff Ordinal Number",
            "HTS Number - Full",
            "Line Tariff Quantity (1)",
            "Line Tariff UOM (1) Code",
            "Line Tariff Quantity (2)",
            "Line Tariff UOM (2) Code",
            "Line Tariff Quantity (3)",
            "Line Tariff UOM (3) Code",
            "Line Tariff Goods Value Amount",
            "Line Tariff Duty Amount");
    private static final byte[][] PORTS = texts("2704", "4601", "2709", "1703", "5301", "3901", "2304", "0901");
    private static final byte[][] COUNTRIES = texts("CN", "MX", "CA", "VN", "DE", "JP", "TW", "IN");

    @Override
    public long write(MadeUp madeUp, LineStream lines, Path file, IntConsumer progress) throws IOException {
        LineCells cells = new LineCells(madeUp, "MM/dd/uuuu");
        long rows = 0;
        int told = 0;
        try (CellWriter out = new CellWriter(file)) {
            out.titles(TITLES);
            while (lines.next()) {
                MadeUpLine line = lines.line();
                for (int i = 0; i < line.count; i++) {
                    row(out, cells, line, i);
                    rows++;
                }
                if (++told == TOLD_EVERY) {
                    progress.accept(told);
                    told = 0;
                }
            }
        }
        progress.accept(told);
        return rows;
    }

    private static void row(CellWriter out, LineCells cells, MadeUpLine line, int which) throws IOException {
        boolean goods = which == line.count - 1;
        out.cell(line.entryNumber);
        out.cell(LineCells.entryType(line));
        out.cell(line.importerNumber);
        out.cell(PORTS[line.importer % PORTS.length]);
        out.cell(cells.day(line, 0));
        out.cell(cells.day(line, 10));
        out.cell(cells.day(line, 0));
        out.cell(LineCells.lineNumber(line));
        out.blank();
        byte[] country = COUNTRIES[line.numbers[0] % COUNTRIES.length];
        out.cell(country);
        out.cell(country);
        for (int i = 0; i < 6; i++) {
            out.blank();
        }
        out.cell(ORDINALS[which]);
        out.cell(plain(cells.number(line, which)));
        out.cell(goods ? cells.quantity(line) : NOTHING);
        out.cell(PIECES);
        for (int i = 0; i < 4; i++) {
            out.blank();
        }
        out.dollars(goods ? cells.value(line) : NOTHING);
        out.dollars(NOTHING);
        out.endRow();
    }

    /** A number without its dots, unless it is a power of ten. */
    private static byte[] plain(byte[] number) {
        byte[] plain = new byte[number.length];
        int length = 0;
        for (byte c : number) {
            if (c == '+') {
                return number;
            }
            if (c != '.') {
                plain[length++] = c;
            }
        }
        return Arrays.copyOf(plain, length);
    }

    private static byte[][] texts(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(ISO_8859_1)).toArray(byte[][]::new);
    }
}
