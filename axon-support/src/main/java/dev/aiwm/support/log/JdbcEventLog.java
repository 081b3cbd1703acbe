package dev.aiwm.support.log;

import dev.aiwm.contracts.proof.StoredEvent;

import java.time.Instant;
import java.util.List;

/** The log in HSQLDB or PostgreSQL. */
final class JdbcEventLog implements EventLog {
    private final JdbcLogEngine engine;

    JdbcEventLog(JdbcLogEngine engine) {
        this.engine = engine;
    }

    @Override
    public Position head() {
        return new Position(engine.head());
    }

    @Override
    public List<LoggedEvent> read(Position after, int limit) {
        long position = after.value();
        while (true) {
            JdbcLogEngine.Batch batch = engine.read(position, limit);
            if (batch.atHead() || !batch.messages().isEmpty()) {
                return batch.messages().stream().map(LoggedEvents::of).toList();
            }
            position = batch.last();
        }
    }

    @Override
    public List<StoredEvent> readStored(Position after, int limit) {
        return engine.rowsAfter(after.value(), limit).stream().map(LogRow::asStored).toList();
    }

    @Override
    public List<LoggedEvent> readAggregate(String aggregateId) {
        return engine.readStream(aggregateId, 0, Integer.MAX_VALUE).stream()
                .map(LoggedEvents::of)
                .toList();
    }

    @Override
    public List<LoggedEvent> readAggregate(String aggregateId, long firstSequence, int limit) {
        return engine.readStream(aggregateId, firstSequence, limit).stream()
                .map(LoggedEvents::of)
                .toList();
    }

    @Override
    public Position positionAt(Instant instant) {
        return new Position(engine.positionAt(instant));
    }
}
