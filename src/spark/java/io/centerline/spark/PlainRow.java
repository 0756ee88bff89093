package io.centerline.spark;

import io.centerline.batch.PlainRows;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.StagedDays;
import io.centerline.intake.rows.StagedTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which rows are plain: they vote, and nothing is to be said of their cells. Not thread-safe. */
final class PlainRow {
    private static final Set<String> CURRENCIES = Set.of("", "USD", "$", "US$");
    private static final Set<String> ROLES = Set.of("", "IMPORTER_OF_RECORD");
    private static final Set<String> KINDS = Set.of("", "IMPORTER", "BROKER", "COURIER");
    private static final Pattern IMPORTER =
            Pattern.compile("[0-9]{2}-[0-9]{7}([0-9A-HJ-NP-Y]{2})?|[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{6}-[0-9]{5}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 .,&()/-]{0,100}");
    private static final Pattern ENTRY = Pattern.compile("([0-9A-Z]{11})?");
    private static final Pattern AMOUNT =
            Pattern.compile("(\\$?[0-9]{1,12}(\\.[0-9]{1,2})?|\\$?[0-9]{1,3}(,[0-9]{3}){1,3}\\.[0-9]{2})?");
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,12}(\\.[0-9]{1,6})?)?");
    private static final int MOST_DAYS = 100_000;
    private static final int MOST_ORDINAL = 999;

    private final RowField[] fields;
    private final boolean[] comma;
    private final PlainRows plain;
    private final StagedDays ofColumn;
    private final Set<String> types = new HashSet<>();
    private final Map<String, LocalDate> days = new HashMap<>();

    PlainRow(StagedTable table, PlainRows plain) {
        this.plain = plain;
        this.ofColumn = StagedDays.of(table, RowField.DATE);
        this.fields = table.columns().stream().map(StagedTable.Column::field).toArray(RowField[]::new);
        this.comma = new boolean[fields.length];
        for (int i = 0; i < fields.length; i++) {
            comma[i] = table.hasDecimalComma(fields[i]);
        }
        for (int type : plain.entryTypes()) {
            types.add(type == 0 ? "" : Integer.toString(type));
            if (type > 0 && type < 10) {
                types.add("0" + type);
            }
        }
    }

    /** The entry date of a plain row; null for a row that is not plain. */
    @Nullable
    LocalDate day(List<String> cells) {
        LocalDate day = null;
        int goods = 0;
        for (int i = 0; i < fields.length; i++) {
            String text = cells.get(i);
            if (fields[i] == RowField.DATE) {
                day = day(text);
                if (day == null
                        || day.isBefore(plain.window().from())
                        || day.isAfter(plain.window().to())) {
                    return null;
                }
            } else if (fields[i] == RowField.HTS) {
                Boolean known = text.isEmpty() && isOneOfSeveral()
                        ? Boolean.FALSE
                        : plain.numbers().get(text);
                if (known == null) {
                    return null;
                }
                goods += known ? 1 : 0;
            } else if (!isPlain(i, text)) {
                return null;
            }
        }
        return goods == 1 ? day : null;
    }

    private boolean isOneOfSeveral() {
        int columns = 0;
        for (RowField field : fields) {
            columns += field == RowField.HTS ? 1 : 0;
        }
        return columns > 1;
    }

    private boolean isPlain(int column, String text) {
        return switch (fields[column]) {
            case IMPORTER -> IMPORTER.matcher(text).matches();
            case NAME -> NAME.matcher(text).matches();
            case KIND -> KINDS.contains(text);
            case ENTRY -> ENTRY.matcher(text).matches();
            case LINE, COUNT -> text.isEmpty() || whole(text) >= 1;
            case ORDINAL -> text.isEmpty() || whole(text) >= 0 && whole(text) <= MOST_ORDINAL;
            case ENTRY_TYPE -> types.contains(text);
            case SET, FILER, VERSION -> text.isEmpty();
            case ROLE -> ROLES.contains(text);
            case CURRENCY -> CURRENCIES.contains(text);
            case VALUE, LINE_VALUE ->
                comma[column] ? text.isEmpty() : AMOUNT.matcher(text).matches();
            case QUANTITY -> QUANTITY.matcher(text).matches();
            case HTS, DATE, BROKER_LINE, INVOICE, OTHER -> true;
        };
    }

    /** The number that a few digits write; -1 for other texts. */
    private static int whole(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    private @Nullable LocalDate day(String text) {
        LocalDate known = days.get(text);
        if (known == null) {
            known = ofColumn.read(text);
            if (known != null && days.size() < MOST_DAYS) {
                days.put(text, known);
            }
        }
        return known;
    }

    /** The amount of a plain cell. */
    static BigDecimal amount(String text) {
        return new BigDecimal(text.replace("$", "").replace(",", ""));
    }
}
