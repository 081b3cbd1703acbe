package dev.aiwm.support.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** When a command was sent was not told once: it is not known. */
final class SentAtUpcaster extends SingleEventUpcaster {
    private static final String TYPE = "StepAcknowledged";
    private static final String BEFORE = "1";
    private static final String AFTER = "2";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return TYPE.equals(event.getType().getName())
                && BEFORE.equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(TYPE, AFTER), byte[].class, SentAtUpcaster::withSentAt);
    }

    private static byte[] withSentAt(byte[] stored) {
        var payload = (ObjectNode) JSON.readTree(stored);
        payload.putNull("sentAt");
        return JSON.writeValueAsBytes(payload);
    }
}
