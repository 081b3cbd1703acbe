package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceRef;

import java.time.Instant;

/**
 * The frame of every message on the node channel (R098). {@code data} is written from one of the
 * records of this package and read as plain JSON; {@link MessageType} tells which record it is.
 */
public record Envelope(
        String type, String messageId, Instant timestamp, ResourceRef resource, Object data) {
    public Envelope {
        requireNonNull(type, "type is null");
        requireNonNull(messageId, "messageId is null");
        requireNonNull(timestamp, "timestamp is null");
    }
}
