package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

/** Where something can be talked to, once and soon (R032). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketAnswer(
        @Schema(allowableValues = {"vnc", "serial", "terminal"}) String type,
        @Schema(description = "Of a WebSocket; it holds the ticket and is good once") String url,
        Instant expiresAt,
        @Schema(description = "Of the screen, made for this ticket") String password) {
    @Override
    public String toString() {
        return "TicketAnswer[" + type + "]";
    }
}
