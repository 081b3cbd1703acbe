package dev.aiwm.support.upcasting;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Who a container is made for was not told to nodes once: it is not known of those commands. */
final class VolumeOwnerUpcaster extends SingleEventUpcaster {
    /** The last revision of each event that knows nothing of it. */
    private static final Map<String, String> BEFORE =
            Map.of("ExecutionStarted", "2", "StepDispatched", "4");

    private static final String CREATION = "container.create";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        String revision = event.getType().getRevision();
        return revision != null && revision.equals(BEFORE.get(event.getType().getName()));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        String name = event.getType().getName();
        int after = Integer.parseInt(BEFORE.get(name)) + 1;
        return event.upcastPayload(
                new SimpleSerializedType(name, String.valueOf(after)),
                byte[].class,
                VolumeOwnerUpcaster::withOwner);
    }

    private static byte[] withOwner(byte[] stored) {
        JsonNode payload = JSON.readTree(stored);
        supply(payload);
        return JSON.writeValueAsBytes(payload);
    }

    private static void supply(JsonNode node) {
        if (node instanceof ObjectNode object
                && CREATION.equals(object.path("type").asString(""))
                && object.has("claims")) {
            object.putNull("org");
        }
        node.forEach(VolumeOwnerUpcaster::supply);
    }
}
