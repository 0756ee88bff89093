package io.centerline.activation;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The stored rulebooks, each under the hash of its rules. Methods throw what JDBC and Jdbi throw. */
public final class Versions {
    private final Jdbi jdbi;

    /** Over a pool of connections to a database with the program's tables. */
    public Versions(DataSource pool) {
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Stores a folder and returns its hash. When its rules are stored already nothing changes: the first author and the
     * first cases and scenarios stay.
     */
    public String store(RuleFolder folder, String author) throws SQLException {
        String hash = folder.rules().hash();
        jdbi.useHandle(handle -> handle.createUpdate("insert into rulebook (hash, rules, tests, author)"
                        + " values (?, jsonb_object(?, ?), jsonb_object(?, ?), ?) on conflict do nothing")
                .bind(0, hash)
                .bindBySqlType(1, array(handle, folder.rules().texts().keySet().toArray()), Types.ARRAY)
                .bindBySqlType(2, array(handle, folder.rules().texts().values().toArray()), Types.ARRAY)
                .bindBySqlType(3, array(handle, folder.tests().keySet().toArray()), Types.ARRAY)
                .bindBySqlType(4, array(handle, folder.tests().values().toArray()), Types.ARRAY)
                .bind(5, author)
                .execute());
        return hash;
    }

    private static java.sql.Array array(Handle handle, Object[] texts) throws SQLException {
        return handle.getConnection().createArrayOf("text", texts);
    }

    /**
     * The folder stored under a hash, if there is one.
     *
     * @throws TamperedRulebook when its rules are no longer those the hash names
     */
    public Optional<RuleFolder> findFolder(String hash) {
        return jdbi.withHandle(handle -> {
            SortedMap<String, String> rules = texts(handle, "rules", hash);
            if (rules.isEmpty() && !isStored(handle, hash)) {
                return Optional.empty();
            }
            RuleFiles files = new RuleFiles(rules);
            if (!files.hash().equals(hash)) {
                throw new TamperedRulebook(hash, files.hash());
            }
            return Optional.of(new RuleFolder(files, texts(handle, "tests", hash)));
        });
    }

    /**
     * The rulebook stored under a hash, if there is one; nothing of it is compiled yet.
     *
     * @throws TamperedRulebook when its rules are no longer those the hash names
     * @throws io.centerline.rulebook.RulebookException when this version of the program does not take it
     */
    public Optional<Rulebook> find(String hash) {
        return findFolder(hash).map(folder -> Rulebook.of(folder.rules()));
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
                .map((row, context) -> new StoredRulebook(
                        row.getString("hash"),
                        row.getString("author"),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    private static boolean isStored(Handle handle, String hash) {
        return handle.createQuery("select exists (select from rulebook where hash = ?)")
                .bind(0, hash)
                .mapTo(Boolean.class)
                .one();
    }

    private static SortedMap<String, String> texts(Handle handle, String column, String hash) {
        SortedMap<String, String> texts = new TreeMap<>();
        handle.createQuery("select f.key, f.value from rulebook, jsonb_each_text(" + column + ") f where hash = ?")
                .bind(0, hash)
                .map((row, context) -> texts.put(row.getString("key"), row.getString("value")))
                .forEach(earlier -> {});
        return texts;
    }
}
