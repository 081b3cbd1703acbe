package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a snapshot is to be called (R033). */
@Schema(name = "CreateSnapshot")
record CreateSnapshotRequest(
        @NotBlank
                @Size(max = 255)
                @Pattern(
                        regexp = "[^\\p{Cc}\\u2028\\u2029]*",
                        message = "must be one line without control characters")
                String name,
        @Size(max = 2000) String description) {}
