package io.centerline.bench;

import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Importers placed in one batch as NDJSON, beside parsing and echoing the same bytes along the same road, in turns in one run. The
 * lines come from this process, the service runs in another.
 */
final class BatchBenchmark {
    private static final int WARMUP_SECONDS = 30;
    private static final String BATCH = "/v1/placements/batch?explain=";

    private BatchBenchmark() {}

    /** Places so many importers a turn, each with so many entry lines. */
    static void run(int importers, int entryLines) throws Exception {
        byte[] body = lines(importers, entryLines);
        Map<String, LineTurns.Target> targets = new LinkedHashMap<>();
        targets.put("parse and echo", new LineTurns.Target("/bench/echo/lines/placements", body, importers));
        targets.put("summary", new LineTurns.Target(BATCH + "summary&record=false", body, importers));
        targets.put("full", new LineTurns.Target(BATCH + "full&record=false", body, importers));
        targets.put("record, summary", new LineTurns.Target(BATCH + "summary", body, importers));
        targets.put("record, full", new LineTurns.Target(BATCH + "full", body, importers));
        System.out.printf(
                Locale.ROOT, "%n%d importers of %d entry lines, %d bytes%n", importers, entryLines, body.length);
        LineTurns.run(targets, WARMUP_SECONDS);
    }

    private static byte[] lines(int importers, int entryLines) {
        Schedule schedule = Schedule.load();
        List<HtsNumber> numbers = Cases.commodities(schedule);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < importers; i++) {
            Facts facts = Cases.importer(schedule, numbers, entryLines, i);
            String request = new String(FactsJson.canonical(facts, Masking.NONE), StandardCharsets.UTF_8);
            body.writeBytes(request.replace("12-345678900", String.format(Locale.ROOT, "12-%07d00", i))
                    .getBytes(StandardCharsets.UTF_8));
            body.write('\n');
        }
        return body.toByteArray();
    }
}
