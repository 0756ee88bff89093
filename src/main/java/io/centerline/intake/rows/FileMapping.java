package io.centerline.intake.rows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of the columns of a file. A field that the mapping does not name is found by its title.
 *
 * @param columns the columns of a field, by title or as {@code #3}; none when the field is not to be read
 * @param dates the order of day and month; null when the file tells
 * @param filled the fields whose blank cells repeat the cell above
 * @param invoiceLines whether rows are invoice lines, so that equal rows of one line add up; null when the titles tell
 */
public record FileMapping(
        Map<RowField, List<String>> columns,
        @Nullable DayOrder dates,
        Set<RowField> filled,
        @Nullable Boolean invoiceLines) {

    /** Says nothing. */
    public static final FileMapping NONE = new FileMapping(Map.of(), null, Set.of(), null);

    public FileMapping {
        Map<RowField, List<String>> copy = new EnumMap<>(RowField.class);
        columns.forEach((field, titles) -> copy.put(field, List.copyOf(titles)));
        columns = copy;
        filled = filled.isEmpty() ? Set.of() : EnumSet.copyOf(filled);
    }

    /** Whether it says which columns hold the field, or that none does. */
    boolean names(RowField field) {
        return columns.containsKey(field);
    }

    /** The field that it says a column holds; null when it does not name the column. */
    @Nullable
    RowField field(int index, String title) {
        for (Map.Entry<RowField, List<String>> entry : columns.entrySet()) {
            for (String named : entry.getValue()) {
                if (isColumn(named, index, title)) {
                    return entry.getKey();
                }
            }
        }
        return null;
    }

    /** The columns it names that a file does not have. */
    List<String> missing(List<String> titles) {
        List<String> missing = new ArrayList<>();
        columns.values()
                .forEach(named -> named.forEach(one -> {
                    boolean found = false;
                    for (int i = 0; i < titles.size(); i++) {
                        found |= isColumn(one, i, titles.get(i));
                    }
                    if (!found) {
                        missing.add(one);
                    }
                }));
        return missing;
    }

    private static boolean isColumn(String named, int index, String title) {
        return named.matches("#[0-9]{1,4}")
                ? Integer.parseInt(named.substring(1)) == index + 1
                : !title.isEmpty() && KnownTitles.bare(named).equals(KnownTitles.bare(title));
    }
}
