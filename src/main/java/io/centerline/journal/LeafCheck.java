package io.centerline.journal;

import io.centerline.decision.CanonicalReceipt;
import io.centerline.decision.DecisionColumns;
import io.centerline.decision.LeafHash;
import io.centerline.log.TreeHash;
import io.centerline.log.TreeHasher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what the store gives to the leaf it was recorded with, before anybody is given it. */
public final class LeafCheck {
    private LeafCheck() {}

    /**
     * Returns a recorded decision once its body gives the hash of its leaf and has its id.
     *
     * @throws LogAltered when it does not
     */
    static Recorded body(Recorded recorded) {
        body(recorded.index(), recorded.draft().body(), recorded.leaf());
        if (DecisionColumns.differing(recorded.draft()).contains("id")) {
            throw new LogAltered(columns(recorded.index(), List.of("id")));
        }
        return recorded;
    }

    /**
     * Returns a stored decision once it gives the hash of its leaf.
     *
     * @throws LogAltered when it does not
     */
    public static byte[] body(long index, byte[] body, byte[] leaf) {
        if (!holds(body, leaf)) {
            throw new LogAltered("the decision at leaf " + index + " does not give the leaf's hash");
        }
        return body;
    }

    private static boolean holds(byte[] body, byte[] leaf) {
        return entry(body, leaf) != null;
    }

    /** What was hashed of a decision; null when its body does not give the leaf's hash. */
    static byte @Nullable [] entry(Recorded recorded) {
        return entry(recorded.draft().body(), recorded.leaf());
    }

    private static byte @Nullable [] entry(byte[] body, byte[] leaf) {
        try {
            byte[] entry = LeafHash.entry(body);
            return TreeHash.of(leaf).equals(new TreeHasher().leaf(entry)) ? entry : null;
        } catch (IllegalArgumentException | StackOverflowError notJson) {
            return null;
        }
    }

    /**
     * Returns a recorded decision, whose body is the leaf's, once its columns say what the body says and its facts are those
     * the receipt commits to.
     *
     * @throws LogAltered when they do not
     */
    public static Recorded whole(Recorded recorded) {
        List<String> differing = DecisionColumns.differing(recorded.draft());
        if (!differing.isEmpty()) {
            throw new LogAltered(columns(recorded.index(), differing));
        }
        if (!commits(recorded)) {
            throw new LogAltered(facts(recorded.index()));
        }
        return recorded;
    }

    /**
     * Reads a decision from a row with all columns of the table {@code decision}; empty when it is not as it was recorded.
     */
    public static Optional<Recorded> findWhole(ResultSet row) throws SQLException {
        try {
            return Optional.of(whole(body(DecisionTable.recorded(row))));
        } catch (LogAltered altered) {
            return Optional.empty();
        }
    }

    /** Describes facts that do not match the receipt. */
    static String facts(long index) {
        return "the facts of the decision at leaf " + index + " are not those its receipt commits to";
    }

    /** Says which columns differ. */
    static String columns(long index, List<String> differing) {
        return "the decision at leaf " + index + " says something else than its columns `"
                + String.join("`, `", differing) + "`";
    }

    /**
     * A list of texts in a row of the table {@code decision}.
     *
     * @throws LogAltered when it is none that this program wrote
     */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        try {
            return List.of((String[]) row.getArray(column).getArray());
        } catch (NullPointerException | ClassCastException altered) {
            throw DecisionTable.unreadable(row.getLong("index"));
        }
    }

    /** Whether facts are those the receipt commits to; true where they were erased. */
    static boolean commits(Recorded recorded) {
        byte[] facts = recorded.draft().facts();
        byte[] salt = recorded.draft().salt();
        if (facts == null) {
            return true;
        }
        byte[] entry = LeafHash.entry(recorded.draft().body());
        if (salt == null) {
            // So were decisions recorded before receipts committed to facts with a salt.
            return !CanonicalReceipt.namesContract(entry);
        }
        byte[] hash = new TreeHasher().salted(salt, facts, 0, facts.length);
        return CanonicalReceipt.commits(entry, 0, entry.length, hash);
    }
}
