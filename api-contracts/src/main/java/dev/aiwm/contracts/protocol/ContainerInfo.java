package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** An engine object on the node, ours or not (R084, R089). */
public record ContainerInfo(
        String id, String name, String image, String state, String resourceId, boolean managed) {
    public ContainerInfo {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
    }
}
