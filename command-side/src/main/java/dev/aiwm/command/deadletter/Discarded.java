package dev.aiwm.command.deadletter;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;

import java.time.Instant;

/** Why something has failed that hung on an event which an administrator has discarded. */
public final class Discarded {
    private Discarded() {}

    /**
     * @param what could not be handled
     */
    public static Failure failure(String what, Instant at) {
        return new Failure(
                RejectionCode.FAILED_BY_OPERATOR.name(),
                what + " could not be handled and was discarded",
                at);
    }
}
