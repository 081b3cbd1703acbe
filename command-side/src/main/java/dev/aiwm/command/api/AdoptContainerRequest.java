package dev.aiwm.command.api;

import dev.aiwm.contracts.resource.OnDivergence;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Size;

import java.util.Map;

/** How a container that is taken over is known from then on. */
@Schema(name = "AdoptContainer")
public record AdoptContainerRequest(
        @Schema(description = "Without it the name that the container has")
                @Size(min = 1, max = 255)
                String name,
        @Size(max = 2000) String description,
        Map<String, String> labels,
        @Schema(
                        description = "What is done when it stops, fails or disappears unasked",
                        allowableValues = {"restore", "accept"})
                OnDivergence onDivergence) {
    static final AdoptContainerRequest PLAIN = new AdoptContainerRequest(null, null, null, null);

    public static AdoptContainerRequest orDefault(AdoptContainerRequest given) {
        return given == null ? PLAIN : given;
    }
}
