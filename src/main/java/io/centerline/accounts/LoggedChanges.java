package io.centerline.accounts;

import io.centerline.accounts.ChangeRecords.Logged;
import io.centerline.journal.LogAltered;
import io.centerline.journal.LogRecords;
import io.centerline.log.LogRecord;
import io.centerline.log.RecordKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Holds what is on file to the log before anybody goes by it: each change needs its leaf, says what the leaf says, and none is
 * missing. Histories that were held to it lately are known again. Safe for any number of threads.
 */
final class LoggedChanges {
    private static final int MOST_KNOWN = 4_096;

    /** By importer number. A leaf never changes, so an equal history needs no second look. */
    private final Map<String, List<Logged>> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Logged>> eldest) {
            return size() > MOST_KNOWN;
        }
    });

    /**
     * Checks the whole history of one account.
     *
     * @param history its changes in their order, as the rows have them, without packets
     * @param more whether the log has a leaf for a change behind the last one
     * @throws LogAltered when the log holds another history
     */
    void check(Handle handle, List<Logged> history, boolean more) {
        String number = history.get(0).number();
        if (!more && history.equals(known.get(number))) {
            return;
        }
        Map<String, LogRecord> leaves = LogRecords.held(
                handle, RecordKind.ACCOUNT, history.stream().map(Logged::ref).toList());
        for (int i = 0; i < history.size(); i++) {
            Logged change = history.get(i);
            LogRecord leaf = leaves.get(change.ref());
            if (change.version() != i + 1 || leaf == null || !change.isSaidBy(leaf)) {
                throw altered(change.account(), i + 1);
            }
        }
        if (more) {
            throw altered(history.get(0).account(), history.size() + 1);
        }
        known.put(number, List.copyOf(history));
    }

    private static LogAltered altered(long account, int version) {
        return new LogAltered(
                "change " + version + " of the account with the id " + account + " is not what the log holds of it");
    }
}
