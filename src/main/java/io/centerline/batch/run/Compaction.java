package io.centerline.batch.run;

import static io.centerline.batch.run.SourceColumn.quoted;

import io.centerline.batch.PlainRows;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.StagedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL that adds up equal plain rows of an importer. A row that does not vote, of which something is to be said, or whose line
 * may have other rows stays by itself. Stateless.
 *
 * <p>It leaves a table such as {@code cases}: {@code key} is the EIN, {@code position} the place of the first row, {@code stands} how many
 * rows it stands for, and {@code packed} its cells, each as its length in code points, a colon and the text.
 */
final class Compaction {
    private static final List<String> CURRENCIES = List.of("USD", "$", "US$");
    private static final List<String> ROLES = List.of("IMPORTER_OF_RECORD");
    private static final List<String> KINDS = List.of("IMPORTER", "BROKER", "COURIER");
    private static final String IMPORTER =
            "[0-9]{2}-[0-9]{7}([0-9A-HJ-NP-Y]{2})?|[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{6}-[0-9]{5}";
    private static final String NAME = "[A-Za-z0-9 .,&()/-]{0,100}";
    private static final String ENTRY = "[0-9A-Z]{11}";

    private final StagedTable table;
    private final PlainRows plain;
    private final List<RunSource> sources;
    private final boolean added;
    private final String name;

    /**
     * A compaction.
     *
     * @param added whether plain rows are added up; otherwise every row of the keys in the table {@code apart} is by itself
     * @param name the table to make
     */
    Compaction(StagedTable table, PlainRows plain, List<RunSource> sources, boolean added, String name) {
        this.table = table;
        this.plain = plain;
        this.sources = sources;
        this.added = added;
        this.name = name;
    }

    /** For each source whose days are texts, the query that lists them. */
    List<String> dayTexts() {
        List<String> queries = new ArrayList<>();
        for (RunSource source : sources) {
            source.of(table, RowField.DATE).stream()
                    .filter(column -> !column.isDay())
                    .forEach(column -> queries.add("SELECT DISTINCT " + column.text() + " FROM " + source.from()
                            + " WHERE NOT " + column.isEmpty()));
        }
        return queries.size() < 2 ? queries : List.of(queries.stream().collect(Collectors.joining(" UNION ")));
    }

    /** Whether rows tell which line of which entry they are. */
    private boolean hasLines() {
        return has(RowField.ENTRY) && has(RowField.LINE);
    }

    private boolean has(RowField field) {
        return table.columns().stream().anyMatch(column -> column.field() == field);
    }

    /** Lists lines that several rows tell of; the table {@code repeated} has their hashes. */
    String repeated() {
        if (!hasLines()) {
            return "CREATE OR REPLACE TEMP TABLE repeated (hash UBIGINT)";
        }
        String all = sources.stream()
                .map(source -> "SELECT " + line(source) + " AS hash FROM " + source.from() + odd(source) + " WHERE NOT "
                        + entry(source).isEmpty())
                .collect(Collectors.joining(" UNION ALL "));
        return "CREATE OR REPLACE TEMP TABLE repeated AS SELECT hash FROM (" + all
                + ") WHERE hash IS NOT NULL GROUP BY hash HAVING count(*) > 1";
    }

    private SourceColumn entry(RunSource source) {
        return source.of(table, RowField.ENTRY).get(0);
    }

    /** Makes the table {@code odd} of the texts that are no plain importer numbers, each with what identifies it. */
    String odd() {
        String all = sources.stream()
                .map(source -> "SELECT DISTINCT "
                        + source.of(table, RowField.IMPORTER).get(0).text() + " AS text FROM " + source.from())
                .collect(Collectors.joining(" UNION "));
        return "CREATE OR REPLACE TEMP TABLE odd AS SELECT text, " + bare("text") + " AS bare FROM (" + all
                + ") WHERE NOT regexp_full_match(text, " + quoted(IMPORTER) + ")";
    }

    private String odd(RunSource source) {
        return " LEFT JOIN odd ON odd.text = "
                + source.of(table, RowField.IMPORTER).get(0).text();
    }

    /** A hash that all spellings of a line share; null for a row without a line number. */
    private String line(RunSource source) {
        SourceColumn line = source.of(table, RowField.LINE).get(0);
        String number = line.isText() ? "TRY_CAST(" + line.ref() + " AS INTEGER)" : line.ref();
        String text = entry(source).text();
        String entry = "CASE WHEN regexp_full_match(" + text + ", " + quoted(ENTRY) + ") THEN " + text + " ELSE "
                + bareEntry(text) + " END";
        for (SourceColumn filer : source.of(table, RowField.FILER)) {
            entry = "concat(CASE WHEN length(" + bareEntry(text) + ") = 8 THEN " + bareEntry(filer.text())
                    + " ELSE '' END, " + entry + ")";
        }
        return "CASE WHEN " + number + " IS NOT NULL THEN hash(coalesce(odd.bare, "
                + source.of(table, RowField.IMPORTER).get(0).text() + "), " + entry + ", " + number + ") END";
    }

