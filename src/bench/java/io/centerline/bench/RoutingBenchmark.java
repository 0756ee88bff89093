package io.centerline.bench;

import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Entries routed in one batch as NDJSON, beside parsing and echoing the same bytes along the same road, in turns in one run. The
 * lines come from this process, the service runs in another.
 */
final class RoutingBenchmark {
    private static final int WARMUP_SECONDS = 12;

    /** Recording is some times slower; a part of the lines tells its rate as well. */
    private static final int RECORDED_PART = 5;

    private static final String BATCH = "/v1/routings/batch?record=false";

    private RoutingBenchmark() {}

    /** Routes so many entries a turn. */
    static void run(int entries) throws Exception {
        byte[] told = lines(entries, true);
        Map<String, LineTurns.Target> targets = new LinkedHashMap<>();
        targets.put("parse and echo", new LineTurns.Target("/bench/echo/lines", told, entries));
        targets.put("route", new LineTurns.Target(BATCH, told, entries));
        targets.put("route, looked up", new LineTurns.Target(BATCH, lines(entries, false), entries));
        int part = Math.max(1, entries / RECORDED_PART);
        targets.put("route and record", new LineTurns.Target("/v1/routings/batch", lines(part, true), part));
        System.out.printf(Locale.ROOT, "%n%d entries, %d bytes, %d of them recorded%n", entries, told.length, part);
        LineTurns.run(targets, WARMUP_SECONDS);
    }

    /**
     * Entries of 1, 3 or 5 lines of a thousand importers, of whom three in five are placed, one is a broker and one is not placed.
     *
     * @param told whether each says what is on file; otherwise it is looked up, and nothing is found, so all go by their goods
     */
    private static byte[] lines(int entries, boolean told) {
        List<HtsNumber> numbers = Cases.commodities(Schedule.load());
        List<String> ports = List.of("2704", "3802", "1703", "4101", "4601");
        Random random = new Random(17);
        StringBuilder text = new StringBuilder(entries * 400);
        for (int i = 0; i < entries; i++) {
            int who = random.nextInt(1_000);
            boolean broker = who % 5 == 3;
            text.append("{\"importer\":{\"number\":\"12-3456")
                    .append(String.format(Locale.ROOT, "%05d", who))
                    .append("\",\"kind\":\"")
                    .append(broker ? "BROKER" : "IMPORTER")
                    .append("\"},\"asOf\":\"")
                    .append(Cases.AS_OF)
                    .append("\",\"activity\":\"")
                    .append(i % 10 == 0 ? "PROTEST" : "ENTRY_SUMMARY")
                    .append('"');
            if (told) {
                text.append(",\"account\":").append(account(who));
            }
            text.append(",\"entry\":{\"number\":\"ABC")
                    .append(10_000_000 + i)
                    .append("\",\"port\":\"")
                    .append(ports.get(random.nextInt(ports.size())))
                    .append("\",\"lines\":[");
            // One number in more lines than all others together, so that no tie waits for a person.
            HtsNumber most = numbers.get(random.nextInt(numbers.size()));
            int lines = 1 + 2 * random.nextInt(3);
            for (int line = 1; line <= lines; line++) {
                HtsNumber number = line <= lines / 2 + 1 ? most : numbers.get(random.nextInt(numbers.size()));
                text.append(line == 1 ? "" : ",")
                        .append("{\"line\":")
                        .append(line)
                        .append(",\"hts\":\"")
                        .append(number.text())
                        .append("\",\"value\":\"")
                        .append(random.nextInt(100_000))
                        .append(".00\"}");
            }
            text.append("]}}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String account(int who) {
        return who % 5 < 3
                ? String.format(
                        Locale.ROOT, "{\"center\":\"CEE%03d\",\"since\":\"20%02d-04-01\"}", who % 10 + 1, 17 + who % 9)
                : "null";
    }
}
