package io.centerline.batch.run;

import java.util.Locale;

/**
 * A column of a source as SQL.
 *
 * @param ref how a statement names it
 * @param type its type in the database, such as {@code DECIMAL(18,2)}
 */
record SourceColumn(String ref, String type) {
    private static final String AMOUNT = "\\$?[0-9]{1,12}(\\.[0-9]{1,2})?|\\$?[0-9]{1,3}(,[0-9]{3}){1,3}\\.[0-9]{2}";

    /** Its text, as a file of text would write it; empty where it has none. */
    String text() {
        return switch (kind()) {
            case "VARCHAR" -> "coalesce(" + ref + ", '')";
            case "DATE" -> "coalesce(strftime(" + ref + ", '%Y-%m-%d'), '')";
            case "TIMESTAMP" ->
                "coalesce(CASE WHEN " + ref + " = date_trunc('day', " + ref + ") THEN strftime(" + ref
                        + ", '%Y-%m-%d') ELSE strftime(" + ref + ", '%Y-%m-%d %H:%M:%S') END, '')";
            default -> "coalesce(CAST(" + ref + " AS VARCHAR), '')";
        };
    }

    /** Whether it says nothing. */
    String isEmpty() {
        return kind().equals("VARCHAR") ? "(" + ref + " IS NULL OR " + ref + " = '')" : "(" + ref + " IS NULL)";
    }

    /** Whether it holds text. */
    boolean isText() {
        return kind().equals("VARCHAR");
    }

    /** Whether it holds days that need no reading. */
    boolean isDay() {
        return kind().equals("DATE");
    }

    /** Whether it is one of some texts, or empty. */
    String isIn(Iterable<String> texts) {
        StringBuilder list = new StringBuilder();
        texts.forEach(text -> list.append(list.isEmpty() ? "" : ", ").append(quoted(text)));
        return "(" + isEmpty() + (list.isEmpty() ? ")" : " OR " + text() + " IN (" + list + "))");
    }

    /** Whether it is empty or an amount of dollars that reads one way only. */
    String isPlainAmount() {
        return switch (amountKind()) {
            case EXACT -> "(" + ref + " IS NULL OR (" + ref + " >= 0 AND " + ref + " < 1000000000000))";
            case TEXT -> "(" + isEmpty() + " OR regexp_full_match(" + text() + ", " + quoted(AMOUNT) + "))";
        };
    }

    /** The cents of an amount that is plain; null where it is empty. */
    String cents() {
        return switch (amountKind()) {
            case EXACT -> "CAST(" + ref + " * 100 AS BIGINT)";
            case TEXT ->
                "CAST(TRY_CAST(replace(replace(" + text() + ", '$', ''), ',', '') AS DECIMAL(18,2)) * 100 AS BIGINT)";
        };
    }

    /** Its whole number, at least {@code least}; null where it is none that reads one way only. */
    String whole(int least) {
        String number = isText()
                ? "CASE WHEN regexp_full_match(" + ref + ", '[0-9]{1,8}') THEN CAST(" + ref + " AS INTEGER) END"
                : isInteger() ? "TRY_CAST(" + ref + " AS INTEGER)" : "NULL";
        return "CASE WHEN (" + number + ") >= " + least + " THEN (" + number + ") END";
    }

    private enum AmountKind {
        EXACT,
        TEXT
    }

    private AmountKind amountKind() {
        boolean cents = type.matches("DECIMAL\\([0-9]+,[0-2]\\)");
        return cents || isInteger() ? AmountKind.EXACT : AmountKind.TEXT;
    }

    private boolean isInteger() {
        return type.matches("U?(TINY|SMALL|BIG)?INT(EGER)?");
    }

    private String kind() {
        String upper = type.toUpperCase(Locale.ROOT);
        return upper.startsWith("TIMESTAMP") ? "TIMESTAMP" : upper;
    }

    /** A text as a literal of SQL. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name as SQL writes it. */
    static String named(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
