package io.centerline.journal.search;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A filter within a stretch, as a condition of SQL. Every value is bound; none becomes text of a statement. */
public final class SearchCondition {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final StringBuilder condition;
    private final boolean byImporter;

    /** Below an index of the journal. */
    public static SearchCondition below(Filter filter, long index) {
        return new SearchCondition(filter, IndexRange.WHOLE.before(index));
    }

    SearchCondition(Filter filter, IndexRange stretch) {
        this.condition = new StringBuilder("index > :after");
        values.put("after", stretch.after());
        values.put("before", stretch.before());
        this.byImporter = filter.importer() != null;
        if (byImporter) {
            // Written as a range, so that no other index than the one of importers gives the order asked for: the
            // planner
            // would walk the whole journal for an importer it takes to be frequent.
            add(
                    " and (importer, index) < (:importer, :before) and importer >= :importer",
                    "importer",
                    filter.importer());
        } else {
            condition.append(" and index < :before");
        }
        add(" and kind = :kind", "kind", filter.kind());
        add(" and center = :center", "center", filter.center());
        add(" and status = :status", "status", filter.status());
        add(" and basis = :basis", "basis", filter.basis());
        add(" and :review = any(reviews)", "review", filter.review());
        add(" and :rule = any(rules)", "rule", filter.rule());
        add(" and rulebook = :rulebook", "rulebook", filter.rulebook());
        if (filter.from() != null) {
            add(
                    " and decided_at >= :from",
                    "from",
                    OffsetDateTime.ofInstant(IndexRange.start(filter.from()), ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            add(
                    " and decided_at < :end",
                    "end",
                    OffsetDateTime.ofInstant(IndexRange.start(filter.to().plusDays(1)), ZoneOffset.UTC));
        }
    }

    private void add(String sql, String name, @Nullable Object value) {
        if (value != null) {
            condition.append(sql);
            values.put(name, value instanceof OffsetDateTime ? value : value.toString());
        }
    }

    /** The condition, with names for its values. */
    public String condition() {
        return condition.toString();
    }

    /** The order of results, as the index that serves it has it. */
    public String newestFirst() {
        return byImporter ? "importer desc, index desc" : "index desc";
    }

    /** Gives the values to a query that holds the condition. */
    public Query bind(Query query) {
        return query.bindMap(values);
    }
}
