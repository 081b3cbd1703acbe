package dev.aiwm.support.store;

import com.zaxxer.hikari.HikariDataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that ends while its database is away does not wait for it in everything that it still
 * tries.
 */
final class EventsFarewell implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(EventsFarewell.class);
    private static final int PATIENCE_SECONDS = 2;

    private final HikariDataSource pool;
    private final ApplicationContext own;

    EventsFarewell(HikariDataSource pool, ApplicationContext own) {
        this.pool = pool;
        this.own = own;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == own && !isThere()) {
            LOG.warn("The database is away, and not waited for at the end");
            pool.close();
        }
    }

    private boolean isThere() {
        var asked = CompletableFuture.runAsync(this::ask);
        try {
            asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return pool.getHikariPoolMXBean().getActiveConnections() > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ask() {
        try (Connection connection = pool.getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                throw new SQLException("the connection is dead");
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
