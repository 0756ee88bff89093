package io.centerline.spark;

import io.centerline.decision.Contract;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Siblings;
import io.centerline.tariff.HtsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Places the importers of one group of rows after the other. */
final class PlaceGroups implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final String hash;
    private final Broadcast<HashMap<String, String>> rules;
    private final List<String> titles;
    private final LocalDate asOf;
    private final Explain explain;

    PlaceGroups(
            String hash,
            Broadcast<HashMap<String, String>> rules,
            List<String> titles,
            LocalDate asOf,
            Explain explain) {
        this.hash = hash;
        this.rules = rules;
        this.titles = new ArrayList<>(titles);
        this.asOf = asOf;
        this.explain = explain;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws IOException {
        ExecutorRules built = ExecutorRules.of(hash, rules.value());
        List<Row> out = new ArrayList<>();
        List<EntryRow> group = new ArrayList<>();
        String key = "";
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!row.getString(0).equals(key)) {
                place(group, built, out);
                group.clear();
                key = row.getString(0);
            }
            group.add(new EntryRow(row.getLong(2), row.getList(3)));
        }
        place(group, built, out);
        return out.iterator();
    }

    private void place(List<EntryRow> group, ExecutorRules built, List<Row> out) throws IOException {
        if (group.isEmpty()) {
            return;
        }
        RowIntake intake = new RowIntake(
                new HtsReader(built.schedule()),
                built.schedule(),
                built.rulebook().firstCoveredDay(),
                new IntakeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
        Iterator<EntryRow> each = group.iterator();
        FileIntake read = intake.read(
                new RowSource() {
                    private boolean begun;

                    @Override
                    public @Nullable EntryRow next() {
                        if (!begun) {
                            begun = true;
                            return new EntryRow(0, titles);
                        }
                        return each.hasNext() ? each.next() : null;
                    }

                    @Override
                    public void checkRest() {}

                    @Override
                    public String place(long row) {
                        return "row " + row;
                    }

                    @Override
                    public String place(long row, int column, String title) {
                        return "row " + row + ", column \"" + title + "\"";
                    }
                },
                RowOptions.LENIENT,
                asOf);
        if (!(read instanceof FileIntake.Accepted accepted)) {
            throw new IllegalStateException(read.toString());
        }
        Placement placement = new Placement(built.rulebook());
        List<Decision> decisions = Siblings.compare(accepted.cases().stream()
                .map(one -> placement.decide(one.facts(), one.warnings(), explain))
                .toList());
        for (Decision decision : decisions) {
            Receipt receipt = new Receipt(
                    null,
                    decision.rulebook(),
                    FactsJson.hash(decision.facts()),
                    built.schedule().edition(),
                    "0",
                    Contract.CURRENT,
                    asOf,
                    Instant.EPOCH);
            out.add(RowFactory.create(
                    decision.facts().importer().number().masked(),
                    decision.outcome().code(),
                    decision.outcome().status(),
                    new String(DecisionJson.write(decision, receipt), StandardCharsets.UTF_8)));
        }
    }
}
