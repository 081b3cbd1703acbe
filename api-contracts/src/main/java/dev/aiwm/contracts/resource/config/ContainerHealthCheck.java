package dev.aiwm.contracts.resource.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.util.List;

/**
 * How to tell whether the program in a container is well: by a command that is run inside, or by a
 * path that answers HTTP at a port inside. What is left out is the engine's own choice.
 */
public record ContainerHealthCheck(
        List<String> command,
        String path,
        @Min(1) @Max(65535) Integer port,
        @Min(1) @Max(3600) Integer intervalSeconds,
        @Min(1) @Max(3600) Integer timeoutSeconds,
        @Min(1) @Max(100) Integer retries,
        @Min(0) @Max(3600) Integer startPeriodSeconds) {
    public ContainerHealthCheck {
        command = command == null ? List.of() : List.copyOf(command);
    }
}
