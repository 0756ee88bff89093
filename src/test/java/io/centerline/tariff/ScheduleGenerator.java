package io.centerline.tariff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Writes the schedule resource from its public sources; run by hand when a new edition is taken over.
 *
 * <p>Arguments, in this order:
 *
 * <ol>
 *   <li>the edition's name, such as {@code hts-2026-rev4};
 *   <li>USITC's export of that HTS revision, as gzipped tab-separated text with the columns {@code htsno, indent, path,
 *       unit} (dotted numbers, several units joined with {@code ;}, grouping rows without a number);
 *   <li>CBP's list of ACE reporting numbers, as gzipped tab-separated text whose second column is the number with 8 or
 *       10 digits (the list itself pads 8-digit numbers of chapters 98 and 99 to 10). It is a superset of the revision,
 *       and its expiry dates do not tell whether a number is current, so they are not read;
 *   <li>the numbers that revisions since November 2024 dropped, as tab-separated text with the columns {@code change,
 *       htsno, path}, of which rows with {@code dropped} are read;
 *   <li>the file to write.
 * </ol>
 *
 * <p>Only numbers and units are taken over. {@code m²} is written {@code m2} and {@code No} is written {@code No.}, since
 * the export uses both for one unit.
 */
final class ScheduleGenerator {

    private final TreeMap<String, ScheduleRow> rows = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException("expected: edition, revision, reporting numbers, changes, target");
        }
        ScheduleText text = generate(
                args[0],
                lines(new GZIPInputStream(Files.newInputStream(Path.of(args[1])))),
                lines(new GZIPInputStream(Files.newInputStream(Path.of(args[2])))),
                lines(Files.newInputStream(Path.of(args[3]))));
        Files.write(Path.of(args[4]), text.write());
    }

    /** The resource's content; each source comes as its lines, the header first. */
    static ScheduleText generate(
            String edition, List<String> revision, List<String> reportingNumbers, List<String> changes) {
        ScheduleGenerator generator = new ScheduleGenerator();
        generator.takeRevision(revision);
        generator.takeReportingNumbers(reportingNumbers);
        generator.takeDropped(changes);
        return new ScheduleText(edition, List.copyOf(generator.rows.values()));
    }

    private void takeRevision(List<String> lines) {
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            String digits = columns[0].replace(".", "");
            if (digits.length() >= 8) {
                put(new ScheduleRow(digits, NumberSource.REVISION, units(columns[3])));
            }
        }
    }

    private void takeReportingNumbers(List<String> lines) {
        Set<String> openRateLines = rateLinesWithoutSuffixes();
        for (String line : lines.subList(1, lines.size())) {
            String digits = line.split("\t", -1)[1];
            boolean fillsGap = digits.length() == 10 && openRateLines.contains(digits.substring(0, 8));
            put(new ScheduleRow(digits, fillsGap ? NumberSource.REPORTING : NumberSource.RETIRED, ""));
        }
    }

    private void takeDropped(List<String> lines) {
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            if (columns[0].equals("dropped")) {
                put(new ScheduleRow(columns[1], NumberSource.DROPPED, ""));
            }
        }
    }

    /** Chapter 91 rate lines: the revision lists them without the statistical suffixes that entries report. */
    private Set<String> rateLinesWithoutSuffixes() {
        Set<String> open = new LinkedHashSet<>();
        for (String digits : rows.keySet()) {
            String next = rows.higherKey(digits);
            if (digits.startsWith("91") && digits.length() == 8 && (next == null || !next.startsWith(digits))) {
                open.add(digits);
            }
        }
        return open;
    }

    /** The first source that names a number decides. */
    private void put(ScheduleRow row) {
        rows.putIfAbsent(new HtsNumber(row.digits()).digits(), row);
    }

    private static String units(String column) {
        return Arrays.stream(column.split(";"))
                .map(String::strip)
                .filter(unit -> !unit.isEmpty())
                .map(unit -> unit.equals("No") ? "No." : unit.replace("m²", "m2"))
                .collect(Collectors.joining(", "));
    }

    private static List<String> lines(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
