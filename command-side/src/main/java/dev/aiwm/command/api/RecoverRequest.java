package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** How a step ended of which nobody hears. */
@Schema(name = "RecoverStep")
record RecoverRequest(
        @Schema(description = "Name or index of the step") @NotBlank @Size(max = 100) String step,
        @Schema(allowableValues = {"succeeded", "failed"})
                @NotBlank
                @Pattern(regexp = "succeeded|failed")
                String outcome,
        @Schema(description = "How you know") @NotBlank @Size(max = 500) String reason) {
    boolean succeeded() {
        return outcome.equals("succeeded");
    }
}
