package io.centerline.web.impacts;

import io.centerline.api.SheetStream.Column;
import io.centerline.web.impacts.ImpactFindings.Touched;
import java.util.List;

/** The columns of the files that list whom a run touches. */
final class ImporterColumns {
    static final List<Column<Touched>> COLUMNS = List.of(
            new Column<>("importer", 16, Touched::importer),
            new Column<>("decision", 38, Touched::decision),
            new Column<>("asOf", 12, Touched::asOf),
            new Column<>("from", 12, Touched::from),
            new Column<>("to", 12, Touched::to),
            new Column<>("gained", 24, touched -> String.join(" ", touched.gained())),
            new Column<>("lost", 24, touched -> String.join(" ", touched.lost())),
            new Column<>("causes", 80, touched -> String.join("; ", touched.causes())));

    private ImporterColumns() {}
}
