package io.centerline.journal;

import io.centerline.log.Disclosed;
import io.centerline.log.LogRecord;
import io.centerline.log.RecordKind;
import io.centerline.log.TreeHash;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leaf that is no decision, as the database has it.
 *
 * @param index its place in the journal
 * @param kind its kind, as exports have it; one that this program does not know when a newer one wrote it
 * @param ref what it is about, within its kind
 * @param said canonical JSON, in clear; not to be changed
 * @param content what {@code said} commits to; null when there is nothing, and once it is erased
 * @param leaf its leaf hash
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record StoredRecord(
        long index,
        String kind,
        String ref,
        byte[] said,
        @Nullable Disclosed content,
        TreeHash leaf) {

    /**
     * Reads a row that has all columns of the table {@code log_record}.
     *
     * @throws LogAltered when no record can be made of it
     */
    static StoredRecord of(ResultSet row) throws SQLException {
        try {
            return read(row);
        } catch (RuntimeException altered) {
            throw new LogAltered("the row of the record at leaf " + row.getLong("index") + " cannot be read");
        }
    }

    private static StoredRecord read(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        String content = row.getString("content");
        return new StoredRecord(
                row.getLong("index"),
                row.getString("kind"),
                row.getString("ref"),
                row.getString("said").getBytes(StandardCharsets.UTF_8),
                salt == null || content == null ? null : new Disclosed(salt, content.getBytes(StandardCharsets.UTF_8)),
                TreeHash.of(row.getBytes("leaf")));
    }

    /** The record; empty when this program does not know its kind. */
    Optional<LogRecord> record() {
        return RecordKind.of(kind).map(known -> new LogRecord(known, said, content));
    }

    /** Whether it gives its leaf's hash. */
    boolean holds() {
        return LogRecord.leaf(kind, said).equals(leaf);
    }

    /**
     * Returns it once it gives its leaf's hash.
     *
     * @throws LogAltered when it does not
     */
    StoredRecord checked() {
        if (!holds()) {
            throw new LogAltered("the record at leaf " + index + " does not give the leaf's hash");
        }
        return this;
    }
}
