package io.centerline.intake.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests: written by a library as a spreadsheet program would, or part by part as nobody should. */
public final class MadeUpWorkbook {
    private static final String TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private MadeUpWorkbook(String relationships) {
        parts.put("[Content_Types].xml", TYPES);
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + relationships
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + relationships
                        + "\"><workbookPr/><sheets><sheet name=\"Main Report\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + relationships
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\""
                        + relationships
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\""
                        + relationships
                        + "/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    /** A workbook whose one sheet has these rows in its XML. */
    public static MadeUpWorkbook ofRows(String rows) {
        return new MadeUpWorkbook(OFFICE).with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    /** The same in the strict form of the format. */
    public static MadeUpWorkbook strict(String rows) {
        return new MadeUpWorkbook(STRICT).with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** The workbook with another part, or another text of a part. */
    public MadeUpWorkbook with(String part, String text) {
        parts.put(part, text);
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A workbook with one sheet: a text, number or day in each cell, nothing where it is null. */
    public static byte[] of(String name, List<? extends List<?>> rows) {
        Map<String, List<? extends List<?>>> sheets = new LinkedHashMap<>();
        sheets.put(name, rows);
        return of(sheets);
    }

    /** A workbook with several sheets. */
    public static byte[] of(Map<String, List<? extends List<?>>> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "tests", "1.0")) {
            sheets.forEach((name, rows) -> write(workbook.newWorksheet(name), rows));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, List<? extends List<?>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Object cell = rows.get(row).get(column);
                if (cell instanceof String text) {
                    sheet.value(row, column, text);
                } else if (cell instanceof BigDecimal number) {
                    sheet.value(row, column, number);
                } else if (cell instanceof Integer number) {
                    sheet.value(row, column, number);
                } else if (cell instanceof Boolean truth) {
                    sheet.value(row, column, truth);
                } else if (cell instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("mm/dd/yyyy").set();
                }
            }
        }
    }
}
