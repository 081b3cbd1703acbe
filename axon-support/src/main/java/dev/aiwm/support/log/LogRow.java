package dev.aiwm.support.log;

import dev.aiwm.contracts.proof.StoredEvent;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.RowMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of the event log or of the snapshots, not yet deserialized. */
record LogRow(
        long position,
        String aggregateId,
        long sequence,
        String aggregateType,
        String eventId,
        Instant timestamp,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metadata)
        implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Reads the columns of {@link LogSql#COLUMNS}. */
    static final RowMapper<LogRow> MAPPER = (row, number) -> read(row, row.getLong(1), 2);

    /** Reads the columns of {@link LogSql#SNAPSHOT_COLUMNS}. */
    static final RowMapper<LogRow> SNAPSHOT_MAPPER = (row, number) -> read(row, 0, 1);

    private static LogRow read(ResultSet row, long position, int first) throws SQLException {
        return new LogRow(
                position,
                row.getString(first),
                row.getLong(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                instant(row.getLong(first + 4)),
                new SimpleSerializedObject<>(
                        row.getBytes(first + 7),
                        byte[].class,
                        row.getString(first + 5),
                        row.getString(first + 6)),
                new SimpleSerializedObject<>(
                        row.getBytes(first + 8), byte[].class, MetaData.class.getName(), null));
    }

    StoredEvent asStored() {
        return new StoredEvent(
                position,
                eventId,
                aggregateType,
                aggregateId,
                sequence,
                timestamp.toString(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                StoredEvent.text(payload.getData()),
                StoredEvent.text(metadata.getData()));
    }

    static long nanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    @Override
    public TrackingToken trackingToken() {
        return Tokens.at(position);
    }

    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return timestamp;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metadata;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }
}
