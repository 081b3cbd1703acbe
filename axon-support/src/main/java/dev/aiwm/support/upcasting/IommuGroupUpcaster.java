package dev.aiwm.support.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Agents did not tell the IOMMU group of a GPU once: nothing is known of it then. */
final class IommuGroupUpcaster extends SingleEventUpcaster {
    private static final SimpleSerializedType BEFORE =
            new SimpleSerializedType("NodeConnected", "1");
    private static final SimpleSerializedType AFTER =
            new SimpleSerializedType("NodeConnected", "2");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(BEFORE);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(AFTER, byte[].class, IommuGroupUpcaster::withGroups);
    }

    private static byte[] withGroups(byte[] stored) {
        JsonNode payload = JSON.readTree(stored);
        for (JsonNode gpu : payload.path("inventory").path("gpuDevices")) {
            ((ObjectNode) gpu).putNull("iommuGroup");
        }
        return JSON.writeValueAsBytes(payload);
    }
}
