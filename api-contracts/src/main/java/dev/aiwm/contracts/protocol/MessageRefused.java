package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** A message was not accepted, and why; it changed nothing. */
public record MessageRefused(String messageId, String code, String message)
        implements ControllerData {
    public MessageRefused {
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
    }
}
