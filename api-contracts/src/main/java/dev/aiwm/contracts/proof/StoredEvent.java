package dev.aiwm.contracts.proof;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * An event exactly as the log keeps it: not upcast, not interpreted. Its {@link #hash()} changes
 * with every one of these fields.
 *
 * @param timestamp ISO 8601 with all digits that are kept
 * @param payload the stored text
 * @param metadata the stored text
 */
public record StoredEvent(
        long position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String timestamp,
        String payloadType,
        String payloadRevision,
        String payload,
        String metadata) {
    private static final String KIND = "aiwm-event-1";

    public StoredEvent {
        requireNonNull(eventId, "eventId is null");
        requireNonNull(aggregateId, "aggregateId is null");
        requireNonNull(timestamp, "timestamp is null");
        requireNonNull(payloadType, "payloadType is null");
        requireNonNull(payload, "payload is null");
        requireNonNull(metadata, "metadata is null");
    }

    /** What was stored as text; bytes that are no text are told apart from every text. */
    public static String text(byte[] stored) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stored)).toString();
        } catch (CharacterCodingException e) {
            return "not UTF-8: " + HexFormat.of().formatHex(stored);
        }
    }

    /**
     * SHA-256 over the fields in the order of this record, each as its UTF-8 bytes behind their
     * number (four bytes, -1 for null), numbers in decimal, after the word {@code aiwm-event-1}.
     */
    public String hash() {
        return new Digest()
                .field(KIND)
                .field(Long.toString(position))
                .field(eventId)
                .field(aggregateType)
                .field(aggregateId)
                .field(Long.toString(sequence))
                .field(timestamp)
                .field(payloadType)
                .field(payloadRevision)
                .field(payload)
                .field(metadata)
                .hex();
    }
}
