package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** What kind of token a node is to get (R086). */
@Schema(name = "IssueNodeToken")
record TokenRequest(
        @Schema(description = "Seconds; 86400 when absent") @Min(1) Long expiresIn,
        @Size(max = 255) String description) {
    private static final long A_DAY = 86_400;

    static TokenRequest orDefault(TokenRequest given) {
        return given == null ? new TokenRequest(null, null) : given;
    }

    long seconds() {
        return expiresIn == null ? A_DAY : expiresIn;
    }
}
