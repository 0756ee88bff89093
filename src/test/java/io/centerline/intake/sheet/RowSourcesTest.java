package io.centerline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSourcesTest {
    private static final SheetChoice ANY =
            new SheetChoice("", row -> row.cells().contains("HTS"));
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    @TempDir
    private Path folder;

    private static RowSource open(byte[] content) throws IOException {
        return RowSources.open(new ByteArrayInputStream(content), ANY);
    }

    private static byte[] zip(String entry, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void open_whatHoldsNoRows_isRefusedWithWhatItIs() {
        Map<String, String> messages = Map.ofEntries(
                Map.entry("<!DOCTYPE html><title>Sign in</title>", "the file is a page in HTML"),
                Map.entry("\n <table><tr><td>HTS", "the file is a page in HTML"),
                Map.entry("<?xml version=\"1.0\"?><Workbook/>", "the file is XML"),
                Map.entry("{\"lines\": []}", "the file is JSON"),
                Map.entry("\u00EF\u00BB\u00BF[{}]", "the file is JSON"),
                Map.entry("%PDF-1.7", "the file is a PDF"),
                Map.entry("\u001F\u008B\u0008", "the file is compressed with gzip"),
                Map.entry("PAR1", "the file is in Parquet"),
                Map.entry(OLE + "W\0o\0r\0k\0b\0o\0o\0k\0", "the file is a workbook of Excel 97-2003 (XLS)"),
                Map.entry(
                        OLE + "\0".repeat(65_530) + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                        "the file is an encrypted workbook"));

        messages.forEach(
                (content, message) -> assertThatThrownBy(() -> open(content.getBytes(StandardCharsets.ISO_8859_1)))
                        .isInstanceOf(RowSource.Unreadable.class)
                        .hasMessage(message));
    }

    @Test
    void open_archiveThatIsNoWorkbook_isRefusedWithWhatItIs() throws IOException {
        Map<byte[], String> messages = Map.of(
                zip("lines.csv", "IOR,HTS\n"), "the file is a ZIP archive and no workbook",
                zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "the file is an OpenDocument file",
                zip("xl/workbook.bin", ""), "the file is a binary workbook (XLSB)",
                MadeUpWorkbook.ofRows("").with("xl/vbaProject.bin", "x").bytes(), "the workbook holds macros",
                "PK\3\4 and then nothing".getBytes(StandardCharsets.UTF_8),
                        "the workbook is damaged: the ZIP archive cannot be opened");

        messages.forEach((content, message) -> assertThatThrownBy(() -> open(content))
                .isInstanceOf(RowSource.Unreadable.class)
                .hasMessage(message));
    }

    @Test
    void open_fileWithAnotherNameThanItsContent_isReadByItsContent() throws IOException {
        Path workbook =
                Files.write(folder.resolve("lines.csv"), MadeUpWorkbook.of("Lines", List.of(List.of("HTS", "IOR"))));
        Path csv = Files.writeString(folder.resolve("lines.xlsx"), "HTS,IOR\n");

        for (Path file : List.of(workbook, csv)) {
            try (RowSource rows = RowSources.open(file, ANY)) {
                EntryRow header = rows.next();
                assertThat(header).isNotNull();
                assertThat(header.cells()).containsExactly("HTS", "IOR");
            }
        }
        assertThat(Files.exists(workbook)).isTrue();
    }

    @Test
    void open_emptyStream_hasNoRows() throws IOException {
        assertThat(open(new byte[0]).next()).isNull();
    }
}
