package dev.aiwm.support.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** Supplies what stored events do not know yet, and lifts them by one revision. */
abstract class NextRevision extends SingleEventUpcaster {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> before;

    /**
     * @param before the last revision of each event that does not know it
     */
    NextRevision(Map<String, String> before) {
        this.before = before;
    }

    abstract void supply(String event, JsonNode payload);

    @Override
    protected final boolean canUpcast(IntermediateEventRepresentation event) {
        String revision = event.getType().getRevision();
        return revision != null && revision.equals(before.get(event.getType().getName()));
    }

    @Override
    protected final IntermediateEventRepresentation doUpcast(
            IntermediateEventRepresentation event) {
        String name = event.getType().getName();
        int after = Integer.parseInt(before.get(name)) + 1;
        return event.upcastPayload(
                new SimpleSerializedType(name, String.valueOf(after)),
                byte[].class,
                stored -> {
                    JsonNode payload = JSON.readTree(stored);
                    supply(name, payload);
                    return JSON.writeValueAsBytes(payload);
                });
    }
}
