package io.centerline.web.directory;

import io.centerline.application.CenterDirectory;
import io.centerline.rulebook.evidence.Strength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The directory as rows of text, the names of the columns first. */
final class DirectoryTable {
    private DirectoryTable() {}

    static List<List<String>> rows(CenterDirectory.Listing listing) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head =
                new ArrayList<>(List.of("asOf", "code", "name", "office", "industries", "ranges", "numbers"));
        Arrays.stream(Strength.values()).map(Strength::words).forEach(head::add);
        rows.add(head);
        for (CenterCard card : CenterCard.all(listing)) {
            CenterDirectory.Entry entry = card.entry();
            List<String> row = new ArrayList<>(List.of(
                    listing.asOf().toString(),
                    entry.center().code(),
                    entry.center().title(),
                    entry.center().office(),
                    card.industries(),
                    String.join(
                            " ",
                            card.ranges().stream().map(CenterCard.Range::text).toList()),
                    Long.toString(entry.numbers())));
            card.byStrength().forEach(count -> row.add(Long.toString(count)));
            rows.add(row);
        }
        return rows;
    }
}
