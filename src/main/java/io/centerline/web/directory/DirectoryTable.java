package io.centerline.web.directory;

import io.centerline.api.SheetStream.Column;
import io.centerline.rulebook.evidence.Strength;
import java.util.ArrayList;
import java.util.List;

/** The columns of the files that list the Centers of a day. */
final class DirectoryTable {
    static final List<Column<CenterCard>> COLUMNS = columns();

    private DirectoryTable() {}

    private static List<Column<CenterCard>> columns() {
        List<Column<CenterCard>> columns = new ArrayList<>(List.of(
                new Column<>("code", 10, card -> card.entry().center().code()),
                new Column<>("name", 42, card -> card.entry().center().title()),
                new Column<>("office", 16, card -> card.entry().center().office()),
                new Column<>("industries", 60, CenterCard::industries),
                new Column<>("ranges", 60, DirectoryTable::ranges),
                new Column<>("numbers", 11, card -> card.entry().numbers())));
        for (Strength strength : Strength.values()) {
            columns.add(new Column<>(strength.words(), 11, card -> card.numbers(strength)));
        }
        return List.copyOf(columns);
    }

    private static String ranges(CenterCard card) {
        return String.join(
                " ", card.ranges().stream().map(CenterCard.Range::text).toList());
    }
}
