package dev.aiwm.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.support.log.JdbcLogEngine;
import dev.aiwm.support.log.LoggedEvents;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.serialization.EventFamily;
import dev.aiwm.support.serialization.EventTypes;
import dev.aiwm.support.serialization.Serializers;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the past of a fleet straight into the event log of a product that does not run. Sagas and
 * policies are told that they have seen it: all that is in it has ended.
 */
final class Seeder implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final HikariDataSource database;
    private final JdbcTemplate jdbc;
    private final JdbcLogEngine engine;
    private final TransactionManager transactions;

    private Seeder(HikariDataSource database, boolean shared) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.transactions = new SpringTransactionManager(new JdbcTransactionManager(database));
        this.engine =
                JdbcLogEngine.builder()
                        .jdbc(jdbc, transactions)
                        .shared(shared)
                        .eventSerializer(Serializers.events(types()))
                        .snapshotSerializer(Serializers.general())
                        .build();
    }

    private static EventTypes types() {
        return new EventTypes(
                List.of(
                        new EventFamily(ResourceEvent.class),
                        new EventFamily(NodeEvent.class),
                        new EventFamily(ExecutionEvent.class)));
    }

    /** Opens the log of a product that ran before and has stopped. */
    static Seeder on(Product product) {
        var config = new HikariConfig();
        String url = product.environment().get("AIWM_JDBC_URL");
        boolean shared = url != null;
        config.setJdbcUrl(
                shared
                        ? url
                        : "jdbc:hsqldb:file:"
                                + product.data().resolve("events/log")
                                + ";hsqldb.tx=mvcc;hsqldb.log_size=128;shutdown=true");
        config.setUsername(shared ? Postgres.USER : "SA");
        config.setMaximumPoolSize(4);
        return new Seeder(new HikariDataSource(config), shared);
    }

    JdbcLogEngine engine() {
        return engine;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** At least this many events more; whole lives of resources. */
    long append(PastOfAFleet past, long events) {
        long written = write(past.beginning());
        while (written < events) {
            written += write(past.lives((int) Math.min(BATCH, events - written)));
        }
        sagasHaveSeenIt();
        return written;
    }

    private int write(List<DomainEventMessage<?>> events) {
        var batch = new ArrayList<DomainEventMessage<?>>(BATCH);
        for (DomainEventMessage<?> event : events) {
            batch.add(event);
            if (batch.size() == BATCH) {
                flush(batch);
            }
        }
        flush(batch);
        return events.size();
    }

    private void flush(List<DomainEventMessage<?>> batch) {
        if (!batch.isEmpty()) {
            transactions.executeInTransaction(() -> engine.appendEvents(batch));
            batch.clear();
        }
    }

    private void sagasHaveSeenIt() {
        long head = jdbc.queryForObject("select max(log_position) from event_log", Long.class);
        var token =
                Serializers.general()
                        .serialize(LoggedEvents.tokenAt(new Position(head)), byte[].class);
        jdbc.update(
                "update processor_token set token = ?, token_type = ?",
                token.getData(),
                token.getType().getName());
    }

    @Override
    public void close() {
        database.close();
    }
}
