package io.centerline.impact.runs;

import io.centerline.impact.Impact;
import io.centerline.impact.runs.ImpactRun.State;
import io.centerline.store.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table of runs. Methods throw what JDBC and Jdbi throw. */
final class RunStore {
    private static final String COLUMNS =
            "select id, candidate, baseline, selection, everything, filtered, journal, total, done, cases, moved,"
                    + " undecided, failure, asked_at, finished_at, case when finished_at is null and touched_at < now() -"
                    + " interval '30 seconds' then 'ABANDONED' else state end as state from impact_run ";

    private final Jdbi jdbi;

    RunStore(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /**
     * A run that was entered.
     *
     * @param below the place behind the last decision that there is
     */
    record Entered(UUID id, long below) {}

    /** Enters a run that waits. */
    Entered enter(String candidate, String baseline, CaseSelection selection) {
        return jdbi.inTransaction(handle -> {
            long below = RecordedCases.journal(handle);
            UUID id = handle.createQuery(
                            "insert into impact_run (candidate, baseline, selection, everything, filtered, journal,"
                                    + " state) values (?, ?, ?, ?, ?, ?, 'QUEUED') returning id")
                    .bind(0, candidate)
                    .bind(1, baseline)
                    .bind(2, selection.json())
                    .bind(3, selection.everything())
                    .bind(4, selection.filtered())
                    .bind(5, RecordedCases.decisions(handle, below))
                    .mapTo(UUID.class)
                    .one();
            return new Entered(id, below);
        });
    }

    /** Says that a run lives, and how far it is. */
    void touch(UUID id, Progress progress) {
        jdbi.useHandle(handle -> handle.createUpdate("update impact_run set state = ?, total = ?, done = ?,"
                        + " touched_at = now() where id = ? and finished_at is null")
                .bind(0, (progress.running() ? State.RUNNING : State.QUEUED).name())
                .bindByType(1, total(progress), Long.class)
                .bind(2, progress.done())
                .bind(3, id)
                .execute());
    }

    /** Keeps the result for ever. */
    void finish(UUID id, Progress progress, Impact impact, String json) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update impact_run set state = 'DONE', total = ?, done = ?, cases = ?, moved = ?, undecided ="
                                + " ?, result = ?, touched_at = now(), finished_at = now() where id = ?")
                .bindByType(0, total(progress), Long.class)
                .bind(1, progress.done())
                .bind(2, impact.cases())
                .bind(3, impact.moved())
                .bind(4, impact.undecided())
                .bind(5, json)
                .bind(6, id)
                .execute());
    }

    /** Keeps for ever that there is no result; without effect when there is one after all. */
    void fail(UUID id, Progress progress, String failure) {
        jdbi.useHandle(handle -> handle.createUpdate("update impact_run set state = 'FAILED', total = ?, done = ?,"
                        + " failure = ?, touched_at = now(), finished_at = now() where id = ?"
                        + " and finished_at is null")
                .bindByType(0, total(progress), Long.class)
                .bind(1, progress.done())
                .bind(2, failure)
                .bind(3, id)
                .execute());
    }

    private static @Nullable Long total(Progress progress) {
        return progress.total() == Progress.UNKNOWN ? null : progress.total();
    }

    Optional<ImpactRun> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where id = ?")
                .bind(0, id)
                .map((row, context) -> run(row))
                .findOne());
    }

    /** The JSON of a run's result, if it has one. */
    Optional<String> findResult(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select result from impact_run where id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne());
    }

    /** The runs, the last one asked for first. */
    List<ImpactRun> list(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "order by asked_at desc, id limit ?")
                .bind(0, limit)
                .map((row, context) -> run(row))
                .list());
    }

    private static ImpactRun run(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImpactRun(
                row.getObject("id", UUID.class),
                row.getString("candidate"),
                row.getString("baseline"),
                row.getString("selection"),
                row.getBoolean("everything"),
                row.getBoolean("filtered"),
                row.getLong("journal"),
                State.valueOf(row.getString("state")),
                row.getObject("total", Long.class),
                row.getLong("done"),
                row.getObject("cases", Long.class),
                row.getObject("moved", Long.class),
                row.getObject("undecided", Long.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"));
    }
}
