package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonFormat;

import dev.aiwm.command.api.VariableName;
import dev.aiwm.contracts.protocol.TerminalSize;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Map;

/** A program to talk to on a terminal; without a command it is a shell. */
record TerminalRequest(
        @Schema(description = "The program and its arguments; default a shell")
                @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @Size(min = 1, max = 256)
                List<@NotNull @Size(max = 65_536) String> command,
        @Size(max = 128) String user,
        @Size(max = 4_096) String workingDir,
        @Size(max = 256)
                Map<
                                @Pattern(regexp = VariableName.FORMAT, message = VariableName.RULE)
                                String,
                                @NotNull @Size(max = 65_536) String>
                        environment,
        @Schema(description = "Default 80") @Min(1) @Max(1_000) Integer columns,
        @Schema(description = "Default 24") @Min(1) @Max(1_000) Integer rows) {
    private static final List<String> SHELL = List.of("sh");
    private static final int DEFAULT_COLUMNS = 80;
    private static final int DEFAULT_ROWS = 24;

    List<String> program() {
        return command == null ? SHELL : command;
    }

    TerminalSize size() {
        return new TerminalSize(
                columns == null ? DEFAULT_COLUMNS : columns, rows == null ? DEFAULT_ROWS : rows);
    }

    @Override
    public String toString() {
        return "TerminalRequest[...]";
    }
}
