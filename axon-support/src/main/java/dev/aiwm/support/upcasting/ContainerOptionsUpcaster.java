package dev.aiwm.support.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/** A container's configuration had no options once: those that it does not have are none. */
final class ContainerOptionsUpcaster extends SingleEventUpcaster {
    private static final Set<String> TYPES =
            Set.of("ResourceCreated", "ResourceReconfigured", "StepDispatched");
    private static final String BEFORE = "1";
    private static final String AFTER = "2";
    private static final String CONTAINER = "application-container";
    private static final String OPTIONS = "options";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return TYPES.contains(event.getType().getName())
                && BEFORE.equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(event.getType().getName(), AFTER),
                byte[].class,
                ContainerOptionsUpcaster::withOptions);
    }

    private static byte[] withOptions(byte[] stored) {
        JsonNode payload = JSON.readTree(stored);
        supply(payload);
        return JSON.writeValueAsBytes(payload);
    }

    private static void supply(JsonNode node) {
        if (node instanceof ObjectNode object
                && CONTAINER.equals(object.path("type").asString(""))
                && !object.has(OPTIONS)) {
            object.putNull(OPTIONS);
        }
        node.forEach(ContainerOptionsUpcaster::supply);
    }
}
