package io.centerline.web.impacts;

import io.centerline.activation.Activation;
import io.centerline.activation.QuotedImpact;
import io.centerline.api.SheetStream.Column;
import io.centerline.text.Echo;
import java.util.List;
import java.util.Objects;

/** The columns of the files that list activations. */
final class HistoryColumns {
    static final List<Column<Activation>> COLUMNS = List.of(
            new Column<>("number", 9, Activation::number),
            new Column<>("at", 20, Activation::at),
            new Column<>("rulebook", 74, Activation::rulebook),
            new Column<>("author", 20, done -> Echo.shown(done.author())),
            new Column<>("reason", 50, done -> Echo.shown(done.reason())),
            new Column<>("correction", 50, done -> Echo.shown(Objects.requireNonNullElse(done.correction(), ""))),
            new Column<>("impact", 38, HistoryColumns::report),
            new Column<>("previous", 74, done -> Objects.requireNonNullElse(done.previous(), "")),
            new Column<>("proposal", 9, done -> Objects.toString(done.proposal(), "")));

    private HistoryColumns() {}

    private static String report(Activation done) {
        QuotedImpact impact = done.impact();
        return impact == null ? "" : impact.report().toString();
    }
}
