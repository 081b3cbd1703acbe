package dev.aiwm.support.log;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Listens to the notifications that come with every commit of an append, whichever process made it.
 * While it has no connection the store finds out by looking.
 */
public final class PostgresWakeUp implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PostgresWakeUp.class);
    private static final int WAIT_MILLIS = 500;
    private static final long PAUSE_MILLIS = 1_000;

    private final Callable<Connection> connections;
    private final JdbcEventStore store;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param connections opens a connection of its own, not one of a pool
     */
    public PostgresWakeUp(Callable<Connection> connections, JdbcEventStore store) {
        this.connections = connections;
        this.store = store;
        this.thread = new Thread(this::listenOn, "event-log-notifications");
        thread.setDaemon(true);
        thread.start();
    }

    private void listenOn() {
        while (!closed) {
            try (Connection connection = connections.call()) {
                listen(connection);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOGGER.warn("No notifications of appends for now: {}", e.getMessage());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + PostgresAppendLock.CHANNEL);
        }
        PGConnection notified = connection.unwrap(PGConnection.class);
        store.wake();
        while (!closed) {
            Object[] notifications = notified.getNotifications(WAIT_MILLIS);
            if (notifications != null && notifications.length > 0) {
                store.wake();
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(WAIT_MILLIS + PAUSE_MILLIS);
    }
}
