package dev.aiwm.command.gateway;

import dev.aiwm.contracts.RejectionCode;

import java.io.Serial;

/** A message is not taken, and why. */
final class MessageRefusal extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final String messageId;
    private final RejectionCode code;

    /**
     * @param messageId null when the message was not even read so far
     */
    MessageRefusal(String messageId, RejectionCode code, String why) {
        super(why, null, false, false);
        this.messageId = messageId;
        this.code = code;
    }

    String messageId() {
        return messageId;
    }

    RejectionCode code() {
        return code;
    }
}
