package io.centerline.batch.run;

import io.centerline.batch.RowCounts;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the summary of a run back from its JSON. Stateless. */
public final class SummaryReader {
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,36}(\\.[0-9]{1,2})?");

    private SummaryReader() {}

    /**
     * Reads a summary.
     *
     * @throws IOException when it is no summary of a run, with the reason
     */
    public static RunSummary read(byte[] json) throws IOException {
        RunJson root = RunJson.read(json);
        RunJson rows = root.object("rows");
        return new RunSummary(
                rows.number("read"),
                rows(rows, rows.object("setAside")),
                root.number("importers"),
                root.number("lines"),
                centers(root),
                root.object("bases").numbers(),
                root.object("reviews").numbers(),
                root.has("comparison") ? comparison(root.object("comparison")) : null,
                root.has("onFile") ? comparison(root.object("onFile")) : null,
                root.texts("notes"));
    }

    private static RowCounts rows(RunJson rows, RunJson aside) throws IOException {
        Map<NotCountedReason, Long> reasons = new EnumMap<>(NotCountedReason.class);
        for (NotCountedReason reason : NotCountedReason.values()) {
            if (aside.has(reason.name())) {
                reasons.put(reason, aside.number(reason.name()));
            }
        }
        return new RowCounts(
                rows.number("counted"),
                reasons,
                aside.number("titles"),
                aside.number("sums"),
                aside.number("otherVersions"),
                rows.number("rejected"));
    }

    private static List<RunSummary.OfCenter> centers(RunJson root) throws IOException {
        List<RunSummary.OfCenter> centers = new ArrayList<>();
        for (RunJson each : root.objects("centers")) {
            String value = each.node().path("value").isNull() ? "0" : each.text("value");
            if (!AMOUNT.matcher(value).matches()) {
                throw RunJson.wrong("value", "no amount");
            }
            centers.add(
                    new RunSummary.OfCenter(each.text("code"), each.number("importers"), each.number("lines"), value));
        }
        return centers;
    }

    private static RunSummary.Comparison comparison(RunJson comparison) throws IOException {
        List<RunSummary.Flow> flows = new ArrayList<>();
        for (RunJson each : comparison.objects("flows")) {
            flows.add(new RunSummary.Flow(
                    each.text("from"), each.text("to"), each.number("importers"), each.number("lines")));
        }
        return new RunSummary.Comparison(
                comparison.text("with"),
                comparison.number("compared"),
                comparison.number("onlyHere"),
                comparison.number("onlyThere"),
                flows);
    }
}
