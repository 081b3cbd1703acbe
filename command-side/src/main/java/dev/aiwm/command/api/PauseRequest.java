package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Size;

/** Why an execution is to wait. */
@Schema(name = "PauseExecution")
record PauseRequest(@Size(max = 500) String reason) {
    static PauseRequest orDefault(PauseRequest given) {
        return given == null ? new PauseRequest(null) : given;
    }
}
