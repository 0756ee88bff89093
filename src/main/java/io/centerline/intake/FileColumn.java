package io.centerline.intake;

import io.centerline.facts.LineField;
import io.centerline.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column that a file of entry lines may have: one of the importer's, or one for each field of an entry line. Headers are
 * compared without case, blanks and punctuation, with a closed list of spellings.
 */
final class FileColumn {

    static final FileColumn IMPORTER = ofImporter(
            "Importer",
            "IOR",
            "Importer Number",
            "Importer No",
            "IOR Number",
            "IOR No",
            "Importer of Record",
            "Importer of Record Number");
    static final FileColumn NAME = ofImporter("Name", "Importer Name");
    static final FileColumn KIND = ofImporter("Kind", "Importer Kind");
    static final FileColumn HTS = new FileColumn(LineField.HTS, LineField.HTS.headers());

    private static final List<FileColumn> ALL = Stream.concat(
                    Stream.of(IMPORTER, NAME, KIND),
                    Stream.of(LineField.values())
                            .filter(field -> !field.headers().isEmpty())
                            .map(field -> field == LineField.HTS ? HTS : new FileColumn(field, field.headers())))
            .toList();

    private final @Nullable LineField field;
    private final List<String> spellings;

    private FileColumn(@Nullable LineField field, List<String> spellings) {
        this.field = field;
        this.spellings = spellings;
    }

    /** The field of the line that it holds; null for a column of the importer. */
    @Nullable
    LineField field() {
        return field;
    }

    /** The column a header names; null when the closed list has none. {@code HTS 1} to {@code HTS 16} are HTS columns. */
    static @Nullable FileColumn find(String header) {
        String wanted = bare(header);
        for (FileColumn column : ALL) {
            for (String spelling : column.spellings) {
                if (wanted.equals(bare(spelling)) || (column.mayRepeat() && isNumbered(wanted, bare(spelling)))) {
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
        for (FileColumn column : ALL) {
            all.addAll(column.spellings);
            titles.add(column.title());
        }
        return Nearest.find(header, all)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "columns are `" + String.join("`, `", titles) + "`");
    }

    private static FileColumn ofImporter(String... spellings) {
        return new FileColumn(null, List.of(spellings));
    }

    private static boolean isNumbered(String wanted, String spelling) {
        return wanted.startsWith(spelling)
                && wanted.substring(spelling.length()).matches("[1-9]|1[0-6]");
    }

    private static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
