package dev.aiwm.support.log;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * For a store that several processes open: an advisory lock of the transaction, the head read after
 * it was granted, and a notification that goes out with the commit; all in one round trip.
 */
final class PostgresAppendLock extends AppendLock {
    static final String CHANNEL = "aiwm_event_log";
    private static final long LOCK_KEY = 0x6169_776D_6C6F_67L;

    private static final String TAKE_TURN =
            "select pg_advisory_xact_lock("
                    + LOCK_KEY
                    + "); select log_position, latest_at from event_log"
                    + " order by log_position desc limit 1; notify "
                    + CHANNEL;

    private final JdbcTemplate jdbc;

    PostgresAppendLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    Turn begin() {
        return jdbc.execute(
                (ConnectionCallback<Turn>)
                        connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(TAKE_TURN);
                                return head(statement);
                            }
                        });
    }

    private static Turn head(Statement statement) throws SQLException {
        if (!statement.getMoreResults()) {
            throw new DataRetrievalFailureException("no head of the log after the lock");
        }
        try (ResultSet head = statement.getResultSet()) {
            return head.next()
                    ? new Turn(head.getLong(1), head.getLong(2))
                    : new Turn(0, Long.MIN_VALUE);
        }
    }

    @Override
    void end(Turn used, boolean committed) {
        // the database remembers
    }
}
