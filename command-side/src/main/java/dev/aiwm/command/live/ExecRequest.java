package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonFormat;

import dev.aiwm.command.api.VariableName;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Map;

/** A program to run inside a container (R037). */
record ExecRequest(
        @Schema(description = "The program and its arguments, or one word", example = "[\"id\"]")
                @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @NotEmpty
                @Size(max = 256)
                List<@NotNull @Size(max = 65_536) String> command,
        @Schema(description = "When it is ended by force; default 30") @Min(1) @Max(600)
                Long timeoutSeconds,
        @Schema(description = "Absent for the one that the container runs as") @Size(max = 128)
                String user,
        @Schema(description = "Absent for the container's own") @Size(max = 4_096)
                String workingDir,
        @Schema(description = "Never kept") @Size(max = 256)
                Map<
                                @Pattern(regexp = VariableName.FORMAT, message = VariableName.RULE)
                                String,
                                @NotNull @Size(max = 65_536) String>
                        environment) {
    private static final long DEFAULT_SECONDS = 30;

    long timeout() {
        return timeoutSeconds == null ? DEFAULT_SECONDS : timeoutSeconds;
    }

    @Override
    public String toString() {
        return "ExecRequest[...]";
    }
}
