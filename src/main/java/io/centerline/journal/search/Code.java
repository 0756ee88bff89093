package io.centerline.journal.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codes of a decision that bits are kept of. */
final class Code {
    /** Every decision bears it. */
    static final String ALL = "all";

    /** What stands for no basis. */
    static final String NO_BASIS = "NONE";

    /** The columns {@link #of} reads. */
    static final String COLUMNS = "index, kind, center, status, basis, reviews, rules, rulebook, decided_at";

    private Code() {}

    /** Every code of a decision. */
    static List<String> of(ResultSet row) throws SQLException {
        List<String> codes = new ArrayList<>();
        codes.add(ALL);
        codes.add(Grouping.CENTER.code(row.getString("center")));
        codes.add(Grouping.BASIS.code(row.getString("basis")));
        for (String review : texts(row.getArray("reviews"))) {
            codes.add(Grouping.REVIEW.code(review));
        }
        codes.add(Grouping.MONTH.code(
                month(row.getObject("decided_at", OffsetDateTime.class).toInstant())));
        codes.add("kind:" + row.getString("kind"));
        codes.add("status:" + row.getString("status"));
        codes.add("rulebook:" + row.getString("rulebook"));
        for (String rule : texts(row.getArray("rules"))) {
            codes.add("rule:" + rule);
        }
        return codes;
    }

    /** The codes that every decision a filter lets pass bears; importer and days have none. */
    static List<String> of(Filter filter) {
        List<String> codes = new ArrayList<>();
        add(codes, "kind:", filter.kind());
        add(codes, "rulebook:", filter.rulebook());
        add(codes, "rule:", filter.rule());
        add(codes, "review:", filter.review());
        add(codes, "basis:", filter.basis());
        add(codes, "center:", filter.center());
        add(codes, "status:", filter.status());
        return codes;
    }

    private static void add(List<String> codes, String prefix, @Nullable Object value) {
        if (value != null) {
            codes.add(prefix + value);
        }
    }

    private static String month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC)).toString();
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
