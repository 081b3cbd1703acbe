package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** Why a command failed on the node; `retryable` says whether another attempt may help. */
public record CommandError(String code, String message, boolean retryable) {
    public CommandError {
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
    }
}
