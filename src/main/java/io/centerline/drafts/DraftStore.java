package io.centerline.drafts;

import io.centerline.store.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tables of drafts. Methods throw what JDBC and Jdbi throw. */
public final class DraftStore {
    /** How many versions of a file are kept, so that who saw one of them is merged with what came after. */
    private static final int KEPT = 30;

    private static final String COLUMNS =
            "select id, name, author, base, version, begun_at, changed_at, closed_at, impact, stored from draft ";

    private final Jdbi jdbi;

    /** Over a pool of connections to a database with the program's tables. */
    public DraftStore(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /** Begins a draft of a stored rulebook. */
    public FolderDraft begin(String name, String author, String base) {
        return jdbi.withHandle(handle -> handle.createQuery("insert into draft (name, author, base) values (?, ?, ?)"
                        + " returning id, name, author, base, version, begun_at, changed_at, closed_at, impact, stored")
                .bind(0, name)
                .bind(1, author)
                .bind(2, base)
                .map((row, context) -> draft(row))
                .one());
    }

    /** The draft with an id; empty when there is none. */
    public Optional<FolderDraft> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where id = ?")
                .bind(0, id)
                .map((row, context) -> draft(row))
                .findOne());
    }

    /** The drafts, open ones first, of each the one changed last. */
    public List<FolderDraft> list(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + "order by closed_at is not null, changed_at desc, id limit ?")
                        .bind(0, limit)
                        .map((row, context) -> draft(row))
                        .list());
    }

    /** How many drafts there are. */
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from draft")
                .mapTo(Long.class)
                .one());
    }

    /** The newest text of every file of a draft that was saved, by path. */
    public SortedMap<String, DraftText> texts(UUID id) {
        return jdbi.withHandle(handle -> texts(handle, id));
    }

    private static SortedMap<String, DraftText> texts(Handle handle, UUID id) {
        SortedMap<String, DraftText> texts = new TreeMap<>();
        handle.createQuery("select distinct on (path) path, version, text from draft_text where draft = ?"
                        + " order by path, version desc")
                .bind(0, id)
                .map((row, context) ->
                        texts.put(row.getString("path"), new DraftText(row.getString("text"), row.getLong("version"))))
                .list();
        return texts;
    }

    /**
     * Changes a draft; who changes it at the same time waits.
     *
     * @return what the change gives; empty when there is no such draft
     */
    public <T> Optional<T> change(UUID id, Function<OpenDraft, T> change) {
        return jdbi.inTransaction(handle -> handle.createQuery(COLUMNS + "where id = ? for update")
                .bind(0, id)
                .map((row, context) -> draft(row))
                .findOne()
                .map(draft -> change.apply(new Locked(handle, draft))));
    }

    /** Closes a draft, or opens it again. */
    public void close(UUID id, boolean closed) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update draft set closed_at = case when ? then now() end where id = ?")
                        .bind(0, closed)
                        .bind(1, id)
                        .execute());
    }

    /** Deletes a draft and its texts. */
    public void delete(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from draft where id = ?")
                .bind(0, id)
                .execute());
    }

    /** Says what a draft was stored as, and which impact report was asked for; null keeps what is said already. */
    public void stored(UUID id, @Nullable String rulebook, @Nullable UUID impact) {
        jdbi.useHandle(handle -> handle.createUpdate("update draft set stored = coalesce(cast(? as text), stored),"
                        + " impact = coalesce(cast(? as uuid), impact) where id = ?")
                .bindByType(0, rulebook, String.class)
                .bindByType(1, impact == null ? null : impact.toString(), String.class)
                .bind(2, id)
                .execute());
    }

    private static FolderDraft draft(ResultSet row) throws SQLException {
        return new FolderDraft(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("author"),
                row.getString("base"),
                row.getLong("version"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)),
                row.getObject("impact", UUID.class),
                row.getString("stored"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static final class Locked implements OpenDraft {
        private final Handle handle;
        private final FolderDraft draft;
        private long version;

        Locked(Handle handle, FolderDraft draft) {
            this.handle = handle;
            this.draft = draft;
            this.version = draft.version();
        }

        @Override
        public FolderDraft draft() {
            return draft;
        }

        @Override
        public SortedMap<String, DraftText> texts() {
            return DraftStore.texts(handle, draft.id());
        }

        @Override
        public Optional<String> text(String path, long seen) {
            return handle.createQuery("select text from draft_text where draft = ? and path = ? and version = ?")
                    .bind(0, draft.id())
                    .bind(1, path)
                    .bind(2, seen)
                    .mapTo(String.class)
                    .findOne();
        }

        @Override
        public long put(String path, String text) {
            version++;
            handle.createUpdate("update draft set version = ?, changed_at = now() where id = ?")
                    .bind(0, version)
                    .bind(1, draft.id())
                    .execute();
            keep(path, version, text);
            handle.createUpdate("delete from draft_text where draft = ? and path = ? and version > 0 and version <="
                            + " (select version from draft_text where draft = ? and path = ?"
                            + " order by version desc offset ? limit 1)")
                    .bind(0, draft.id())
                    .bind(1, path)
                    .bind(2, draft.id())
                    .bind(3, path)
                    .bind(4, KEPT)
                    .execute();
            return version;
        }

        @Override
        public void rebase(String base, SortedMap<String, String> earlier) {
            handle.createUpdate("update draft set base = ?, changed_at = now() where id = ?")
                    .bind(0, base)
                    .bind(1, draft.id())
                    .execute();
            earlier.forEach((path, text) -> keep(path, 0, text));
        }

        private void keep(String path, long of, String text) {
            handle.createUpdate(
                            "insert into draft_text (draft, path, version, text) values (?, ?, ?, ?) on conflict do nothing")
                    .bind(0, draft.id())
                    .bind(1, path)
                    .bind(2, of)
                    .bind(3, text)
                    .execute();
        }
    }
}
