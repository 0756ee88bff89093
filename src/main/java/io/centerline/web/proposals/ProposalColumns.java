package io.centerline.web.proposals;

import io.centerline.api.SheetStream.Column;
import io.centerline.text.Echo;
import java.util.List;
import java.util.Objects;

/** The columns of the files that list proposals. */
final class ProposalColumns {
    static final List<Column<ProposalPages.Row>> COLUMNS = List.of(
            new Column<>("number", 9, row -> row.file().proposal().number()),
            new Column<>("state", 12, row -> row.state().name()),
            new Column<>("at", 20, row -> row.file().proposal().at()),
            new Column<>("rulebook", 74, row -> row.file().proposal().rulebook()),
            new Column<>("base", 74, row -> row.file().proposal().base()),
            new Column<>(
                    "author",
                    20,
                    row -> Echo.shown(row.file().proposal().asked().author())),
            new Column<>(
                    "reason",
                    50,
                    row -> Echo.shown(row.file().proposal().asked().reason())),
            new Column<>("movedNumbers", 14, row ->
                    (long) row.file().proposal().change().movedNumbers()),
            new Column<>(
                    "impact",
                    38,
                    row -> Objects.toString(row.file().proposal().asked().impact(), "")),
            new Column<>("activation", 12, row -> Objects.toString(row.file().activation(), "")));

    private ProposalColumns() {}
}
