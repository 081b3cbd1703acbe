package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Size;

/** Why nothing new is to come to a node. */
@Schema(name = "CordonNode")
record CordonRequest(@Size(max = 500) String reason) {
    static CordonRequest orDefault(CordonRequest given) {
        return given == null ? new CordonRequest(null) : given;
    }
}
