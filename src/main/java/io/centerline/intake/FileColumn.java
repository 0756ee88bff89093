package io.centerline.intake;

import io.centerline.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The columns a file of entry lines may have. Headers are compared without case, blanks and punctuation, with a closed
 * list of spellings; the first spelling of each is the one advice names.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of do not change
enum FileColumn {
    IMPORTER(
            "Importer",
            "IOR",
            "Importer Number",
            "Importer No",
            "IOR Number",
            "IOR No",
            "Importer of Record",
            "Importer of Record Number"),
    NAME("Name", "Importer Name"),
    KIND("Kind", "Importer Kind"),
    ENTRY("Entry Number", "Entry", "Entry No", "Entry Summary Number"),
    LINE("Line", "Line Number", "Line No", "Entry Line"),
    DATE("Date", "Entry Date"),
    HTS("HTS", "HTS Number", "HTS No", "HTSUS", "HTSUS Number", "Tariff Number"),
    SET("Set", "Article Set", "Set Indicator", "Article Set Indicator"),
    ROLE("Role"),
    COUNT("Count"),
    QUANTITY("Quantity", "Qty"),
    VALUE("Value", "Entered Value");

    private final List<String> spellings;

    FileColumn(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** The column a header names; null when the closed list has none. {@code HTS 1} to {@code HTS 16} are HTS columns. */
    static @Nullable FileColumn find(String header) {
        String wanted = bare(header);
        for (FileColumn column : values()) {
            for (String spelling : column.spellings) {
                if (wanted.equals(bare(spelling)) || (column == HTS && isNumbered(wanted, bare(spelling)))) {
                    return column;
                }
            }
        }
        return null;
    }

    /** Whether a file may have the column more than once. */
    boolean mayRepeat() {
        return this == HTS;
    }

    /** The spelling advice names. */
    String title() {
        return spellings.get(0);
    }

    /** Advice for a header outside the closed list. */
    static String advise(String header) {
        List<String> all = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (FileColumn column : values()) {
            all.addAll(column.spellings);
            titles.add(column.title());
        }
        return Nearest.find(header, all)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "columns are `" + String.join("`, `", titles) + "`");
    }

    private static boolean isNumbered(String wanted, String spelling) {
        return wanted.startsWith(spelling)
                && wanted.substring(spelling.length()).matches("[1-9]|1[0-6]");
    }

    private static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
