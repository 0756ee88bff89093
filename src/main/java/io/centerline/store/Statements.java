package io.centerline.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The one way to Jdbi, whose exceptions otherwise quote the arguments of statements: importer numbers, names, keys. */
public final class Statements {
    private Statements() {}

    /** Runs statements over a pool. Its exceptions say what the database says, and nothing of a statement's arguments. */
    public static Jdbi over(DataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
