package io.centerline.bench;

import io.centerline.store.Statements;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * A journal that SQL has made up: a decision every thirty seconds, one importer for twenty decisions, ten Centers, and 155
 * rules of falling frequency, the rarest in one of 500 decisions. Bodies have the size of decisions without explanation and the
 * hashes the log gives them; facts are empty, as they lie outside the rows that are looked at here.
 */
final class MadeUpJournal {
    /** How many rules there are. */
    static final int RULES = 155;

    private static final int PORTION = 250_000;
    private static final int BODY = 1_300;
    private static final long BEGIN_MILLIS = 1_577_836_800_000L;

    private final Jdbi jdbi;
    private final int decisions;

    MadeUpJournal(DataSource pool, int decisions) {
        this.jdbi = Statements.over(pool);
        this.decisions = decisions;
    }

    int decisions() {
        return decisions;
    }

    int importers() {
        return Math.max(1, decisions / 20);
    }

    /** The id of the decision at an index. */
    static UUID id(long index) {
        return new UUID((BEGIN_MILLIS + 30_000 * index) << 16 | 0x7000, 0x8000_0000_0000_0000L | index);
    }

    void fill() {
        long begun = System.nanoTime();
        for (int from = 0; from < decisions; from += PORTION) {
            int first = from;
            int last = Math.min(decisions, from + PORTION) - 1;
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into decision (index, id, importer, center, basis, status, reviews, rules, as_of,
                                   decided_at, rulebook, schedule, program, facts, body, leaf, places)
                            select g, id,
                                   'IMP-' || (random() * :importers)::bigint,
                                   'CEE' || lpad((1 + floor(10 * power(random(), 2)))::int::text, 3, '0'),
                                   case when g % 9 = 0 then 'ACCOUNT' else 'PREDOMINANCE' end,
                                   'PLACED',
                                   case when g % 5 = 0 then array['THIN_EVIDENCE'] when g % 97 = 0 then array['DRIFT'] else '{}' end,
                                   array(select distinct 'MEM-' || lpad((1 + floor(155 * power(random(), 3)))::int::text, 4, '0')
                                         from generate_series(1, 1 + g % 6)) || array['PRE-001'],
                                   '2026-11-25', to_timestamp(1577836800 + 30 * g),
                                   'sha256:' || repeat(to_hex(g * 7 / :decisions), 64),
                                   'hts-2026-rev4', '0.1.0', '{}', body, sha256('\\x00' || convert_to(body, 'UTF8')), 2
                            from generate_series(:first, :last) g,
                                 lateral (select (lpad(to_hex(1577836800000 + 30000 * g), 12, '0') || '70008'
                                                  || lpad(to_hex(g), 15, '0'))::uuid as id) ids,
                                 lateral (select '{"id":"' || id || '","text":"' || repeat('0', :body) || '"}' as body) bodies
                            """)
                    .bind("importers", importers())
                    .bind("decisions", (long) decisions)
                    .bind("body", BODY)
                    .bind("first", (long) first)
                    .bind("last", (long) last)
                    .execute());
        }
        jdbi.useHandle(handle -> handle.execute("vacuum analyze decision"));
        System.out.printf(
                Locale.ROOT, "%d decisions made up in %.1f s%n", decisions, (System.nanoTime() - begun) / 1e9);
    }

    /** Prints how much a decision takes in each table and index, its text included. */
    void sizes() {
        for (String index : List.of("decision_pkey", "decision_id_key", "decision_importer")) {
            size(index, "pg_relation_size");
        }
        for (String table : List.of("decision", "decision_bits", "log_tile")) {
            size(table, "pg_total_relation_size");
        }
    }

    private void size(String relation, String function) {
        long bytes =
                jdbi.withHandle(handle -> handle.createQuery("select " + function + "(cast(:relation as regclass))")
                        .bind("relation", relation)
                        .mapTo(Long.class)
                        .one());
        System.out.printf(Locale.ROOT, "%-20s %7.2f bytes a decision%n", relation, (double) bytes / decisions);
    }
}
