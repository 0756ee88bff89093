package io.centerline.activation;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Origin;
import io.centerline.store.Statements;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The stored rulebooks, each under the hash of its rules. Methods throw what JDBC and Jdbi throw. */
public final class RulebookStore {
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Jdbi jdbi;

    /** Over a pool of connections to a database with the program's tables. */
    public RulebookStore(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /**
     * Stores a folder under the hash of its rules. When they are stored already nothing changes: the first author and the
     * first cases and scenarios stay.
     *
     * @return what is stored now
     */
    public StoredRulebook store(RuleFolder folder, String author) {
        String hash = folder.rules().hash();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into rulebook (hash, files, author) values (?, ?::json, ?) on conflict do nothing")
                .bind(0, hash)
                .bind(1, new String(folder.json(), StandardCharsets.UTF_8))
                .bind(2, author)
                .execute());
        return find(hash).orElseThrow();
    }

    /** What is known of the rulebook stored under a hash, if there is one. */
    public Optional<StoredRulebook> find(String hash) {
        if (!isHash(hash)) {
            return Optional.empty();
        }
        return jdbi.withHandle(
                handle -> handle.createQuery("select hash, author, stored_at from rulebook where hash = ?")
                        .bind(0, hash)
                        .map((row, context) -> stored(row))
                        .findOne());
    }

    /**
     * The folder stored under a hash, if there is one.
     *
     * @throws TamperedRulebook when its rules are no longer those the hash names
     * @throws io.centerline.rulebook.RulebookException when what is stored is no rule folder any more
     */
    public Optional<RuleFolder> findFolder(String hash) {
        if (!isHash(hash)) {
            return Optional.empty();
        }
        Optional<RuleFolder> folder = jdbi.withHandle(
                        handle -> handle.createQuery("select files::text from rulebook where hash = ?")
                                .bind(0, hash)
                                .mapTo(String.class)
                                .findOne())
                .map(files -> RuleFolder.ofJson(files.getBytes(StandardCharsets.UTF_8)));
        if (folder.isPresent() && !folder.get().rules().hash().equals(hash)) {
            throw new TamperedRulebook(hash, folder.get().rules().hash());
        }
        return folder;
    }

    /**
     * The rulebook stored under a hash, if there is one; nothing of it is compiled yet.
     *
     * @throws TamperedRulebook when its rules are no longer those the hash names
     * @throws io.centerline.rulebook.RulebookException when it cannot be read for what it means
     */
    public Optional<Rulebook> findRulebook(String hash) {
        return findFolder(hash).map(folder -> Rulebook.of(folder.rules(), Origin.STORED));
    }

    /**
     * The stored rulebooks, the last one first.
     *
     * @param limit at most so many
     */
    public List<StoredRulebook> list(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select hash, author, stored_at from rulebook order by stored_at desc, hash limit ?")
                .bind(0, limit)
                .map((row, context) -> stored(row))
                .list());
    }

    /** What is none is not asked of the database, which takes no NUL in a text. */
    private static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    private static StoredRulebook stored(ResultSet row) throws SQLException {
        return new StoredRulebook(
                row.getString("hash"),
                row.getString("author"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }
}
