package dev.aiwm.command.api;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

/** A new token of a node (R086); this is the only time that it is shown. */
@Schema(name = "NodeToken")
record TokenAnswer(String nodeId, String token, Instant expiresAt, long expiresIn, String tokenId) {
    TokenAnswer {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(token, "token is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    @Override
    public String toString() {
        return "TokenAnswer[nodeId=" + nodeId + ", tokenId=" + tokenId + "]";
    }
}
