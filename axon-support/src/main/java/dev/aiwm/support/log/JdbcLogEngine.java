package dev.aiwm.support.log;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events and snapshots in the tables of {@code schema-hsqldb.sql} and {@code
 * schema-postgresql.sql}. Positions have no gaps and grow in the order of commits (see {@link
 * AppendOrder}), so a plain position is a sufficient token and reading needs no look behind.
 */
public final class JdbcLogEngine extends BatchingEventStorageEngine {
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final TransactionManager transactions;
    private final AppendOrder order;
    private final Disk disk;

    private JdbcLogEngine(Builder builder) {
        super(builder);
        this.jdbc = builder.jdbc;
        this.transactions = builder.transactions;
        this.disk = builder.disk;
        this.order = builder.shared ? new PostgresAppendLock(jdbc) : new ProcessAppendLock(jdbc);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        events.forEach(event -> serialize(event, serializer));
        transactions.executeInTransaction(
                () -> {
                    var turn = order.takeTurn();
                    try {
                        jdbc.execute(LogSql.APPEND, insertAll(events, serializer, turn));
                    } catch (RuntimeException e) {
                        handlePersistenceException(e, events.get(0));
                    }
                });
    }

    /** The message keeps the result: what takes time is done before the turn, not during it. */
    private static void serialize(EventMessage<?> event, Serializer serializer) {
        var unused = event.serializePayload(serializer, byte[].class);
        unused = event.serializeMetaData(serializer, byte[].class);
    }

    private PreparedStatementCallback<Void> insertAll(
            List<? extends EventMessage<?>> events, Serializer serializer, AppendOrder.Turn turn) {
        return statement -> {
            long position = turn.position();
            long latestAt = turn.latestAt();
            for (EventMessage<?> event : events) {
                position++;
                latestAt = Math.max(latestAt, LogRow.nanos(event.getTimestamp()));
                statement.setLong(1, position);
                bindEvent(statement, 2, event, serializer);
                statement.setLong(11, latestAt);
                if (events.size() > 1) {
                    statement.addBatch();
                }
            }
            if (events.size() > 1) {
                statement.executeBatch();
            } else {
                statement.executeUpdate();
            }
            turn.moveTo(position, latestAt);
            return null;
        };
    }

    private static void bindEvent(
            PreparedStatement statement, int first, EventMessage<?> event, Serializer serializer)
            throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        if (event instanceof DomainEventMessage<?> domainEvent) {
            statement.setString(first, domainEvent.getAggregateIdentifier());
            statement.setLong(first + 1, domainEvent.getSequenceNumber());
            statement.setString(first + 2, domainEvent.getType());
        } else {
            statement.setString(first, event.getIdentifier());
            statement.setLong(first + 1, 0);
            statement.setString(first + 2, null);
        }
        statement.setString(first + 3, event.getIdentifier());
        statement.setLong(first + 4, LogRow.nanos(event.getTimestamp()));
        statement.setString(first + 5, payload.getType().getName());
        statement.setString(first + 6, payload.getType().getRevision());
        statement.setBytes(first + 7, payload.getData());
        statement.setBytes(first + 8, metadata.getData());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        try {
            transactions.executeInTransaction(
                    () -> {
                        jdbc.update(
                                LogSql.DELETE_SNAPSHOT,
                                snapshot.getAggregateIdentifier(),
                                snapshot.getSequenceNumber());
                        jdbc.update(
                                LogSql.STORE_SNAPSHOT,
                                statement -> bindEvent(statement, 1, snapshot, serializer));
                    });
        } catch (DuplicateKeyException e) {
            // a newer snapshot is there already
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return jdbc
                .query(LogSql.READ_SNAPSHOT, LogRow.SNAPSHOT_MAPPER, aggregateIdentifier)
                .stream();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            TrackingToken lastToken, int batchSize) {
        return rowsAfter(Tokens.positionOf(lastToken), batchSize);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return jdbc.query(
                LogSql.READ_STREAM,
                LogRow.MAPPER,
                aggregateIdentifier,
                firstSequenceNumber,
                batchSize);
    }

    /** Only what is on the disk: who follows the log must not know of what may never have been. */
    List<LogRow> rowsAfter(long position, int limit) {
        var rows = jdbc.query(LogSql.READ_AFTER, LogRow.MAPPER, position, limit);
        disk.awaitAll();
        return rows;
    }

    /** The next messages after a position: of {@code limit} rows, each upcast to none or more. */
    Batch read(long after, int limit) {
        List<LogRow> rows = rowsAfter(after, limit);
        long last = rows.isEmpty() ? after : rows.get(rows.size() - 1).position();
        return new Batch(messages(rows), last, rows.isEmpty());
    }

    /**
     * @param last the position up to which rows were read, also when upcasters dropped them
     * @param atHead whether there was nothing to read
     */
    record Batch(List<TrackedEventMessage<?>> messages, long last, boolean atHead) {}

    List<TrackedEventMessage<?>> readStream(String aggregateId, long firstSequence, int limit) {
        return messages(
                jdbc.query(LogSql.READ_STREAM, LogRow.MAPPER, aggregateId, firstSequence, limit));
    }

    private List<TrackedEventMessage<?>> messages(List<LogRow> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        rows.stream(), getEventSerializer(), upcasterChain)
                .toList();
    }

    long head() {
        return headOf(jdbc);
    }

    static long headOf(JdbcTemplate jdbc) {
        Long head = jdbc.queryForObject(LogSql.HEAD, Long.class);
        return head == null ? 0 : head;
    }

    /** Bisects: {@code latest_at} never falls as positions grow, and positions have no gaps. */
    long positionAt(Instant instant) {
        long wanted = LogRow.nanos(instant);
        long low = 0;
        long high = head();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (jdbc.queryForObject(LogSql.LATEST_AT, Long.class, middle) <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(
                jdbc.queryForObject(LogSql.LAST_SEQUENCE, Long.class, aggregateIdentifier));
    }

    @Override
    public TrackingToken createTailToken() {
        return Tokens.at(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return Tokens.at(head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return Tokens.at(positionAt(dateTime.minusNanos(1)));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an engine; all are needed. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private JdbcTemplate jdbc;
        private TransactionManager transactions;
        private boolean shared;
        private Disk disk = Disk.AT_COMMIT;

        private Builder() {
            batchSize(BATCH);
            persistenceExceptionResolver(DuplicateKeyException.class::isInstance);
        }

        public Builder jdbc(JdbcTemplate template, TransactionManager manager) {
            this.jdbc = template;
            this.transactions = manager;
            return this;
        }

        /** Whether other processes append to the same database. */
        public Builder shared(boolean value) {
            this.shared = value;
            return this;
        }

        public Builder disk(Disk value) {
            this.disk = value;
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter filter) {
            super.snapshotFilter(filter);
            return this;
        }

        public JdbcLogEngine build() {
            return new JdbcLogEngine(this);
        }
    }
}
