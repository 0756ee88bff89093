package io.centerline.impact;

import io.centerline.store.embedded.SharedStore.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections as they come, but for the thread that runs: it gets so many, and the next one when the gate opens. */
public final class GatedPool extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch gate = new CountDownLatch(1);
    private int free;
    private boolean breaks;

    public GatedPool(Database database, int free) {
        setUrl(database.url());
        setUser(database.user());
        setPassword(database.password());
        this.free = free;
    }

    public void open() {
        gate.countDown();
    }

    /** Opens a gate behind which there is nothing. */
    public void breakDown() {
        breaks = true;
        open();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (Thread.currentThread().getName().equals("impact-run") && free-- <= 0) {
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted", "08000", stopped);
            }
            if (breaks) {
                breaks = false;
                throw new SQLException("gone", "08006");
            }
        }
        return super.getConnection();
    }
}
