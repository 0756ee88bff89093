package io.centerline.bench;

import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import io.centerline.intake.sheet.SheetChoice;
import io.centerline.text.Utf8Reader;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Reads rows of entry lines as CSV and as workbook, each in a process with 256 MiB of heap: rows a second, and the most heap
 * that was in use. Beside them stands the CSV library alone over strict UTF-8, without a look at what the file is.
 */
public final class RowsBenchmark {
    private static final List<String> TITLES = List.of(
            "Importer Number",
            "Entry Summary Number",
            "Entry Summary Line Number",
            "Entry Type Code",
            "Entry Date",
            "Tariff Ordinal Number",
            "HTS Number - Full",
            "Line Tariff Goods Value Amount");
    private static final int ROUNDS = 4;

    private RowsBenchmark() {}

    /** Writes the files and reads each in a process of its own. */
    static void run(int rows) throws Exception {
        Path folder = Files.createTempDirectory("centerline-rows");
        Path csv = folder.resolve("lines.csv");
        Path workbook = folder.resolve("lines.xlsx");
        writeCsv(csv, rows);
        writeWorkbook(workbook, rows);
        for (List<String> each : List.of(
                List.of("library", csv.toString()),
                List.of("csv", csv.toString()),
                List.of("xlsx", workbook.toString()))) {
            Process process = new ProcessBuilder(
                            "java",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RowsBenchmark.class.getName(),
                            each.get(0),
                            each.get(1))
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("reading " + each + " failed");
            }
        }
        for (Path file : List.of(csv, workbook, folder)) {
            Files.delete(file);
        }
    }

    /** Reads one file: {@code library|csv|xlsx FILE}. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        double best = 0;
        double bestOfProcessor = 0;
        long rows = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            rows = args[0].equals("library") ? readWithLibrary(file) : read(file);
            best = Math.max(best, rows / ((System.nanoTime() - start) / 1e9));
            bestOfProcessor = Math.max(
                    bestOfProcessor,
                    rows / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e9));
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%-8s %,d rows, %,.0f a second, %,.0f a second of processor (best of %d), peak heap %d MiB of 256, %d MiB file%n",
                args[0],
                rows,
                best,
                bestOfProcessor,
                ROUNDS,
                peak >> 20,
                Files.size(file) >> 20);
    }

    private static long read(Path file) throws IOException {
        long rows = 0;
        long characters = 0;
        try (RowSource source = RowSources.open(file, new SheetChoice("", row -> true))) {
            EntryRow row;
            while ((row = source.next()) != null) {
                rows++;
                characters += row.cell(0).length();
            }
        }
        return characters > 0 ? rows - 1 : 0;
    }

    private static long readWithLibrary(Path file) throws IOException {
        long rows = 0;
        long characters = 0;
        try (InputStream in = Files.newInputStream(file);
                CSVParser parser = CSVParser.builder()
                        .setReader(new Utf8Reader(in))
                        .setFormat(CSVFormat.RFC4180
                                .builder()
                                .setIgnoreEmptyLines(false)
                                .get())
                        .get()) {
            for (CSVRecord each : parser) {
                EntryRow row = new EntryRow(each.getRecordNumber(), Arrays.asList(each.values()));
                rows++;
                characters += row.cell(0).length();
            }
        }
        return characters > 0 ? rows - 1 : 0;
    }

    private static List<String> row(int number) {
        return List.of(
                "12-3456789" + (10 + number / 3 % 90),
                "ABC" + (10_000_000 + number / 3),
                String.valueOf(1 + number % 3),
                "01",
                "04/08/2026",
                "1",
                "8471300100",
                1000 + number + ".25");
    }

    private static void writeCsv(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", TITLES) + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(String.join(",", row(i)) + "\n");
            }
        }
    }

    /** Numbers, days and values are cells of numbers, as a spreadsheet has them. */
    private static void writeWorkbook(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Main Report");
            for (int column = 0; column < TITLES.size(); column++) {
                sheet.value(0, column, TITLES.get(column));
            }
            for (int i = 0; i < rows; i++) {
                List<String> row = row(i);
                for (int column : List.of(0, 1, 3, 6)) {
                    sheet.value(i + 1, column, row.get(column));
                }
                sheet.value(i + 1, 2, 1 + i % 3);
                sheet.value(i + 1, 4, 46_120);
                sheet.style(i + 1, 4).format("mm/dd/yyyy").set();
                sheet.value(i + 1, 5, 1);
                sheet.value(i + 1, 7, 1000.25 + i);
                if (i % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
