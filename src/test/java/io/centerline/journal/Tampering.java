package io.centerline.journal;

import io.centerline.store.Packed;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** What somebody with the database's password could do to recorded decisions, behind the program's back. */
public final class Tampering {
    private Tampering() {}

    /** Runs statements without the triggers that refuse changes. */
    public static void run(DataSource pool, String... statements) throws SQLException {
        unguarded(pool, statement -> {
            for (String one : statements) {
                statement.execute(one);
            }
        });
    }

    /**
     * Changes a text of one decision and packs it again.
     *
     * @param column {@code facts} or {@code body}
     */
    public static void rewrite(DataSource pool, long index, String column, UnaryOperator<String> change)
            throws SQLException {
        byte[] packed;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + column + ", " + column + "_gz from decision where index = " + index)) {
            row.next();
            String text = new String(Objects.requireNonNull(Packed.text(row, column)), StandardCharsets.UTF_8);
            String changed = change.apply(text);
            if (changed.equals(text)) {
                throw new IllegalArgumentException("nothing to change in " + text);
            }
            packed = Packed.pack(changed.getBytes(StandardCharsets.UTF_8));
        }
        store(pool, index, column + "_gz", packed);
    }

    /** Puts other bytes where a packed text was. */
    public static void store(DataSource pool, long index, String column, byte[] bytes) throws SQLException {
        unguarded(pool, statement -> {
            try (PreparedStatement update = statement
                    .getConnection()
                    .prepareStatement("update decision set " + column + " = ? where index = ?")) {
                update.setBytes(1, bytes);
                update.setLong(2, index);
                update.executeUpdate();
            }
        });
    }

    private interface Change {
        void make(Statement statement) throws SQLException;
    }

    private static void unguarded(DataSource pool, Change change) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try {
                change.make(statement);
            } finally {
                statement.execute("reset session_replication_role");
            }
        }
    }
}
