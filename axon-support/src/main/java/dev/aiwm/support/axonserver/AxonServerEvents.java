package dev.aiwm.support.axonserver;

import dev.aiwm.contracts.proof.StoredEvent;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;

import org.axonframework.axonserver.connector.util.GrpcSerializedObject;

import java.time.Instant;
import java.util.TreeMap;

/** Events as Axon Server keeps them. */
final class AxonServerEvents {
    private AxonServerEvents() {}

    static StoredEvent asStored(EventWithToken stored) {
        Event event = stored.getEvent();
        boolean ofAggregate = !event.getAggregateType().isEmpty();
        return new StoredEvent(
                stored.getToken() + 1,
                event.getMessageIdentifier(),
                ofAggregate ? event.getAggregateType() : null,
                ofAggregate ? event.getAggregateIdentifier() : event.getMessageIdentifier(),
                event.getAggregateSequenceNumber(),
                Instant.ofEpochMilli(event.getTimestamp()).toString(),
                event.getPayload().getType(),
                emptyAsNull(event.getPayload().getRevision()),
                StoredEvent.text(new GrpcSerializedObject(event.getPayload()).getData()),
                metadata(event));
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A line for each entry, in the order of their names: Axon Server keeps no order. */
    private static String metadata(Event event) {
        var text = new StringBuilder();
        new TreeMap<>(event.getMetaDataMap())
                .forEach(
                        (name, value) ->
                                text.append(name)
                                        .append(' ')
                                        .append(value.getDataCase())
                                        .append(' ')
                                        .append(textOf(value))
                                        .append('\n'));
        return text.toString();
    }

    private static String textOf(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> value.getTextValue();
            case NUMBER_VALUE -> Long.toString(value.getNumberValue());
            case BOOLEAN_VALUE -> Boolean.toString(value.getBooleanValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE ->
                    value.getBytesValue().getType()
                            + " "
                            + StoredEvent.text(
                                    new GrpcSerializedObject(value.getBytesValue()).getData());
            case DATA_NOT_SET -> "";
        };
    }
}
