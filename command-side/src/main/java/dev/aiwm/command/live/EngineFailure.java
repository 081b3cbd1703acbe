package dev.aiwm.command.live;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.CommandError;

import java.util.Map;

/** What a client is told when a node could not do what was asked. */
final class EngineFailure {
    private static final Map<String, RejectionCode> KNOWN =
            Map.of(
                    "NOT_FOUND", RejectionCode.NOT_RUNNING,
                    "NOT_RUNNING", RejectionCode.NOT_RUNNING,
                    "NO_SUCH_PROGRAM", RejectionCode.VALIDATION_FAILED,
                    "UNSUPPORTED", RejectionCode.NOT_IMPLEMENTED,
                    "TOO_MANY_STREAMS", RejectionCode.TOO_MANY_REQUESTS,
                    "NODE_OFFLINE", RejectionCode.NODE_OFFLINE);

    private EngineFailure() {}

    static Rejection asRejection(CommandError error) {
        return new Rejection(
                KNOWN.getOrDefault(error.code(), RejectionCode.ENGINE_FAILED),
                error.message(),
                Map.of("engineCode", error.code()));
    }
}
