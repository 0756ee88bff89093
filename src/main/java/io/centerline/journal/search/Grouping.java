package io.centerline.journal.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What decisions can be counted by. */
public enum Grouping {
    /** ACE code of the Center, {@code PNDING}, {@code NOTELG} or an office such as {@code PORT}. */
    CENTER("center"),
    /** The legal basis; {@code NONE} when nothing was concluded. */
    BASIS("coalesce(basis, '" + Code.NO_BASIS + "')"),
    /** Reviews raised; a decision with several counts for each, one without for none. */
    REVIEW("unnest(reviews)"),
    /** The month it was decided in, UTC, such as {@code 2026-11}. */
    MONTH("to_char(decided_at at time zone 'UTC', 'YYYY-MM')");

    private final String expression;

    Grouping(String expression) {
        this.expression = expression;
    }

    /** The key of a row of {@code decision} as SQL. */
    String expression() {
        return expression;
    }

    /** What the codes of all keys begin with. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }

    /** The code of a key. */
    String code(@Nullable String key) {
        return prefix() + (key == null ? Code.NO_BASIS : key);
    }
}
