package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Why something did not work: a stable code and a sentence a user understands. */
public record Failure(String code, String message, Instant at) {
    public Failure {
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
        requireNonNull(at, "at is null");
    }
}
