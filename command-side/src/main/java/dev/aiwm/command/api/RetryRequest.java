package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Size;

/** What is to be done again; an absent body means what did not succeed. */
@Schema(name = "RetryExecution")
record RetryRequest(
        @Schema(
                        description =
                                "Name or index of a step that is to be done again with all that"
                                        + " depends on it, though it succeeded")
                @Size(max = 100)
                String fromStep) {
    static RetryRequest orDefault(RetryRequest given) {
        return given == null ? new RetryRequest(null) : given;
    }
}
