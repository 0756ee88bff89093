package io.centerline.bench;

import io.centerline.facts.ImporterNumber;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.intake.ImporterNumberReader.Reading;
import io.centerline.store.Statements;
import java.util.Locale;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Accounts that SQL has made up: nine in ten placed, two in ten twice, the rest pending or couriers, and each with a
 * last reassessment. Three in ten drifted, one in ten of these by all lines, first seen on some day of the last year.
 */
final class MadeUpAccounts {
    private static final ImporterNumberReader NUMBERS = new ImporterNumberReader();

    private final Jdbi jdbi;
    private final int accounts;

    MadeUpAccounts(DataSource pool, int accounts) {
        this.jdbi = Statements.over(pool);
        this.accounts = accounts;
    }

    int accounts() {
        return accounts;
    }

    /** The number of an account, from 1. */
    static ImporterNumber number(int account) {
        String text = String.format(Locale.ROOT, "20-%07d00", account);
        return ((Reading.Readable) NUMBERS.read(text)).number();
    }

    void fill() {
        long begun = System.nanoTime();
        execute("""
                insert into account (number, root, version, changed_at)
                select '20-' || lpad(g::text, 7, '0') || '00', '20-' || lpad(g::text, 7, '0'),
                       case when g % 5 = 1 then 2 else 1 end, '2026-01-01'
                from generate_series(1, :accounts) g order by g
                """);
        execute("""
                insert into account_event (account, version, position, recorded_at, author, reason, event)
                select number, 1, 0, '2025-01-01', 'jd', 'letter of the importer',
                       json_build_object('kind', 'DESCRIBED', 'name', 'Importer ' || id || ' of Made Up Goods, Inc.',
                                         'party', case when id % 20 = 0 then 'COURIER' else 'IMPORTER' end, 'family', json_build_array())
                from account
                """);
        execute("""
                insert into account_event (account, version, position, recorded_at, author, reason, event)
                select number, placement, 1, '2025-01-01'::timestamptz + placement * interval '1 day', 'jd', 'reviewed',
                       json_build_object('kind', 'PLACED', 'center', 'CEE' || lpad((1 + (id / 7 + placement) % 10)::text, 3, '0'),
                                         'since', (date '2018-01-01' + (id % 1000)::integer + (1000 * placement)::integer)::text,
                                         'decision', gen_random_uuid())
                from account, generate_series(1, version) placement where id % 10 <> 0
                """);
        execute("""
                insert into reassessment
                select id, version, '2026-11-25', center, gen_random_uuid(),
                       case when drifts then found end, case when drifts then reason end,
                       case when drifts then margin end, case when drifts then date '2026-11-25' - days end,
                       case when drifts then gen_random_uuid() end
                from (select id, version, id % 10 < 3 as drifts,
                             case when id % 10 = 0 then 'PNDING'
                                  else 'CEE' || lpad((1 + (id / 7 + version) % 10)::text, 3, '0') end as center,
                             'CEE' || lpad((1 + floor(10 * power(random(), 2)))::int::text, 3, '0') as found,
                             case when id % 10 = 0 then 'UNPLACED' when random() < 0.1 then 'EVIDENCE' else 'PREDOMINANCE' end
                                 as reason,
                             case when random() < 0.1 then 10000 else floor(10000 * random())::int end as margin,
                             floor(365 * random())::int as days
                      from account) made
                """);
        jdbi.useHandle(handle -> handle.execute("vacuum analyze account, account_event, reassessment"));
        System.out.printf(Locale.ROOT, "%d accounts made up in %.1f s%n", accounts, (System.nanoTime() - begun) / 1e9);
    }

    private void execute(String sql) {
        // Not bound: Jdbi would take the types behind double colons for names.
        jdbi.useHandle(handle -> handle.execute(sql.replace(":accounts", Integer.toString(accounts))));
    }

    /** Prints how much an account takes in each table, indexes and texts included. */
    void sizes() {
        for (String table : new String[] {"account", "account_event", "reassessment"}) {
            long bytes = jdbi.withHandle(
                    handle -> handle.createQuery("select pg_total_relation_size(cast(:table as regclass))")
                            .bind("table", table)
                            .mapTo(Long.class)
                            .one());
            System.out.printf(Locale.ROOT, "%-20s %7.2f bytes an account%n", table, (double) bytes / accounts);
        }
    }
}
