package dev.aiwm.support.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was sent had no priority once: it had the usual one. */
final class PriorityUpcaster extends SingleEventUpcaster {
    private static final String TYPE = "StepDispatched";
    private static final String BEFORE = "2";
    private static final String AFTER = "3";
    private static final int USUAL = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return TYPE.equals(event.getType().getName())
                && BEFORE.equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(TYPE, AFTER),
                byte[].class,
                PriorityUpcaster::withPriority);
    }

    private static byte[] withPriority(byte[] stored) {
        var payload = (ObjectNode) JSON.readTree(stored);
        payload.put("priority", USUAL);
        return JSON.writeValueAsBytes(payload);
    }
}