    private static String bareEntry(String text) {
        return "upper(regexp_replace(" + text + ", '[^0-9A-Za-z]', '', 'g'))";
    }

    private static String bare(String text) {
        return "upper(regexp_replace(" + text + ", '[^0-9A-Za-z-]', '', 'g'))";
    }

    /** Makes the table. */
    String cases() {
        String rows = sources.stream().map(this::rows).collect(Collectors.joining(" UNION ALL "));
        List<String> keys = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            switch (treatment(table.columns().get(i).field())) {
                case KEY, ALONE -> {
                    keys.add("c" + i);
                    cells.add("c" + i);
                }
                case ADDED -> {
                    keys.add("c" + i);
                    cells.add("CASE WHEN alone IS NOT NULL THEN c" + i + " WHEN cents" + i
                            + " IS NULL THEN '' ELSE concat(cents" + i + " // 100, '.', lpad(CAST(cents" + i
                            + " % 100 AS VARCHAR), 2, '0')) END");
                }
                case DAY -> {
                    keys.add("c" + i);
                    cells.add("CASE WHEN alone IS NOT NULL THEN c" + i + " ELSE strftime(day, '%Y-%m-%d') END");
                }
                case COUNT -> {
                    keys.add("c" + i);
                    cells.add("CASE WHEN alone IS NOT NULL THEN c" + i + " ELSE CAST(lines AS VARCHAR) END");
                }
            }
        }
        String sums = added().stream()
                .map(i -> ", sum(cents" + i + ")::BIGINT AS cents" + i)
                .collect(Collectors.joining());
        String day = has(RowField.DATE) ? ", min(day) AS day" : "";
        String packed =
                cells.stream().map(cell -> "length(" + cell + "), ':', " + cell).collect(Collectors.joining(", "));
        int importer = index(RowField.IMPORTER);
        return "CREATE OR REPLACE TABLE " + name + " AS SELECT " + key("c" + importer)
                + " AS key, position, stands, concat(" + packed + ") AS packed FROM (SELECT min(position) AS position,"
                + " count(*) AS stands, sum(lines)::BIGINT AS lines, alone, " + String.join(", ", keys) + sums + day
                + " FROM (" + rows + ") GROUP BY alone, " + String.join(", ", keys) + ")"
                + " ORDER BY key, position";
    }

    /** The EIN of an importer's text, as {@link io.centerline.batch.ImporterText#key} has it. */
    private static String key(String text) {
        String bare = "upper(regexp_replace(" + text + ", '[^0-9A-Za-z-]', '', 'g'))";
        return "CASE WHEN regexp_full_match(" + text + ", '[0-9]{2}-[0-9]{7}([0-9A-Z]{2})?') THEN " + text
                + "[1:10] WHEN length(" + bare + ") = 12 AND " + bare + "[3:3] = '-' THEN " + bare + "[1:10] ELSE "
                + bare + " END";
    }

    private enum Treatment {
        /** Rows that are added up agree in it. */
        KEY,
        /** Rows that are added up lose it. */
        ALONE,
        /** Rows that are added up have the sum. */
        ADDED,
        /** Rows that are added up have the first day. */
        DAY,
        /** Rows that are added up have the sum, 1 for each that is empty. */
        COUNT
    }

    private static Treatment treatment(RowField field) {
        return switch (field) {
            case IMPORTER, NAME, KIND, ENTRY_TYPE, HTS, SET, ROLE, CURRENCY -> Treatment.KEY;
            case VALUE, LINE_VALUE -> Treatment.ADDED;
            case DATE -> Treatment.DAY;
            case COUNT -> Treatment.COUNT;
            case ENTRY, LINE, QUANTITY, FILER, ORDINAL, BROKER_LINE, INVOICE, VERSION, OTHER -> Treatment.ALONE;
        };
    }

    private List<Integer> added() {
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (treatment(table.columns().get(i).field()) == Treatment.ADDED) {
                added.add(i);
            }
        }
        return added;
    }

    private int index(RowField field) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).field() == field) {
                return i;
            }
        }
        throw new IllegalStateException("the table has no column " + field);
    }

    /** The rows of a source, plain ones without what they lose. */
    private String rows(RunSource source) {
        List<String> outer = new ArrayList<>();
        List<String> inner = new ArrayList<>();
        outer.add("position");
        outer.add("CASE WHEN plain THEN NULL ELSE position END AS alone");
        inner.add(source.position() + " AS position");
        inner.add("coalesce(" + plain(source) + ", false) AS plain");
        for (int i = 0; i < table.columns().size(); i++) {
            SourceColumn column = source.columns().get(i);
            inner.add(column.ref() + " AS s" + i);
            SourceColumn same = new SourceColumn("s" + i, column.type());
            switch (treatment(table.columns().get(i).field())) {
                case KEY -> outer.add(same.text() + " AS c" + i);
                case ADDED -> {
                    outer.add("CASE WHEN plain THEN '' ELSE " + same.text() + " END AS c" + i);
                    outer.add("CASE WHEN plain THEN " + same.cents() + " END AS cents" + i);
                }
                case DAY -> {
                    outer.add("CASE WHEN plain THEN '' ELSE " + same.text() + " END AS c" + i);
                    inner.add((column.isDay() ? column.ref() : "known.day") + " AS day");
                    outer.add("day");
                }
                case COUNT -> {
                    outer.add("CASE WHEN plain THEN '' ELSE " + same.text() + " END AS c" + i);
                    outer.add("CASE WHEN plain THEN coalesce(" + same.whole(1) + ", 1) END AS lines");
                }
                case ALONE -> outer.add("CASE WHEN plain THEN '' ELSE " + same.text() + " END AS c" + i);
            }
        }
        return "SELECT " + String.join(", ", outer) + " FROM (SELECT " + String.join(", ", inner) + " FROM "
                + source.from() + joins(source)
                + (added
                        ? ""
                        : " WHERE "
                                + key(source.of(table, RowField.IMPORTER).get(0).text())
                                + " IN (SELECT key FROM apart)")
                + ")";
    }

    private String joins(RunSource source) {
        StringBuilder joins = new StringBuilder(odd(source));
        List<SourceColumn> numbers = source.of(table, RowField.HTS);
        for (int i = 0; i < numbers.size(); i++) {
            joins.append(" LEFT JOIN numbers AS n" + i + " ON n" + i + ".text = "
                    + (numbers.get(i).isText()
                            ? numbers.get(i).ref()
                            : numbers.get(i).text()));
        }
        if (hasLines()) {
            joins.append(" LEFT JOIN repeated ON repeated.hash = " + line(source));
        }
        source.of(table, RowField.DATE).stream()
                .filter(column -> !column.isDay())
                .forEach(column -> joins.append(" LEFT JOIN days AS known ON known.text = " + column.text()));
        return joins.toString();
    }

    private String plain(RunSource source) {
        List<String> all = new ArrayList<>();
        all.add(Boolean.toString(added));
        for (int i = 0; i < table.columns().size(); i++) {
            SourceColumn column = source.columns().get(i);
            switch (table.columns().get(i).field()) {
                case IMPORTER -> all.add("odd.text IS NULL");
                case NAME -> all.add("regexp_full_match(" + column.text() + ", " + quoted(NAME) + ")");
                case KIND -> all.add(column.isIn(KINDS));
                case ENTRY ->
                    all.add("(" + column.isEmpty() + " OR regexp_full_match(" + column.text() + ", " + quoted(ENTRY)
                            + "))");
                case LINE -> all.add("(" + column.isEmpty() + " OR (" + column.whole(1) + ") IS NOT NULL)");
                case COUNT -> all.add("(" + column.isEmpty() + " OR (" + column.whole(1) + ") IS NOT NULL)");
                case ORDINAL -> all.add("(" + column.isEmpty() + " OR (" + column.whole(0) + ") <= 999)");
                case DATE ->
                    all.add((column.isDay() ? column.ref() : "known.day") + " BETWEEN DATE "
                            + quoted(plain.window().from().toString()) + " AND DATE "
                            + quoted(plain.window().to().toString()));
                case ENTRY_TYPE ->
                    all.add(
                            plain.entryTypes().contains(0)
                                    ? column.isIn(types())
                                    : "(NOT " + column.isEmpty() + " AND " + column.isIn(types()) + ")");
                case SET, FILER, VERSION -> all.add(column.isEmpty());
                case ROLE -> all.add(column.isIn(ROLES));
                case CURRENCY -> all.add(column.isIn(CURRENCIES));
                case VALUE, LINE_VALUE ->
                    all.add(
                            table.hasDecimalComma(table.columns().get(i).field())
                                    ? column.isEmpty()
                                    : column.isPlainAmount());
                case QUANTITY ->
                    all.add(
                            column.isText()
                                    ? "(" + column.isEmpty() + " OR regexp_full_match(" + column.ref()
                                            + ", '[0-9]{1,12}(\\.[0-9]{1,6})?'))"
                                    : "(" + column.isEmpty() + " OR (" + column.ref() + " >= 0 AND regexp_full_match("
                                            + column.text() + ", '[0-9]{1,12}(\\.[0-9]{1,6})?')))");
                case HTS, BROKER_LINE, INVOICE, OTHER -> {
                    // The numbers are looked at together; the others are not read.
                }
            }
        }
        if (!has(RowField.DATE)) {
            all.add("false");
        }
        if (hasLines()) {
            all.add("repeated.hash IS NULL");
        }
        List<SourceColumn> numbers = source.of(table, RowField.HTS);
        List<String> goods = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            goods.add(
                    numbers.size() == 1
                            ? "n0.goods"
                            : "CASE WHEN " + numbers.get(i).isEmpty() + " THEN 0 ELSE n" + i + ".goods END");
        }
        all.add(String.join(" + ", goods) + " = 1");
        return String.join(" AND ", all);
    }

    private List<String> types() {
        List<String> types = new ArrayList<>();
        for (int type : plain.entryTypes()) {
            if (type > 0) {
                types.add((type < 10 ? "0" : "") + type);
                if (type < 10) {
                    types.add(Integer.toString(type));
                }
            }
        }
        return types;
    }
}
