package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.VolumeInfo;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A volume with a name. */
@Schema(name = "Volume")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VolumeAnswer(
        String name,
        String nodeId,
        @Schema(description = "Whose it is; missing when nobody said so when it was made")
                String orgId,
        @Schema(description = "Of the engine", example = "local") String driver,
        Instant createdAt,
        Map<String, String> labels,
        @Schema(description = "Containers that use it, running or not") List<User> usedBy) {

    @Schema(name = "VolumeUser")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            @Schema(description = "Missing when it is not managed") String resourceId,
            @Schema(description = "The container's name on its engine") String container) {}

    static VolumeAnswer of(NodeId nodeId, VolumeInfo volume) {
        return new VolumeAnswer(
                volume.name(),
                nodeId.value(),
                volume.org(),
                volume.driver(),
                volume.createdAt(),
                volume.labels(),
                volume.usedBy().stream()
                        .map(user -> new User(user.resourceId(), user.container()))
                        .toList());
    }
}
