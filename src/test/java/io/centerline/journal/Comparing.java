package io.centerline.journal;

import io.centerline.log.SigningKey;
import io.centerline.log.Verifiers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Compares a journal with its leaves at once, as the program does in the background. */
public final class Comparing {
    /** These journals have no checkpoint. */
    private static final Verifiers NOBODY = new Verifiers(
            List.of(SigningKey.generate("nobody", new SecureRandom()).verifier()));

    private Comparing() {}

    /** How many differences two rounds over a short journal find. */
    public static long differences(DataSource pool, RecordSource... sources) throws SQLException {
        LogStore store = new LogStore(pool);
        JournalComparison comparison = new JournalComparison(
                store, new LogRecords(store, List.of(sources)), NOBODY, 1_000, new SimpleMeterRegistry());
        for (int round = 0; round < 2; round++) {
            comparison.step();
            Tampering.run(pool, "update comparison set begun_at = '-infinity'");
        }
        comparison.step();
        return comparison.state().differences();
    }

    /** The leaves that are no decisions. */
    public static List<StoredRecord> records(DataSource pool) {
        return new LogRecords(new LogStore(pool), List.of()).list(null, 0, 100);
    }
}
